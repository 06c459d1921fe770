package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Standing;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;

/** The talk of one council, from its preparation to the level. */
class YearlyTalkProcessTest extends TalkScenario {

    @Autowired
    private Letters letters;

    @Autowired
    private Documents documents;

    @Test
    void isPreparedPlannedHeldAndConfirmed() throws Exception {
        var talk = talk();
        assertThat(cases.get(talk).number()).contains("-GES-");
        assertThat(known(talk, "Task_Prepare").toString())
                .contains("Een kort gesprek")
                .doesNotContain("Geen gesprek dit jaar");

        answer(talk, "Task_Prepare", preparation());
        assertThat(said(talk, "Task_PlanTalk", "prepared")).contains("Te snel in de Kerkstraat.");
        answer(talk, "Task_PlanTalk", plan("2027-06-01"));
        assertThat(talks.get(talk).state()).isEqualTo(State.PLANNED);
        assertThat(task(talk, "Task_Report").due()).isAfter(clock.instant().plusSeconds(29 * 86_400));
        assertThat(said(talk, "Task_Report", "points")).contains("Verkeer", "Wensen van de raad");

        goTo(LocalDate.of(2027, 6, 2));
        answer(talk, "Task_Report", report("2027-06-01"));
        assertThat(agreements.open(council, 10))
                .extracting(Agreement::what)
                .containsExactly("Flyers maken", "Snelheid meten");
        assertThat(letters.latest(talk, "talk-report")).isPresent();

        answer(talk, "Task_ConfirmReport", Map.of("agreed", "yes"));
        assertThat(cases.get(talk).outcome()).isEqualTo("held");
        assertThat(talks.get(talk).confirmed()).isEqualTo("agreed");
        PdfUa.isAccessible(report(talk));
    }

    @Test
    void withoutPreparationTheAreaManagerPlansAnyway() {
        var talk = talk();

        wait(40);

        assertThat(open(talk)).containsExactly("Task_PlanTalk");
        assertThat(talks.get(talk).state()).isEqualTo(State.UNPREPARED);
    }

    @Test
    void theCouncilChoosesADayOrNone() {
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());
        var days = List.of(Map.of("day", "2027-06-01", "time", "19:30"), Map.of("day", "2027-06-02", "time", "20:00"));
        answer(talk, "Task_PlanTalk", proposed(days));
        assertThat(known(talk, "Task_ChooseDay").toString()).contains("woensdag 2 juni 2027, 20:00");

        answer(talk, "Task_ChooseDay", Map.of("choice", "none", "remark", "Liever in september."));
        assertThat(known(talk, "Task_PlanTalk")).containsEntry("remark", "Liever in september.");

