package org.samenspraak.recognition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseLinks.Kind;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.casefile.CaseOpened;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Links the cases of a council that follow from each other: an application to the one before it and to the term that it
 * renews, a withdrawal to the term that it ends.
 */
@Component
class CaseTies {

    private final CaseLinks links;
    private final Cases cases;
    private final RecognitionTerms terms;

    CaseTies(CaseLinks links, Cases cases, RecognitionTerms terms) {
        this.links = links;
        this.cases = cases;
        this.terms = terms;
    }

    @EventListener
    void on(CaseOpened opened) {
        tie(opened.caseId(), opened.trajectory(), opened.council());
    }

    /** After it is sure that the case may go there. */
    @EventListener
    @Order(1)
    void on(CaseMoved moved) {
        links.untie(moved.caseId());
        tie(moved.caseId(), moved.trajectory(), moved.to());
    }

    private void tie(CaseId id, String trajectory, @Nullable CouncilId council) {
        if (council == null) {
            return;
        }
        switch (trajectory) {
            case Recognition.TRAJECTORY -> {
                tieToTerm(id, council, Kind.RENEWAL);
                tieToPrevious(id, council);
            }
            case WithdrawalIntake.TRAJECTORY -> tieToTerm(id, council, Kind.WITHDRAWAL);
            default -> {}
        }
    }

    private void tieToTerm(CaseId id, CouncilId council, Kind kind) {
        terms.running(council).ifPresent(term -> links.tie(id, term.caseId(), kind));
    }

    private void tieToPrevious(CaseId id, CouncilId council) {
        var before = new CaseSearch(null, Set.of(), council, Recognition.TRAJECTORY, null);
        cases.search(before, null, 2).stream()
                .filter(other -> !other.id().equals(id))
                .findFirst()
                .ifPresent(other -> links.tie(id, other.id(), Kind.FOLLOWS));
    }
}
