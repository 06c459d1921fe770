package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A running term got another end, or none while it is suspended. Published in the transaction that changes it.
 *
 * @param change one of its own for each change of a term
 * @param lastDay none while it is suspended
 * @param why how that came about, in Dutch
 * @param whyEn the same in English
 */
public record TermMoved(
        CaseId caseId,
        String change,
        String term,
        @Nullable String scope,
        @Nullable LocalDate lastDay,
        List<String> why,
        List<String> whyEn) {

    public List<String> why(Locale language) {
        return language.getLanguage().equals("en") ? whyEn : why;
    }
}
