package org.samenspraak.kernel;

/** Whose law applies. */
public enum Jurisdiction {
    BE_VLG,
    NL
}
