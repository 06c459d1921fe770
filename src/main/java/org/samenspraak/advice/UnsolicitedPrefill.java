package org.samenspraak.advice;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How far the replies to advice are that nobody asked for, and what its department wrote before. */
@Component
class UnsolicitedPrefill implements Prefill {

    private final UnsolicitedRows rows;
    private final Submissions submissions;
    private final MessageSource texts;

    UnsolicitedPrefill(UnsolicitedRows rows, Submissions submissions, MessageSource texts) {
        this.rows = rows;
        this.submissions = submissions;
        this.texts = texts;
    }

    @Override
    public String source() {
        return "unsolicited";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(Unsolicited.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null) {
            return Map.of();
        }
        var progress = rows.progress(caseId);
        var known = new HashMap<String, Object>();
        known.put(
                "progress",
                texts.getMessage(
                        "advice.unsolicited.progress",
                        new Object[] {progress.answered(), progress.points()},
                        LocaleContextHolder.getLocale()));
        submissions
                .latest(caseId, "unsolicited-reply")
                .map(answers -> answers.text("summary"))
                .ifPresent(summary -> known.put("summary", summary));
        return known;
    }
}
