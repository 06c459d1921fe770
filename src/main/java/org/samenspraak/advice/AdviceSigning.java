package org.samenspraak.advice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether chair and secretary both have to say that advice is theirs, and who of them did not yet. */
@Service
class AdviceSigning {

    static final String NOBODY = "nobody";
    private static final String FORM = "council-advice";
    private static final String SIGNATURES = "advice.signatures";

    private final Cases cases;
    private final Regulations regulations;
    private final Memberships memberships;
    private final Submissions submissions;
    private final Timeline timeline;

    AdviceSigning(
            Cases cases, Regulations regulations, Memberships memberships, Submissions submissions, Timeline timeline) {
        this.cases = cases;
        this.regulations = regulations;
        this.memberships = memberships;
        this.submissions = submissions;
        this.timeline = timeline;
    }

    /**
     * {@code chair}, {@code secretary} or {@code nobody}: one signature does, the other function is vacant, or one person has
     * both. What came on paper holds both names already.
     */
    @Transactional(readOnly = true)
    public String signer(CaseId caseId) {
        var dossier = cases.get(caseId);
        var council = dossier.council();
        var both = regulations
                .find(dossier.regulation(), SIGNATURES)
                .map(Parameter::value)
                .filter("both"::equals)
                .isPresent();
        var sent = submissions.of(caseId).stream()
                .filter(one -> one.formId().equals(FORM))
                .findFirst();
        var gives = submissions
                .latest(caseId, FORM)
                .filter(answers -> "advice".equals(answers.text("answer")))
                .isPresent();
        if (!both || council == null || !gives || sent.isEmpty() || sent.get().came() != null) {
            return NOBODY;
        }
        return other(council, sent.get().by());
    }

    private String other(CouncilId council, String sender) {
        var chair = member(council, Function.CHAIR);
        var secretary = member(council, Function.SECRETARY);
        var bySecretary = secretary.filter(it -> isOf(it, sender)).isPresent();
        var byChair = chair.filter(it -> isOf(it, sender)).isPresent();
        if (bySecretary && byChair) {
            return NOBODY;
        }
        if (byChair) {
            return secretary.isPresent() ? "secretary" : NOBODY;
        }
        return chair.isPresent() ? "chair" : bySecretary || secretary.isEmpty() ? NOBODY : "secretary";
    }

    private Optional<Member> member(CouncilId council, Function function) {
        return memberships.today(council).stream()
                .filter(it -> it.details().functions().contains(function))
                .findFirst();
    }

    /** Somebody of a council is known by name and function: "An Peeters, voorzitter (Wijkraad Runkst)". */
    private static boolean isOf(Member member, String sender) {
        return sender.toLowerCase(Locale.ROOT)
                .startsWith(member.details().name().strip().toLowerCase(Locale.ROOT) + ",");
    }

    /** The other said nothing in time: the advice goes in the name of who wrote it. */
    @Transactional
    public void unconfirmed(CaseId caseId, Actor by) {
        timeline.add(caseId, "advice.not-confirmed", Map.of(), null, by);
    }
}
