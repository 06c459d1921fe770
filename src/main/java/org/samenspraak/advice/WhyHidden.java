package org.samenspraak.advice;

/** Why a text is kept out of a publication; everybody reads it in its place. */
enum WhyHidden {
    PERSONAL,
    CONFIDENTIAL,
    MISTAKE
}
