package org.samenspraak.regulation;

/**
 * Changes one parameter of a version that no case depends on.
 *
 * @param article where the value stands; empty when that is not verified
 * @param reason why an example value is what it is; not kept with an article
 */
public record ChangeParameter(
        String key, String value, String article, String sentence, String sentenceEn, String reason, String reasonEn) {}
