package org.samenspraak.regulation;

/** Whose law applies. */
public enum Jurisdiction {
    BE_VLG,
    NL
}
