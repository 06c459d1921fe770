package org.samenspraak.regulation;

import org.jspecify.annotations.Nullable;

/**
 * Changes one parameter of a version that no case depends on.
 *
 * @param article where the value stands; empty when that is not verified
 * @param reason why an example value is what it is; not kept with an article
 * @param name what it is called from now on, or none to leave that as it is
 */
public record ChangeParameter(
        String key,
        String value,
        String article,
        String sentence,
        String sentenceEn,
        String reason,
        String reasonEn,
        @Nullable ParameterName name) {

    public ChangeParameter(
            String key,
            String value,
            String article,
            String sentence,
            String sentenceEn,
            String reason,
            String reasonEn) {
        this(key, value, article, sentence, sentenceEn, reason, reasonEn, null);
    }
}
