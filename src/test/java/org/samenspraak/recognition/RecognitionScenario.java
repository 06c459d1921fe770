package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An office that walks recognition: forms are judged as a browser would send them, clocks run when a test says so. */
abstract class RecognitionScenario extends PostgresIT {

    static final Actor CLERK = Actor.resident("participatieambtenaar");

    @Autowired
    Intake intake;

    @Autowired
    Forms forms;

    @Autowired
    TaskData taskData;

    @Autowired
    Tasks tasks;

    @Autowired
    Processes processes;

    @Autowired
    EngineClock engine;

    @Autowired
    Cases cases;

    @Autowired
    Councils councils;

    @Autowired
    Areas areas;

    AreaId area;

    @BeforeEach
    void makeArea() {
        engine.set(clock.instant());
        area = areas.add("Runkst", null, CLERK);
    }

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    /** Applies with the usual answers but for these, and runs what follows. */
    CaseId apply(Map<String, Object> changes) {
        var answers = application(changes);
        var form = forms.shipped("recognition-application");
        var opened = intake.start("recognition", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    CaseId apply() {
        return apply(Map.of());
    }

    /** An application that was found complete, up to the advice. */
    CaseId complete(Map<String, Object> changes) {
        var caseId = apply(changes);
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        check(caseId, Map.of());
        return caseId;
    }

    /** Granted by the organ of the kind. */
    CaseId granted(Map<String, Object> changes) {
        var caseId = complete(changes);
        advise(caseId);
        var organ = awaits(caseId, "Task_DecideCollege") ? "Task_DecideCollege" : "Task_DecideCouncil";
        answer(caseId, organ, decision("granted"));
        return caseId;
    }

    /** Signed by all four and in the register. */
    CaseId recognised(Map<String, Object> changes) {
        var caseId = granted(changes);
        for (var signer : List.of("Chair", "Secretary", "Mayor", "Director")) {
            sign(caseId, signer);
        }
        return caseId;
    }

    void check(CaseId caseId, Map<String, Object> changes) {
        var answers = new LinkedHashMap<String, Object>(
                Map.of("kind", kindOf(caseId), "delimited", "yes", "overlaps", "no", "complete", "true"));
        answers.putAll(changes);
        answer(caseId, "Task_CheckApplication", answers);
    }

    void advise(CaseId caseId) {
        answer(
                caseId,
                "Task_Advise",
                Map.of(
                        "advice", "grant",
                        "adviceReason", "Alles is in orde.",
                        "meeting", today().plusDays(14).toString(),
                        "draft", "Het orgaan erkent de raad."));
    }

    void sign(CaseId caseId, String signer, Actor by, String name) {
        answer(caseId, "Task_Sign" + signer, Map.of("agrees", "true", "signedAs", name), by);
    }

    void sign(CaseId caseId, String signer) {
        sign(caseId, signer, CLERK, "Ondertekenaar " + signer);
    }

    static Map<String, Object> decision(String decision) {
        var answers = new LinkedHashMap<String, Object>(Map.of(
                "decision", decision,
                "reason", "De raad vertegenwoordigt de buurt.",
                "decisionNumber", "2026_CBS_0042",
                "decisionDate", "14-9-2026"));
        if ("conditional".equals(decision)) {
            answers.put("conditions", "Elk jaar een open forum.");
        }
        return answers;
    }

    void answer(CaseId caseId, String element, Map<String, Object> answers) {
        answer(caseId, element, answers, CLERK);
    }

    /** Answers the form of an open task and runs what follows. */
    void answer(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        var task = task(caseId, element);
        var form = forms.parse(task.formJson() == null ? "" : task.formJson());
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, by), answers), false, by);
        run();
    }

    Judgement judged(Form form, Map<String, Object> stored, Map<String, Object> answers) {
        var judgement = forms.judge(form, stored, sent(answers));
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    /** As a browser would send it. */
    static MultiValueMap<String, String> sent(Map<String, Object> answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach((name, value) -> flatten(sent, name, value));
        return sent;
    }

    private static void flatten(MultiValueMap<String, String> sent, String name, Object value) {
        if (value instanceof List<?> rows && rows.stream().allMatch(Map.class::isInstance)) {
            sent.add("_rows." + name, "" + rows.size());
            for (int row = 0; row < rows.size(); row++) {
                var path = name + "[" + row + "].";
                ((Map<?, ?>) rows.get(row)).forEach((key, part) -> flatten(sent, path + key, part));
            }
        } else if (value instanceof Set<?> chosen) {
            chosen.forEach(one -> sent.add(name, one.toString()));
        } else {
            sent.add(name, value.toString());
        }
    }

    OpenTask task(CaseId caseId, String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open but " + open(caseId)));
    }

    boolean awaits(CaseId caseId, String element) {
        return open(caseId).contains(element);
    }

    List<String> open(CaseId caseId) {
        return tasks.ofCase(caseId).stream().map(OpenTask::element).toList();
    }

    /** Runs steps and timers that are due; none may fail. */
    void run() {
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
        assertThat(jdbc.sql("select exception_msg_ from act_ru_job where exception_msg_ is not null")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Lets days go by and runs what came due. */
    void wait(int days) {
        clock.advance(Duration.ofDays(days));
        engine.set(clock.instant());
        run();
    }

    /** Goes to noon of a day. */
    void goTo(LocalDate day) {
        clock.set(day.atTime(12, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        engine.set(clock.instant());
        run();
    }

    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(clock), ZoneId.of("Europe/Brussels"));
    }

    CaseView view(CaseId caseId) {
        return cases.get(caseId);
    }

    CouncilView council(CaseId caseId) {
        return councils.get(Objects.requireNonNull(view(caseId).council()));
    }

    private String kindOf(CaseId caseId) {
        return Conditions.word(council(caseId).kind());
    }

    /** The case that runs as long as the recognition does. */
    CaseId term(CaseId caseId) {
        return jdbc.sql("select case_id from recognition_term where council_id = :council and ended_on is null")
                .param("council", council(caseId).id().value())
                .query((row, number) -> new CaseId(row.getObject("case_id", java.util.UUID.class)))
                .single();
    }

    Map<String, Object> application(Map<String, Object> changes) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("kind", "wijkraad");
        answers.put("name", "Wijkraad Runkst");
        answers.put("area", area.toString());
        answers.put("boundaries", "Tussen de ring en het kanaal.");
        answers.put("purpose", "Samen de buurt mooier maken.");
        answers.put("receivesMoney", "yes");
        answers.put("openToNewMembers", "yes");
        answers.put("members", members("woman", "man", "woman"));
        answers.put("contactName", "Secretaris wijkraad Runkst");
        answers.put("contactMail", "secretaris@voorbeeld.be");
        answers.putAll(changes);
        return answers;
    }

    /** Chair, secretary, treasurer and further members, one address each. */
    static List<Map<String, Object>> members(String... sexes) {
        var functions = List.of("chair", "secretary", "treasurer");
        var members = new ArrayList<Map<String, Object>>();
        for (var sex : sexes) {
            int row = members.size();
            var member = new LinkedHashMap<String, Object>();
            member.put("name", "Lid " + (row + 1));
            member.put("address", "Dorpsstraat " + (row + 1) + ", 3500 Hasselt");
            member.put("membership", "voting");
            member.put("politician", "no");
            member.put("sex", sex);
            if (row < functions.size()) {
                member.put("functions", Set.of(functions.get(row)));
                member.put("email", functions.get(row) + "@voorbeeld.be");
            }
            members.add(member);
        }
        return members;
    }
}
