package org.samenspraak.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** In whose name a council advises, what who had to confirm it said, and what stands in the way of legal advice: a broken composition. */
@Component
class SigningPrefill implements Prefill {

    private static final Set<String> TRAJECTORIES = Set.of("council-advice", Unsolicited.TRAJECTORY);

    private final Councils councils;
    private final Memberships memberships;
    private final Signers signers;
    private final Cases cases;
    private final Submissions submissions;
    private final MessageSource texts;

    SigningPrefill(
            Councils councils,
            Memberships memberships,
            Signers signers,
            Cases cases,
            Submissions submissions,
            MessageSource texts) {
        this.councils = councils;
        this.memberships = memberships;
        this.signers = signers;
        this.cases = cases;
        this.submissions = submissions;
        this.texts = texts;
    }

    @Override
    public String source() {
        return "signing";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return TRAJECTORIES.contains(trajectory);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        var council = caseId == null ? council(by) : cases.get(caseId).council();
        if (council == null) {
            return Map.of();
        }
        var known = new HashMap<String, Object>();
        known.put("council", council.toString());
        put(known, "chair", council, Function.CHAIR);
        put(known, "secretary", council, Function.SECRETARY);
        known.put("chairs", signers.offered(council, Function.CHAIR));
        known.put("secretaries", signers.offered(council, Function.SECRETARY));
        if (councils.get(council).compositionBroken()) {
            known.put("warning", texts.getMessage("advice.composition.warning", null, LocaleContextHolder.getLocale()));
        }
        if (caseId != null) {
            submissions
                    .latest(caseId, "advice-signing")
                    .filter(answers -> "no".equals(answers.text("signed")))
                    .map(answers -> answers.text("signingRemarks"))
                    .ifPresent(remarks -> known.put("remarks", remarks));
        }
        return known;
    }

    private static @Nullable CouncilId council(Actor by) {
        return by.kind() == Actor.Kind.COUNCIL && by.id() != null ? new CouncilId(by.id()) : null;
    }

    private void put(Map<String, Object> known, String key, CouncilId council, Function function) {
        memberships.today(council).stream()
                .filter(member -> member.details().functions().contains(function))
                .findFirst()
                .ifPresent(member -> known.put(key, member.details().name()));
    }
}
