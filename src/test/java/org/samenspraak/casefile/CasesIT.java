package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ProcessEnded;
import org.samenspraak.process.TaskScopes;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class CasesIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");

    @Autowired
    private Cases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseLines lines;

    @Autowired
    private TaskScopes scopes;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void numbersWithoutGapsWhenTwentyOpenAtOnceAndSomeRollBack() throws Exception {
        var together = new CyclicBarrier(20);
        var pool = Executors.newFixedThreadPool(20);
        try {
            var opened = IntStream.range(0, 20)
                    .mapToObj(number -> pool.submit(() -> {
                        together.await();
                        return transaction.execute(status -> {
                            var id = open("REC", "Raad " + number);
                            if (number % 3 == 0) {
                                cases.get(id);
                                status.setRollbackOnly();
                            }
                            return id;
                        });
                    }))
                    .toList();
            for (Future<CaseId> each : opened) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13)
                        .mapToObj("2026-REC-%04d"::formatted)
                        .toList());
    }

    @Test
    void countsPerCodeAndPerYearOfTheMunicipality() {
        clock.set(Instant.parse("2026-12-31T22:59:59Z"));
        var last = open("REC", "De laatste");
        clock.set(Instant.parse("2026-12-31T23:00:00Z"));
        var first = open("REC", "De eerste");
        var other = open("SIG", "Een signaal");

        assertThat(cases.get(last).number()).isEqualTo("2026-REC-0001");
        assertThat(cases.get(first).number()).isEqualTo("2027-REC-0001");
        assertThat(cases.get(other).number()).isEqualTo("2027-SIG-0001");
    }

    @Test
    void numbersEveryCaseThatOneTransactionOpens() {
        var ids = transaction.execute(status -> List.of(open("SIG", "a"), open("REC", "b"), open("SIG", "c")));

        assertThat(ids)
                .extracting(id -> cases.get(id).number())
                .containsExactlyInAnyOrder("2026-SIG-0001", "2026-REC-0001", "2026-SIG-0002");
    }

    @Test
    void knowsTheNumberWithinTheTransactionThatOpens() {
        transaction.executeWithoutResult(status ->
                assertThat(cases.get(open("REC", "Wijkraad Runkst")).number()).isEqualTo("2026-REC-0001"));

        assertThat(cases.byNumber("2026-REC-0001")).isPresent();
    }

    @Test
    void bindsToTheRegulationInForceOnTheDayItWasReceived() {
        var view = cases.get(open("REC", "Wijkraad Runkst"));

        assertThat(view.regulation().name()).isEqualTo("hasselt");
        assertThat(view.received()).isEqualTo(LocalDate.of(2026, 9, 10));
        assertThat(view.status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void closesOnceWithAnOutcome() {
        var id = open("REC", "Wijkraad Runkst");

        cases.close(id, "granted", OFFICE);

        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(id).outcome()).isEqualTo("granted");
        assertThat(cases.get(id).closedAt()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> cases.close(id, "refused", OFFICE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.stop(id, CaseStatus.STOPPED, "Toch niet", OFFICE))
                .isInstanceOf(Refusal.class);
        assertThat(cases.get(id).outcome()).isEqualTo("granted");
    }

    @Test
    void refusesAStopWithoutAReason() {
        var id = open("REC", "Wijkraad Runkst");

        assertThatThrownBy(() -> cases.stop(id, CaseStatus.WITHDRAWN, "  ", OFFICE))
                .isInstanceOf(Refusal.class);
        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void keepsTheReasonOfAStop() {
        var id = open("REC", "Wijkraad Runkst");

        cases.stop(id, CaseStatus.WITHDRAWN, "De raad ziet ervan af", OFFICE);

        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(timeline.page(id, null, 1).get(0).detail()).isEqualTo("De raad ziet ervan af");
    }

    @Test
    void closesWithTheOutcomeOfTheEndEventUnlessItHasEndedAlready() {
        var granted = open("REC", "a");
        var stopped = open("REC", "b");
        cases.stop(stopped, CaseStatus.STOPPED, "Dubbel", OFFICE);

        events.publishEvent(new ProcessEnded(granted, "recognition", "End_GrantedWithConditions", "Erkend"));
        events.publishEvent(new ProcessEnded(stopped, "recognition", "End_Granted", "Erkend"));

        assertThat(cases.get(granted).outcome()).isEqualTo("granted-with-conditions");
        assertThat(cases.get(stopped).status()).isEqualTo(CaseStatus.STOPPED);
    }

    @Test
    void resolvesScopesOfModelsFromTheCase() {
        var area = AreaId.create();
        var council = CouncilId.create();
        var bound = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "a", council, area, LocalDate.of(2026, 9, 10), false, OFFICE));
        var loose = open("REC", "b");

        assertThat(scopes.resolve(bound, GroupId.parse("area-manager@area"), null))
                .isEqualTo(GroupId.parse("area-manager@" + area));
        assertThat(scopes.resolve(bound, GroupId.parse("council-chair@case"), null))
                .isEqualTo(GroupId.parse("council-chair@" + council));
        assertThat(scopes.resolve(bound, GroupId.parse("department@item"), "mobility"))
                .isEqualTo(GroupId.parse("department@mobility"));
        assertThat(scopes.resolve(bound, GroupId.parse("college"), null)).isEqualTo(GroupId.parse("college"));
        assertThat(scopes.resolve(loose, GroupId.parse("area-manager@area"), null))
                .isEqualTo(GroupId.parse("participation-office"));
        assertThatThrownBy(() -> scopes.resolve(bound, GroupId.parse("college@elsewhere"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToMoveACaseThatHasEnded() {
        var id = open("REC", "a");
        cases.close(id, "refused", OFFICE);
        var view = cases.get(id);

        assertThatThrownBy(
                        () -> cases.move(id, view.version(), CouncilId.create(), null, "b", "Verkeerde raad", OFFICE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keepsEachRoundOfConditions() {
        var id = open("REC", "a");
        lines.keep(id, "recognition-conditions", List.of(line("chair", false), line("addresses", true)));
        int round = lines.keep(id, "recognition-conditions", List.of(line("chair", true)));

        assertThat(round).isEqualTo(2);
        assertThat(lines.latest(id, "recognition-conditions")).containsExactly(line("chair", true));
        assertThat(lines.of(id)).extracting(CaseLines.Judged::round).containsExactly(2, 1, 1);
        assertThat(lines.latest(id, "other")).isEmpty();
    }

    private static CaseLines.Line line(String key, boolean met) {
        return new CaseLines.Line(
                key,
                met,
                null,
                "Een raad heeft een voorzitter.",
                "A council has a chair.",
                "Die tekent.",
                "Who signs.");
    }

    private List<String> numbers() {
        return jdbc.sql("select number from casefile_case order by number")
                .query(String.class)
                .list();
    }

    private CaseId open(String code, String title) {
        return cases.open(new OpenCase(
                CaseId.create(), "recognition", code, title, null, null, LocalDate.of(2026, 9, 10), false, OFFICE));
    }
}