        answer(talk, "Task_PlanTalk", proposed(days));
        answer(talk, "Task_ChooseDay", Map.of("choice", "2027-06-02T20:00"));
        assertThat(talks.get(talk).plannedAt()).hasToString("2027-06-02T18:00:00Z");
    }

    @Test
    void aCouncilThatDoesNotChooseIsPlannedByHand() {
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());
        answer(
                talk,
                "Task_PlanTalk",
                proposed(List.of(
                        Map.of("day", "2027-06-21", "time", "19:30"), Map.of("day", "2027-06-22", "time", "20:00"))));

        wait(10);

        assertThat(open(talk)).containsExactly("Task_PlanTalk");
    }

    @Test
    void silenceCountsAsAgreedAndRemarksAreAdded() {
        var silent = reported();
        wait(20);
        assertThat(cases.get(silent).outcome()).isEqualTo("held");
        assertThat(talks.get(silent).confirmed()).isEqualTo("silence");
    }

    @Test
    void aReportInWhichNothingWasSaidHasNoEmptyHeadings() throws Exception {
        var silent = planned();
        goTo(LocalDate.of(2027, 6, 2));
        answer(silent, "Task_Report", report("2027-06-01", "points", List.of()));

        assertThat(text(report(silent))).doesNotContain("Wat er gezegd is").contains("Snelheid meten");
        PdfUa.isAccessible(report(silent));
    }

    @Test
    void remarksAreAddedToTheReport() throws Exception {
        var talk = reported();
        var first = letters.latest(talk, "talk-report");
        wait(1);

        answer(talk, "Task_ConfirmReport", Map.of("agreed", "remarks", "remarks", "Wij vroegen ook een bank."));

        assertThat(talks.get(talk).remarks()).isEqualTo("Wij vroegen ook een bank.");
        assertThat(letters.latest(talk, "talk-report")).isNotEqualTo(first);
        assertThat(said(talk, "Task_ReadRemarks", "remarks")).isEqualTo("Wij vroegen ook een bank.");
        answer(talk, "Task_ReadRemarks", Map.of("answer", "De bank komt op de agenda van juni."));
        assertThat(mailTo(AN)).contains("De bank komt op de agenda van juni.");
        assertThat(cases.get(talk).outcome()).isEqualTo("held");
        PdfUa.isAccessible(report(talk));
    }

    @Test
    void nothingChangedKeepsGoalsAndMaySkipTheTalkOnceWhereTheRegulationLetsIt() {
        jdbc.sql("update regulation_parameter set value = '1' where key = 'talk.waivers'")
                .update();
        var before = reported();
        answer(before, "Task_ConfirmReport", Map.of("agreed", "yes"));
        jdbc.sql("update grant_agreement set done_on = '2027-07-01'").update();

        var second = nextYear(2028);
        assertThat(known(second, "Task_Prepare")).containsEntry("lastGoals", "Meer banken.");
        answer(second, "Task_Prepare", Map.of("changed", "no", "talking", "none"));
        assertThat(cases.get(second).outcome()).isEqualTo("waived");
        assertThat(talks.get(second).goals()).isEqualTo("Meer banken.");

        var third = nextYear(2029);
        assertThat(said(third, "Task_Prepare", "talk")).doesNotContain("Geen gesprek dit jaar");
    }

    /** It said nothing, so what it said last year and what is still open are the agenda. */
    @Test
    void whoDoesNotPrepareFindsItsGoalsOfLastYearOnTheAgenda() {
        answer(reported(), "Task_ConfirmReport", Map.of("agreed", "yes"));
        var second = nextYear(2028);
        wait(40);

        answer(second, "Task_PlanTalk", plan("2028-07-04"));
        goTo(LocalDate.of(2028, 7, 5));

        assertThat(said(second, "Task_Report", "points")).contains("Meer banken.", "Snelheid meten", "Flyers maken");
    }

    @Test
    void anOpenAgreementNeedsAUsualTalkAndComesBackOnTheForm() {
        var before = reported();
        answer(before, "Task_ConfirmReport", Map.of("agreed", "yes"));

        var second = nextYear(2028);

        var known = known(second, "Task_Prepare");
        assertThat(String.valueOf(known.get("talk"))).doesNotContain("Een kort gesprek");
        assertThat(String.valueOf(known.get("agreements"))).contains("agreement=");
        var flyers = agreements.open(council, 10).get(0);
        answer(
                second,
                "Task_Prepare",
                Map.of(
                        "changed",
                        "no",
                        "talking",
                        "yes",
                        "agreements",
                        List.of(Map.of("agreement", String.valueOf(flyers.id()), "done", "yes", "note", "Gedrukt."))));
        assertThat(agreements.open(council, 10)).extracting(Agreement::what).containsExactly("Snelheid meten");
        assertThat(said(second, "Task_PlanTalk", "prepared")).contains("Snelheid meten");
    }

    @Test
    void anotherLevelIsDecidedWithAReasonAndWrittenInTheRegister() throws Exception {
        levels();
        var talk = talk();
        answer(talk, "Task_Prepare", preparation("level", "uitvoerend"));
        answer(talk, "Task_PlanTalk", plan("2027-06-01"));
        goTo(LocalDate.of(2027, 6, 2));
        answer(talk, "Task_Report", report("2027-06-01", "level", "uitvoerend"));
        answer(talk, "Task_ConfirmReport", Map.of("agreed", "yes"));

        assertThat(known(talk, "Task_DecideLevel")).containsEntry("wished", "uitvoerend");
        answer(talk, "Task_DecideLevel", Map.of("level", "uitvoerend", "reason", "De raad is er klaar voor."));

        assertThat(councils.get(council).level()).isEqualTo("uitvoerend");
        assertThat(cases.get(talk).outcome()).isEqualTo("held");
        assertThat(mailTo(AN)).contains("Uw raad heeft niveau: uitvoerend.", "De raad is er klaar voor.");
        assertThat(text(file(talk, "talk-level")))
                .contains(
                        "Uw raad heeft niveau: uitvoerend.",
                        "Waarom? De raad is er klaar voor.",
                        "Het bureau beslist over een ander niveau binnen vier weken.")
                .containsPattern("Datum van het besluit \\d")
                .containsPattern("Bent u het niet eens met dit besluit\\? \\S+ \\S+");
    }

    @Test
    void aShortTalkAndAnotherLevelDoNotGoTogether() {
        levels();
        var talk = talk();

        assertThatThrownBy(() -> answer(talk, "Task_Prepare", preparation("level", "uitvoerend", "talking", "short")))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("grant.refusal.level-changes");
    }

    @Test
    void stopsWhenTheCouncilLeavesTheRegister() throws Exception {
        var talk = planned();
        jdbc.sql("insert into council_inscription (id, council_id, recognised, from_day, case_id)"
                        + " values (gen_random_uuid(), ?, true, '2026-01-01', gen_random_uuid())")
                .param(council.value())
                .update();

        councils.end(council, Standing.WITHDRAWN, today(), "Geen leden meer.", null, OFFICE);
        run();

        assertThat(cases.get(talk).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(cases.get(talk).outcome()).isEqualTo("register-ended");
        assertThat(talks.get(talk).state()).isEqualTo(State.STOPPED);
        assertThat(letters.latest(talk, "talk-stopped")).isPresent();
        assertThat(mailTo(ALDERMAN)).contains("METHOD:CANCEL");
    }

    private void levels() {
        jdbc.sql(
                        """
                        update regulation_parameter set value = 'basis,uitvoerend,beleidsmatig'
                         where key = 'recognition.levels'
                        """)
                .update();
        jdbc.sql("update council_council set level = 'basis'").update();
    }

    private CaseId nextYear(int year) {
        jdbc.sql("update grant_round set closed_at = now() where closed_at is null")
                .update();
        goTo(LocalDate.of(year, 5, 3));
        round(Map.of("year", String.valueOf(year)));
        return begun(year);
    }

    private Map<String, Object> proposed(List<Map<String, String>> days) {
        return Map.of(
                "way", "propose",
                "proposals", days,
                "minutes", "60",
                "place", "Buurthuis",
                "partner", alderman.toString());
    }

    private byte[] report(CaseId talk) {
        return file(talk, "talk-report");
    }

    private byte[] file(CaseId talk, String letter) {
        var bytes = new ByteArrayOutputStream();
        documents.write(letters.latest(talk, letter).orElseThrow(), bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
