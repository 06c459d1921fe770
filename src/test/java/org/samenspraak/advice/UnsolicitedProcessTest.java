package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Advice that nobody asked for, until the council reads what was done with it. */
class UnsolicitedProcessTest extends GivingScenario {

    private static final String SECRETARY = "Els Maes, secretaris";

    private static final Actor GREEN = Actor.resident("medewerker dienst groen");
    private static final Actor ALDERMAN = Actor.resident("schepen");

    @Autowired
    private Unsolicited unsolicited;

    @Test
    void isReceivedAssignedRepliedToAndAgreed() throws Exception {
        var opened = give(ADVICE);
        assertThat(cases.get(opened).title()).isEqualTo("Speeltuin");
        assertThat(cases.get(opened).number()).contains("-ONG-");
        assertThat(points(opened)).isEqualTo(2);
        assertThat(given(opened))
                .containsEntry("votes_for", 7)
                .containsEntry("answer", "advice")
                .containsEntry("not_legal", false)
                .containsEntry("request", null);
        outbox.sendDue();
        assertThat(body(AN)).contains("Wij kregen het advies van uw raad");

        assign(opened, "department-green");
        assertThat(task(opened, "Task_Reply").groups()).hasToString("[department-green]");
        assertThat(known(task(opened, "Task_Reply"), GREEN))
                .containsEntry("progress", "0 van de 2 punten hebben een antwoord.")
                .containsEntry("note", "Kijk ook naar vorig jaar.");
        replies(opened);
        answer(opened, "Task_Reply", Map.of("ours", "yes", "summary", "Wij planten bomen."), GREEN);
        assertThat(task(opened, "Task_AgreeReplies").groups()).hasToString("[alderman]");
        answer(opened, "Task_AgreeReplies", Map.of("agreed", "yes"), ALDERMAN);
        assertThat(task(opened, "Task_LookThrough").groups()).hasToString("[participation-office]");
        answer(opened, "Task_LookThrough", Map.of("lookedThrough", true), ALDERMAN);

        assertThat(tasks.ofCase(opened)).isEmpty();
        assertThat(cases.get(opened).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(opened).outcome()).isEqualTo("answered");
    }

    @Test
    void theAldermanSendsItBackWithRemarks() {
        var opened = give(ADVICE);
        assign(opened, "department-green");
        replies(opened);
        answer(opened, "Task_Reply", Map.of("ours", "yes", "summary", "Kort."), GREEN);

        answer(opened, "Task_AgreeReplies", Map.of("agreed", "no", "remarks", "Te kort."), ALDERMAN);

        assertThat(known(task(opened, "Task_Reply"), GREEN))
                .containsEntry("remarks", "Te kort.")
                .containsEntry("summary", "Kort.");
        answer(opened, "Task_Reply", Map.of("ours", "yes", "summary", "Langer."), GREEN);
        answer(opened, "Task_AgreeReplies", Map.of("agreed", "yes"), ALDERMAN);
        assertThat(task(opened, "Task_LookThrough").groups()).hasToString("[participation-office]");
        answer(opened, "Task_LookThrough", Map.of("lookedThrough", true), ALDERMAN);
        assertThat(cases.get(opened).outcome()).isEqualTo("answered");
    }

    @Test
    void aDepartmentThatIsNotInChargeGivesItBack() {
        var opened = give(ADVICE);
        assign(opened, "department-green");

        answer(opened, "Task_Reply", Map.of("ours", "no", "notOurs", "Dit is voor mobiliteit."), GREEN);

        assertThat(known(task(opened, "Task_AssignAdvice"), OFFICE))
                .containsEntry("notOurs", "Dit is voor mobiliteit.");
        assign(opened, "department-mobility");
        assertThat(task(opened, "Task_Reply").groups()).hasToString("[department-mobility]");
    }

