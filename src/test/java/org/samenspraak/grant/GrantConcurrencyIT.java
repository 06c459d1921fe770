package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Budget;
import org.samenspraak.ledger.Budgets.Allotment;
import org.samenspraak.process.OpenTask;

/** Fifty councils are assessed at the same moment on a budget for forty, by the form that officials send. */
class GrantConcurrencyIT extends GrantScenario {

    private static final int ASKED = 50;
    private static final int ENOUGH_FOR = 40;
    private static final int AT_ONCE = 10;

    @Test
    void exactlyAsManyAreGrantedAsThereIsMoneyFor() throws Exception {
        budgets.raise(
                budget().key(),
                new Allotment(euros(String.valueOf(ENOUGH_FOR * 1000 - 5000)), "2027_GR_0009", "Meer", DIRECTOR));
        var all = fiftyAsked();

        var results = atOnce(all.stream().map(this::toAssess).toList());

        assertThat(results.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())))
                .isEqualTo(Map.of("granted", (long) ENOUGH_FOR, "grant.refusal.budget", (long) ASKED - ENOUGH_FOR));
        assertThat(budget()).returns(euros("0"), Budget::available).returns(euros("40000"), Budget::reserved);

        run();
        var toDecide = all.stream()
                .filter(grant -> open(grant).contains("Task_DecideOfficial"))
                .toList();
        assertThat(toDecide).hasSize(ENOUGH_FOR);
        assertThat(atOnce(toDecide.stream().map(this::toDecide).toList())).containsOnly("granted");
        run();
        assertThat(budget())
                .returns(euros("0"), Budget::reserved)
                .returns(euros("40000"), Budget::committed)
                .returns(euros("40000"), Budget::total);
    }

    private List<CaseId> fiftyAsked() {
        set("talk.application", "no");
        set("grant.forum", "no");
        set("grant.treasurer", "no");
        for (int i = 1; i < ASKED; i++) {
            var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad " + i, area, OFFICE);
            inscribe(other, LocalDate.of(2026, 1, 1));
        }
        jdbc.sql("update council_council set standing = 'RECOGNISED'").update();
        round(Map.of());
        starter.begin();
        run();
        talksAreOver();
        grantStarter.begin();
        run();
        wait(45);
        // the models of the talks went on meanwhile
        talksAreOver();
        return jdbc.sql("select case_id from grant_grant")
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    private void talksAreOver() {
        jdbc.sql("update grant_talk set state = 'CONFIRMED', held_on = '2027-06-01'")
                .update();
    }

    private Sending toAssess(CaseId grant) {
        return new Sending(task(grant, "Task_Assess"), ASSESSOR, Map.of("proposal", "granted"));
    }

    private Sending toDecide(CaseId grant) {
        return new Sending(
                task(grant, "Task_DecideOfficial"),
                DIRECTOR,
                decision("granted", "decisionNumber", "AD-" + cases.get(grant).number()));
    }

    /** What became of each: granted, or the key of its refusal. */
    private List<String> atOnce(List<Sending> all) throws Exception {
        var together = new CyclicBarrier(AT_ONCE);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var sent = all.stream()
                    .map(one -> pool.submit(() -> {
                        together.await();
                        return send(one);
                    }))
                    .toList();
            var results = new ArrayList<String>();
            for (var each : sent) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private String send(Sending one) {
        var form = forms.parse(String.valueOf(one.task().formJson()));
        var judgement = judged(form, taskData.of(one.task(), form, one.by()), one.answers());
        try {
            intake.answer(one.task().id(), form, judgement, false, one.by());
            return "granted";
        } catch (Refusal refusal) {
            return refusal.messageKey();
        }
    }

    private record Sending(OpenTask task, Actor by, Map<String, Object> answers) {}
}
