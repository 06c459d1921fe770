package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class CaseSearchIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");

    @Autowired
    private Cases cases;

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Test
    void findsByBeginningsOfWordsAndNumberNewestFirst() {
        var first = open("REC", "Erkenning dorpsraad Sint-Lambrechts-Herk");
        clock.advance(Duration.ofMinutes(1));
        var second = open("REC", "Erkenning wijkraad Runkst, café 't Öl");
        var third = open("SIG", "Losse tegels in Runkst");

        assertThat(found("erken")).containsExactly(second, first);
        assertThat(found("lamb dorps")).containsExactly(first);
        assertThat(found("OL CAFE")).containsExactly(second);
        assertThat(found("2026-SIG-0001")).containsExactly(third);
        assertThat(found("runkst & | ! ' :*")).containsExactlyInAnyOrder(second, third);
        assertThat(found("bestaat niet")).isEmpty();
    }

    @Test
    void filtersAndReadsOnWhereThePageBeforeEnded() {
        var area = areas.add("Runkst", null, OFFICE);
        var council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        var ids = IntStream.range(0, 5)
                .mapToObj(number -> open("REC", "Zaak " + number, council, area))
                .toList();
        open("REC", "Van een ander");
        cases.close(ids.get(0), "granted", OFFICE);
        var search = new CaseSearch(null, Set.of(area), council, "recognition", CaseStatus.OPEN);

        var page = cases.search(search, null, 2);
        var next = cases.search(search, page.get(1).id(), 10);

        assertThat(page).hasSize(2);
        assertThat(next).hasSize(2).doesNotContainAnyElementsOf(page);
        assertThat(cases.search(CaseSearch.ALL, null, 10)).hasSize(6);
        assertThat(cases.openOf("recognition", council)).isPresent();
    }

    private List<CaseId> found(String text) {
        return cases.search(new CaseSearch(text, Set.of(), null, null, null), null, 10).stream()
                .map(CaseView::id)
                .toList();
    }

    private CaseId open(String code, String title) {
        return open(code, title, null, null);
    }

    private CaseId open(String code, String title, @Nullable CouncilId council, @Nullable AreaId area) {
        return cases.open(new OpenCase(
                CaseId.create(), "recognition", code, title, council, area, LocalDate.of(2026, 9, 10), false, OFFICE));
    }
}
