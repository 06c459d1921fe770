package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** A council with a chair and a secretary that gives advice: asked for, or by itself. */
abstract class GivingScenario extends CouncilCaseIT {

    static final Map<String, Object> ADVICE = Map.of(
            "points",
            List.of(
                    Map.of("topic", "Bomen", "text", "Plant er meer.", "kind", "condition", "page", "p. 3"),
                    Map.of("topic", "Banken", "text", "Waar komen ze?", "kind", "question", "page", "")),
            "basis",
            "votes",
            "votesFor",
            "7",
            "votesAgainst",
            "2",
            "votesAbstained",
            "1",
            "minority",
            "Twee leden willen meer parkeerplaatsen.",
            "chair",
            "An Peeters",
            "secretary",
            "Els Maes");

    @Autowired
    Intake intake;

    @Autowired
    Forms forms;

    @Autowired
    TaskData taskData;

    @Autowired
    Tasks tasks;

    private AreaId area = AreaId.create();

    @BeforeEach
    void aCouncil() {
        engine.set(clock.instant());
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    Actor by(String who) {
        return Actor.council(council, who + " (Wijkraad Runkst)");
    }

    /** The case of a council that was asked; the request itself is only in the tables. */
    CaseId asked() {
        var request = CaseId.create();
        var asked = CaseId.create();
        jdbc.sql("insert into advice_request (case_id, asker_group, on_behalf_of, domain, phase, position)"
                        + " values (?, 'department-green', 'college', 'green', 'design', 'advise')")
                .param(request.value())
                .update();
        jdbc.sql("insert into advice_question (request, version, subject, question, still_open, at, by_name)"
                        + " values (?, 1, 'Parkplan', 'Wat vindt u?', 'Alles', now(), 'dienst groen')")
                .param(request.value())
                .update();
        cases.open(new OpenCase(
                asked, "council-advice", "RAD", "Wijkraad Runkst – Parkplan", council, area, today(), false, OFFICE));
        jdbc.sql("insert into advice_given (case_id, request, council_id, asked_on, last_day) values (?, ?, ?, ?, ?)")
                .params(asked.value(), request.value(), council.value(), today(), today().plusDays(30))
                .update();
        processes.start("council-advice", asked, Map.of(), OFFICE);
        engine.runDue();
        return asked;
    }

    OpenTask task(CaseId caseId, String element) {
        var open = tasks.ofCase(caseId);
        assertThat(open).extracting(OpenTask::element).contains(element);
        return open.stream()
                .filter(it -> it.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    Form form(OpenTask task) {
        return forms.parse(Objects.requireNonNull(task.formJson()));
    }

    Map<String, Object> known(OpenTask task, Actor by) {
        return taskData.of(task, form(task), by);
    }

    void answer(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        var task = task(caseId, element);
        intake.answer(task.id(), form(task), judged(form(task), known(task, by), answers), false, by);
        engine.runDue();
    }

    Judgement judged(Form form, Map<String, Object> known, Map<String, Object> answers) {
        var judgement = forms.judge(form, known, TypedForm.of(answers));
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    void askBothSignatures() {
        jdbc.sql("update regulation_parameter set value = 'both' where key = 'advice.signatures'")
                .update();
    }

    Map<String, Object> given(CaseId caseId) {
        return jdbc.sql("select * from advice_given where case_id = ?")
                .param(caseId.value())
                .query()
                .singleRow();
    }

    int points(CaseId caseId) {
        return jdbc.sql("select count(*) from advice_point where advice = ?")
                .param(caseId.value())
                .query(Integer.class)
                .single();
    }
}
