package org.samenspraak.advice;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> FORMS = Set.of(AdviceAnswers.FORM, Unsolicited.TRAJECTORY);
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
                .filter(one -> FORMS.contains(one.formId()))
                .findFirst();
        return sent.filter(one -> both && one.came() == null && !one.onPaper() && gives(caseId))
                .map(one -> other(Objects.requireNonNull(council), one.by()))
                .orElse(NOBODY);
    }

    /** Of its own accord always; a council that was asked may say that it gives none. */
    private boolean gives(CaseId caseId) {
        return submissions
                .latest(caseId, AdviceAnswers.FORM)
                .map(answers -> Set.of("advice", "joint").contains(Drafting.said(answers, "answer")))
                .orElse(true);
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
