package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class CouncilsIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Areas areas;

    @Autowired
    private ApplicationEvents events;

    private AreaId city = AreaId.create();
    private AreaId runkst = AreaId.create();
    private AreaId kuringen = AreaId.create();
    private CouncilId council = CouncilId.create();

    @BeforeEach
    void addCouncil() {
        city = areas.add("Stad van de test", null, OFFICE);
        runkst = areas.add("Runkst van de test", city, OFFICE);
        kuringen = areas.add("Kuringen van de test", city, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", runkst, OFFICE);
    }

    @Test
    void startsAsACandidateAndRefusesASecondOfTheSameKindAndName() {
        assertThat(councils.get(council).standing()).isEqualTo(Standing.CANDIDATE);
        assertThat(councils.byName(CouncilKind.WIJKRAAD, " wijkraad RUNKST ")).isPresent();
        assertThatThrownBy(() -> councils.add(CouncilKind.WIJKRAAD, "WIJKRAAD Runkst", kuringen, OFFICE))
                .isInstanceOf(Refusal.class);
        assertThat(councils.add(CouncilKind.ADVIESRAAD, "Wijkraad Runkst", runkst, OFFICE))
                .isNotEqualTo(council);
    }

    @Test
    void inscribesOncePerCaseAndTellsOnce() {
        var inscription = inscription(true, "2026-09-01", "2030-08-31", CaseId.create());

        councils.inscribe(council, inscription, OFFICE);
        councils.inscribe(council, inscription, OFFICE);

        var view = councils.get(council);
        assertThat(view.standing()).isEqualTo(Standing.RECOGNISED);
        assertThat(view.from()).isEqualTo("2026-09-01");
        assertThat(view.until()).isEqualTo("2030-08-31");
        assertThat(councils.inscriptions(council)).hasSize(1);
        assertThat(events.stream(CouncilRecognised.class)).hasSize(1);
    }

    @Test
    void keepsTheFirstDayWhenARenewalFollowsOnTheLastDay() {
        councils.inscribe(council, inscription(true, "2022-09-01", "2026-08-31", CaseId.create()), OFFICE);
        councils.end(council, Standing.EXPIRED, LocalDate.of(2026, 8, 31), "Niet op tijd vernieuwd", null, OFFICE);
        councils.inscribe(council, inscription(true, "2026-09-01", "2030-08-31", CaseId.create()), OFFICE);

        assertThat(councils.get(council).standing()).isEqualTo(Standing.RECOGNISED);
        assertThat(councils.get(council).from()).isEqualTo("2022-09-01");
        assertThat(councils.inscriptions(council)).hasSize(2);
    }

    @Test
    void expiresWithoutAReasonButEndsOtherwiseOnlyWithOne() {
        councils.inscribe(council, inscription(true, "2022-09-01", "2026-08-31", CaseId.create()), OFFICE);
        var last = LocalDate.of(2026, 8, 31);

        assertThatThrownBy(() -> councils.end(council, Standing.WITHDRAWN, last, "", null, OFFICE))
                .isInstanceOf(Refusal.class);
        councils.end(council, Standing.EXPIRED, last, "", null, OFFICE);

        assertThat(councils.get(council).standing()).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void startsAnewAfterAGap() {
        councils.inscribe(council, inscription(true, "2020-01-01", "2023-12-31", CaseId.create()), OFFICE);
        councils.end(council, Standing.EXPIRED, LocalDate.of(2023, 12, 31), "Niet vernieuwd", null, OFFICE);
        councils.inscribe(council, inscription(false, "2026-01-01", null, CaseId.create()), OFFICE);

        assertThat(councils.get(council).standing()).isEqualTo(Standing.REGISTERED);
        assertThat(councils.get(council).from()).isEqualTo("2026-01-01");
        assertThat(councils.get(council).until()).isNull();
    }

    @Test
    void endsWithAReasonAndOnlyWhatRuns() {
        assertThatThrownBy(() -> end(Standing.WITHDRAWN, "Opgeheven")).isInstanceOf(Refusal.class);
        councils.inscribe(council, inscription(true, "2026-01-01", "2029-12-31", CaseId.create()), OFFICE);
        assertThatThrownBy(() -> end(Standing.WITHDRAWN, " ")).isInstanceOf(Refusal.class);

        end(Standing.WITHDRAWN, "Opgeheven");

        assertThat(councils.get(council).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(councils.get(council).until()).isEqualTo(TODAY);
        assertThat(councils.inscriptions(council).get(0).endedReason()).isEqualTo("Opgeheven");
    }

    @Test
    void keepsARecognisedCouncilInTheRegisterWhenItsRenewalIsRefused() {
        end(Standing.REFUSED, "Te weinig leden");
        assertThat(councils.get(council).standing()).isEqualTo(Standing.REFUSED);
        councils.inscribe(council, inscription(true, "2026-01-01", "2026-12-31", CaseId.create()), OFFICE);

        end(Standing.REFUSED, "Te weinig leden");

        assertThat(councils.get(council).standing()).isEqualTo(Standing.RECOGNISED);
    }

    @Test
    void findsRecognisedCouncilsOfTheKindInAreasAroundAndInside() {
        var wide = councils.add(CouncilKind.WIJKRAAD, "Wijkraad van de stad", city, OFFICE);
        var beside = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", kuringen, OFFICE);
        councils.add(CouncilKind.WIJKRAAD, "Kandidaat", runkst, OFFICE);
        var otherKind = councils.add(CouncilKind.ADVIESRAAD, "Adviesraad", runkst, OFFICE);
        for (var one : List.of(wide, beside, otherKind, council)) {
            councils.inscribe(one, inscription(true, "2026-01-01", null, CaseId.create()), OFFICE);
        }

        assertThat(councils.overlapping(CouncilKind.WIJKRAAD, runkst))
                .extracting(Councils.CouncilView::id)
                .containsExactly(council, wide);
        assertThat(councils.overlapping(CouncilKind.WIJKRAAD, city)).hasSize(3);
    }

    @Test
    void searchesByNameKindAreaAndStandingPageByPage() {
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", kuringen, OFFICE);
        var search =
                new CouncilSearch("wijk", CouncilKind.WIJKRAAD, Set.of(runkst, kuringen), Set.of(Standing.CANDIDATE));

        var page = councils.search(search, null, 1);

        assertThat(page).extracting(Councils.CouncilView::id).containsExactly(other);
        assertThat(councils.search(search, other, 5))
                .extracting(Councils.CouncilView::id)
                .containsExactly(council);
        assertThat(councils.search(new CouncilSearch("runk", null, Set.of(city), Set.of()), null, 5))
                .isEmpty();
    }

    @Test
    void flagsABrokenCompositionOnce() {
        councils.flagComposition(council, true, OFFICE);
        councils.flagComposition(council, true, OFFICE);

        assertThat(councils.get(council).compositionBroken()).isTrue();
        assertThat(history()).containsExactly("council.composition-broken", "council.added");
    }

    @Test
    void namesItsSuccessorWithAReason() {
        var next = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Zuid", runkst, OFFICE);

        assertThatThrownBy(() -> councils.succeed(council, Set.of(council), "Samengegaan", OFFICE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> councils.succeed(council, Set.of(next), "", OFFICE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> councils.succeed(council, Set.of(), "Samengegaan", OFFICE))
                .isInstanceOf(Refusal.class);
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Oost", city, OFFICE);
        councils.succeed(council, Set.of(next, other), "Opgesplitst", OFFICE);

        assertThat(councils.successors(council)).extracting(CouncilView::id).containsExactlyInAnyOrder(next, other);
        councils.succeed(other, Set.of(next), "Samengegaan", OFFICE);
        assertThat(councils.predecessors(next)).extracting(CouncilView::id).containsExactlyInAnyOrder(council, other);
        councils.succeed(council, Set.of(next), "Toch samengegaan", OFFICE);
        assertThat(councils.successors(council)).extracting(CouncilView::id).containsExactly(next);
    }

    private void end(Standing as, String reason) {
        councils.end(council, as, TODAY, reason, null, OFFICE);
    }

    private List<String> history() {
        return jdbc.sql("select kind from council_event where council_id = ? order by id desc")
                .param(council.value())
                .query(String.class)
                .list();
    }

    private static Inscription inscription(boolean recognised, String from, @Nullable String until, CaseId caseId) {
        return new Inscription(
                recognised,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "basis",
                null,
                "2026-114",
                LocalDate.parse(from),
                caseId);
    }
}
