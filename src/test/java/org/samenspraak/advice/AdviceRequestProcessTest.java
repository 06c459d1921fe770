package org.samenspraak.advice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.TypedForm;

/** A question from its draft to the look back. The office begins on 1 September 2026, a Tuesday. */
class AdviceRequestProcessTest extends AdviceScenario {

    @Test
    void goesFromDraftToLookBack() {
        var request = sentOut();
        assertThat(view(request).number()).contains("ADV");
        for (var council : List.of(youth, neighbourhood, culture)) {
            var caseId = caseOf(request, council);
            assertThat(view(caseId).council()).isEqualTo(council);
            assertThat(lastDay(caseId)).isEqualTo(today().plusDays(30));
            answer(caseId, "Task_WriteAdvice", advice("Maak de straat smaller."));
        }

        assertThat(task(request, "Task_Reply").groups()).hasToString("[department-youth]");
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "no", "remarks", "Te kort."));
        assertThat(known(request, "Task_Reply")).containsEntry("remarks", "Te kort.");
        answer(request, "Task_Reply", Map.of("summary", "Bijna alles is gevolgd."));
        assertThat(known(request, "Task_Agree")).containsEntry("remarksBefore", "Te kort.");
        assertThat(answered(request, "Task_Agree"))
                .hasSize(6)
                .contains(
                        "Jeugdraad | 1. Verkeer | Maak de straat smaller. | Ter kennis genomen | Wij houden er rekening mee.",
                        "Jeugdraad | Minderheidsstandpunt | Twee leden willen geen paaltjes. |  | ");
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        assertThat(view(caseOf(request, youth)).outcome()).isEqualTo("advice");
        var early = decision(today());
        early.put("earlyReason", "Alle raden antwoordden.");
        answer(request, "Task_DecideCollege", early);
        assertThat(open(request)).containsExactly("Task_LookThrough");
        assertThat(task(request, "Task_LookThrough").groups()).hasToString("[participation-office]");
        lookThrough(request);
        assertThat(open(request)).isEmpty();
        wait(370);
        assertThat(answered(request, "Task_LookBack")).hasSize(6);
        answer(request, "Task_LookBack", Map.of("lookBack", "De straat is smaller."));

        assertThat(view(request).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(view(request).outcome()).isEqualTo("concluded");
    }

    /** What the table of its form shows. */
    private List<String> answered(CaseId request, String element) {
        var shown = (Map<?, ?>) requireNonNull(known(request, element).get("advice"));
        return ((List<?>) requireNonNull(shown.get("points")))
                .stream()
                        .map(row -> (Map<?, ?>) row)
                        .map(row -> row.get("council") + " | " + row.get("point") + " | " + row.get("text") + " | "
                                + row.get("outcome") + " | " + row.get("why"))
                        .toList();
    }

    @Test
    void theGemeenteraadDecidesWhatIsAskedOnItsBehalf() {
        var request = sentOut(Map.of("onBehalfOf", "gemeenteraad"), Map.of());
        wait(31);
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        answer(request, "Task_DecideCouncil", decision(today()));

        assertThat(view(caseOf(request, youth)).outcome()).isEqualTo("silent");
        assertThat(jdbc.sql("select decision_number from advice_request")
                        .query(String.class)
                        .single())
                .isEqualTo("2026_CBS_0101");
    }

    @Test
    void theOfficeReturnsAnUnclearQuestion() {
        var request = drafted(Map.of());
        answer(request, "Task_ChooseCouncils", choice(Map.of()));
        answer(request, "Task_CheckRequest", Map.of("checked", "return", "remarks", "Wat bedoelt u met veilig?"));
        assertThat(known(request, "Task_MendRequest")).containsEntry("remarks", "Wat bedoelt u met veilig?");

        answer(
                request,
                "Task_MendRequest",
                Map.of(
                        "asker", "department-youth",
                        "onBehalfOf", "college",
                        "subject", "Schoolomgeving Kuringen",
                        "question", "Hoe vertraagt het verkeer?",
                        "phase", "design",
                        "position", "advise",
                        "domain", "youth",
                        "area", kuringen.toString()));
        answer(request, "Task_ChooseCouncils", choice(Map.of()));

        assertThat(known(request, "Task_CheckRequest")).containsEntry("question", "Hoe vertraagt het verkeer?");
    }

    @Test
    void proposesCouncilsWithTheReasonOfEachAndTheTermWithItsLines() {
        var request = drafted(Map.of());

        var known = known(request, "Task_ChooseCouncils");

        assertThat((List<?>) known.get("councils"))
                .extracting(row -> String.valueOf(((Map<?, ?>) row).get("council")))
                .containsExactly(youth.toString(), neighbourhood.toString());
        assertThat(known)
                .containsEntry(
                        "proposed",
                        "Jeugdraad: Deze adviesraad gaat over jeugd.\nWijkraad Kuringen: De vraag gaat over het gebied van deze raad.");
        assertThat(String.valueOf(known.get("term")))
                .contains("Gewone termijn als de vraag vandaag vertrekt: tot en met 1 oktober 2026.")
                .contains("30 kalenderdagen")
                .contains("Als het dringend is, ten vroegste: 15 september 2026.");
        assertThat(known.get("warnings")).isNull();
    }

    @Test
    void refusesAnImpossibleDayAtOnceAndSaysTheEarliest() {
        assertThatThrownBy(() -> drafted(Map.of("wishedDay", "2026-09-14")))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> {
                    assertThat(((Refusal) refusal).messageKey()).isEqualTo("advice.refusal.too-short");
                    assertThat(((Refusal) refusal).args()).containsExactly("15 september 2026");
                });
        refused("advice.refusal.far", () -> drafted(Map.of("wishedDay", "2028-09-14")));
        drafted(Map.of("wishedDay", "2026-09-15"));
    }

    @Test
    void showsTheArticleOfTheTerm() {
        var request = drafted(Map.of());
        jdbc.sql("update regulation_parameter set article = 'art. 7' where key = 'advice'")
                .update();
        assertThat(String.valueOf(known(request, "Task_ChooseCouncils").get("term")))
                .contains("(art. 7)");
        jdbc.sql("update regulation_parameter set article = null, reason = 'x', reason_en = 'x' where key = 'advice'")
                .update();
        answer(request, "Task_ChooseCouncils", choice(Map.of()));
        assertThat(String.valueOf(known(request, "Task_CheckRequest").get("term")))
                .contains("(voorbeeldwaarde)");
    }

    @Test
    void aDecisionWithinTheTermsNeedsAReasonAlsoWhenAllCouncilsAnswered() {
        var request = sentOut();
        for (var council : List.of(youth, neighbourhood, culture)) {
            answer(caseOf(request, council), "Task_WriteAdvice", Map.of("answer", "none"));
        }
        answer(request, "Task_Reply", Map.of());
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        assertThat(wrong(request, decision(today()))).containsExactly("earlyReason");
        var early = decision(today());
        early.put("earlyReason", "Alle raden antwoordden.");
        answer(request, "Task_DecideCollege", early);
    }

    @Test
    void refusesAChoiceThatLeavesAProposedCouncilOut() {
        var request = drafted(Map.of());
        var one = List.of(Map.of("council", youth.toString(), "ask", "yes"));
        var twice = new ArrayList<Map<String, String>>(one);
        twice.addAll(one);
        var nobody = new ArrayList<Map<String, String>>();
        for (var council : List.of(youth, neighbourhood)) {
            nobody.add(Map.of("council", council.toString(), "ask", "no", "leftOut", "Al gehoord."));
        }

        refused("advice.refusal.proposed-missing", () -> choose(request, Map.of("councils", one)));
        refused("advice.refusal.council-twice", () -> choose(request, Map.of("councils", twice)));
        refused("advice.refusal.nobody", () -> choose(request, Map.of("councils", nobody)));
        var task = task(request, "Task_ChooseCouncils");
        var form = forms.parse(String.valueOf(task.formJson()));
        var without = List.of(Map.of("council", youth.toString(), "ask", "no"));
        assertThat(forms.judge(form, Map.of(), TypedForm.of(Map.of("councils", without, "urgent", "no")))
                        .errors())
                .extracting(error -> error.path())
                .contains("councils[0].leftOut");
    }

    @Test
    void warnsButGoesOn() {
        for (int open = 0; open < 3; open++) {
            sentOut(Map.of("subject", "Vraag " + open), Map.of());
        }
        jdbc.sql(
                        "insert into council_meeting (id, council_id, day, place) values (gen_random_uuid(), ?, '2026-10-20', '')")
                .param(youth.value())
                .update();

        var request = drafted(Map.of("phase", "realisation", "stillOpen", ""));

        assertThat(String.valueOf(known(request, "Task_ChooseCouncils").get("warnings")))
                .contains("Het plan wordt al uitgevoerd")
                .contains("Er staat niet wat nog openligt")
                .contains("Jeugdraad heeft al 3 of meer adviesvragen openstaan.")
                .contains("Jeugdraad: ")
                .contains("20 oktober 2026");
        answer(request, "Task_ChooseCouncils", choice(Map.of()));
        assertThat(open(request)).containsExactly("Task_CheckRequest");
    }

    @Test
    void aDecisionBeforeTheTermsAreOverNeedsAReason() {
        var request = sentOut();
        wait(31);
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        var early = decision(LocalDate.of(2026, 9, 20));

        early.put("decisionLink", "besluit.example");
        early.put("earlyReason", "De school opende eerder.");
        refused("advice.refusal.link", () -> answer(request, "Task_DecideCollege", early));
        early.put("decisionLink", "https://besluit.example/1");
        early.put("decision", "rejected");
        early.put("reason", "Te duur.");

        answer(request, "Task_DecideCollege", early);
        assertThat(open(request)).containsExactly("Task_LookThrough");
        assertThat(jdbc.sql("select decision_reason from advice_request where case_id = ?")
                        .param(request.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Te duur.");
    }

    /** Not one after the other. */
    @Test
    void aDecisionReadsAtOnceAllThatIsWrongWithIt() {
        var request = sentOut();
        wait(31);
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        var longAgo = decision(LocalDate.of(2020, 1, 1));
        longAgo.put("decision", "rejected");
        assertThat(wrong(request, longAgo)).containsExactlyInAnyOrder("reason", "decisionDate", "earlyReason");
        assertThat(wrong(request, decision(today().plusDays(1)))).containsExactly("decisionDate");
        assertThat(wrong(request, decision(today()))).isEmpty();
    }

    private List<String> wrong(CaseId request, Map<String, Object> decision) {
        var known = known(request, "Task_DecideCollege");
        return forms.judge(form(task(request, "Task_DecideCollege")), known, TypedForm.of(decision)).errors().stream()
                .map(FieldError::path)
                .toList();
    }

    @Test
    void withdrawnTheCouncilsStopAndAreTold() throws Exception {
        var request = sentOut();
        answer(caseOf(request, culture), "Task_WriteAdvice", Map.of("answer", "none"));

        cases.stop(request, CaseStatus.WITHDRAWN, "Het plan gaat niet door.", CLERK);
        run();

        for (var council : List.of(youth, neighbourhood, culture)) {
            assertThat(view(caseOf(request, council)).status()).isEqualTo(CaseStatus.STOPPED);
            assertThat(open(caseOf(request, council))).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from correspondence_letter where template = 'advice-withdrawn'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private static void refused(String key, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
