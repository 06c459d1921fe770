package org.samenspraak.recognition;

import java.util.Objects;
import java.util.Set;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets a case go to another council only where it could have been opened, and takes the register along. */
@Component
class Moves {

    private final Recognition recognition;
    private final RecognitionTerms terms;
    private final Applications applications;
    private final Cases cases;
    private final Submissions submissions;

    Moves(
            Recognition recognition,
            RecognitionTerms terms,
            Applications applications,
            Cases cases,
            Submissions submissions) {
        this.recognition = recognition;
        this.terms = terms;
        this.applications = applications;
        this.cases = cases;
        this.submissions = submissions;
    }

    /** Before the new council is asked anything: its chair and secretary come with the application. */
    @EventListener
    @Order(0)
    void on(CaseMoved moved) {
        switch (moved.trajectory()) {
            case Recognition.TRAJECTORY -> {
                refuseSecond(moved, "recognition.refusal.open-application");
                refuseSigned(moved);
                recognition.move(moved.caseId(), Objects.requireNonNull(moved.from()), moved.to(), moved.by());
            }
            case WithdrawalIntake.TRAJECTORY -> {
                refuseSecond(moved, "recognition.refusal.open-withdrawal");
                if (terms.running(moved.to()).isEmpty()) {
                    throw Refusal.of("council", "recognition.refusal.not-recognised");
                }
            }
            case Register.TERM -> throw new Refusal("recognition.refusal.term-stays");
            default -> {}
        }
    }

    /** Who signed promised something for one council. */
    private void refuseSigned(CaseMoved moved) {
        if (submissions.of(moved.caseId()).stream().anyMatch(sent -> "engagement-signature".equals(sent.formId()))) {
            throw Refusal.of("council", "recognition.refusal.signed-already");
        }
    }

    private void refuseSecond(CaseMoved moved, String key) {
        applications.reserve(moved.to());
        var open = new CaseSearch(null, Set.of(), moved.to(), moved.trajectory(), CaseStatus.OPEN);
        cases.search(open, null, 2).stream()
                .filter(other -> !other.id().equals(moved.caseId()))
                .map(CaseView::number)
                .findFirst()
                .ifPresent(number -> {
                    throw Refusal.of("council", key, number);
                });
    }
}