    @Test
    void aBrokenCompositionIsNoLegalAdvice() {
        councils.flagComposition(council, true, OFFICE);
        var by = by("An Peeters, voorzitter");
        assertThat(forms.prefill(forms.shipped("unsolicited-advice"), null, by))
                .hasEntrySatisfying(
                        "composition", it -> assertThat(String.valueOf(it)).contains("geen rechtsgeldig advies"))
                .containsEntry("secretary", "Els Maes");

        var opened = give(ADVICE);

        assertThat(given(opened)).containsEntry("not_legal", true);
        assertThat(jdbc.sql("select count(*) from casefile_event where kind = 'advice.not-legal'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        councils.flagComposition(council, false, OFFICE);
        assertThat(forms.prefill(forms.shipped("unsolicited-advice"), null, by)).doesNotContainKey("composition");
    }

    @Test
    void withdrawnNobodyRepliesAndTheCouncilIsTold() throws Exception {
        var opened = give(ADVICE);
        assign(opened, "department-green");

        cases.stop(opened, CaseStatus.WITHDRAWN, "Het is al opgelost.", by("An Peeters, voorzitter"));
        engine.runDue();

        assertThat(tasks.ofCase(opened)).isEmpty();
        outbox.sendDue();
        assertThat(body(AN)).contains("Uw advies is ingetrokken");
    }

    @Test
    void theOtherOfChairAndSecretaryConfirmsWhenTheRegulationSaysSo() {
        askBothSignatures();
        var opened = give(ADVICE);
        assertThat(points(opened)).isZero();
        assertThat(known(task(opened, "Task_SignSecretary"), by(SECRETARY))).containsEntry("subject", "Speeltuin");

        answer(opened, "Task_SignSecretary", Map.of("signed", "no", "signingRemarks", "Punt 2?"), by(SECRETARY));
        assertThat(known(task(opened, "Task_MendAdvice"), by(SECRETARY))).containsEntry("signingRemarks", "Punt 2?");
        assertThatThrownBy(() -> mend(opened, with("points", List.of()))).isInstanceOf(Refusal.class);
        mend(opened, ADVICE);
        answer(opened, "Task_SignChair", Map.of("signed", "yes"), by("An Peeters, voorzitter"));

        assertThat(points(opened)).isEqualTo(2);
        assertThat(task(opened, "Task_AssignAdvice")).isNotNull();
    }

    @Test
    void goesOutAsItWasWhenNobodyMendsItInTime() {
        askBothSignatures();
        var opened = give(ADVICE);
        answer(opened, "Task_SignSecretary", Map.of("signed", "no", "signingRemarks", "Punt 2?"), by(SECRETARY));

        clock.advance(Duration.ofDays(90));
        engine.set(clock.instant());
        engine.runDue();

        assertThat(points(opened)).isEqualTo(2);
        assertThat(task(opened, "Task_AssignAdvice")).isNotNull();
    }

    private void mend(CaseId opened, Map<String, Object> answers) {
        var all = new HashMap<>(answers);
        all.put("subject", "Speeltuin");
        answer(opened, "Task_MendAdvice", all, by(SECRETARY));
    }

    @Test
    void refusesWhatIsNoAdvice() {
        refuses("advice.refusal.no-points", with("points", List.of()));
        refuses("advice.refusal.no-votes", with("votesFor", "0", "votesAgainst", "0", "votesAbstained", "0"));
    }

    @Test
    void receivedTwiceIsOnce() {
        var opened = give(ADVICE);

        unsolicited.receive(opened, OFFICE);

        assertThat(points(opened)).isEqualTo(2);
    }

    private void refuses(String key, Map<String, Object> answers) {
        assertThatThrownBy(() -> give(answers))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private static Map<String, Object> with(Object... changes) {
        var all = new HashMap<>(ADVICE);
        for (int i = 0; i < changes.length; i += 2) {
            all.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return all;
    }

    private CaseId give(Map<String, Object> answers) {
        var form = forms.shipped("unsolicited-advice");
        var all = new HashMap<>(answers);
        all.put("subject", "Speeltuin");
        var by = by("An Peeters, voorzitter");
        var known = new HashMap<>(forms.prefill(form, null, by));
        known.put("portal", Map.of("council", council.toString()));
        var opened = intake.start("unsolicited-advice", form, judged(form, known, all), today(), false, by);
        engine.runDue();
        return opened.id();
    }

    private void assign(CaseId caseId, String department) {
        answer(
                caseId,
                "Task_AssignAdvice",
                Map.of("responsible", department, "note", "Kijk ook naar vorig jaar."),
                OFFICE);
    }

    /** As the page of replies keeps them. */
    private void replies(CaseId caseId) {
        jdbc.sql("select id from advice_point where advice = ?")
                .param(caseId.value())
                .query(UUID.class)
                .list()
                .forEach(point -> {
                    var reply = UUID.randomUUID();
                    jdbc.sql(
                                    "insert into advice_reply (id, case_id, outcome, place) values (?, ?, 'followed', 'art. 2')")
                            .params(reply, caseId.value())
                            .update();
                    jdbc.sql("update advice_point set reply = ? where id = ?")
                            .params(reply, point)
                            .update();
                });
    }

    private String body(String address) throws Exception {
        var all = mail.receivedBy(address);
        return GreenMailUtil.getBody(all.get(all.size() - 1)).replace("=\r\n", "");
    }
}
