package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases of a council that follow from each other stand in each other's dossier without anybody linking them. */
class CaseTiesProcessTest extends RecognitionScenario {

    private static final LocalDate INVITATION = LocalDate.of(2030, 5, 13);

    @Autowired
    private CaseLinks links;

    @Test
    void tiesATermToTheApplicationItCameFromAndARenewalToBoth() {
        var first = recognised(Map.of());
        var term = term(first);
        assertThat(ties(term)).containsExactly("FOLLOWS " + number(first));

        goTo(INVITATION);
        var renewal = apply(Map.of("purpose", "Wij gaan verder."));

        assertThat(ties(renewal)).containsExactlyInAnyOrder("FOLLOWS " + number(first), "RENEWAL " + number(term));
        assertThat(ties(term)).contains("RENEWAL " + number(renewal));
    }

    @Test
    void tiesAWithdrawalToTheTermThatItEnds() {
        var first = recognised(Map.of());
        var term = term(first);

        var withdrawal = withdraw(first, "withdrawn");

        assertThat(ties(withdrawal)).containsExactly("WITHDRAWAL " + number(term));
    }

    @Test
    void tiesAMovedCaseAnew() {
        recognised(Map.of());
        goTo(INVITATION);
        var renewal = apply(Map.of("purpose", "Wij gaan verder."));
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", area, CLERK);

        cases.move(
                renewal, view(renewal).version(), other, area, "Wijkraad Kuringen", "Het gaat over Kuringen.", CLERK);
        run();

        assertThat(ties(renewal)).isEmpty();
    }

    private List<String> ties(CaseId caseId) {
        return links.page(caseId, null, 20).stream()
                .map(link -> link.kind() + " " + link.number())
                .toList();
    }

    private String number(CaseId caseId) {
        return view(caseId).number();
    }
}
