package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** A registered council, an alderman and an area manager, in May: a round can begin. */
abstract class TalkScenario extends CouncilCaseIT {

    static final String ALDERMAN = "schepen@stad.example";
    static final String MANAGER = "wijkmanager@stad.example";

    @Autowired
    Intake intake;

    @Autowired
    Forms forms;

    @Autowired
    TaskData taskData;

    @Autowired
    Tasks tasks;

    @Autowired
    People people;

    @Autowired
    TalkStarter starter;

    @Autowired
    Talks talks;

    @Autowired
    Agreements agreements;

    AreaId area = AreaId.create();
    PersonId alderman = PersonId.create();

    @BeforeEach
    void aCouncil() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        goTo(LocalDate.of(2027, 5, 3));
        area = areas.add("Runkst", null, OFFICE);
        council = council("Wijkraad Runkst");
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        alderman = official("schepen van participatie", ALDERMAN, GroupId.of("alderman"));
        official("wijkmanager Runkst", MANAGER, new GroupId("area-manager", area.toString()));
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    CouncilId council(String name) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
        jdbc.sql("update council_council set standing = 'RECOGNISED' where id = ?")
                .param(id.value())
                .update();
        jdbc.sql("insert into recognition_term (case_id, council_id, receives_money, open_to_new_members)"
                        + " values (?, ?, true, true)")
                .params(UUID.randomUUID(), id.value())
                .update();
        return id;
    }

    private PersonId official(String name, String address, GroupId group) {
        return people.add(
                new NewPerson(name.replace(' ', '-'), name, address, "", "een lang wachtwoord hier", Set.of(group)),
                OFFICE);
    }

    CaseId round(Map<String, Object> changes) {
        var answers = new HashMap<String, Object>(Map.of("under", "hasselt", "year", "2027", "sure", "true"));
        answers.putAll(changes);
        var form = forms.shipped("yearly-round");
        var known = forms.prefill(form, null, OFFICE);
        var opened = intake.start("yearly-round", form, judged(form, known, answers), today(), false, OFFICE);
        run();
        return opened.id();
    }

    /** Of our council, after its round began. */
    CaseId talk() {
        round(Map.of());
        return begun(2027);
    }

    CaseId begun(int year) {
        starter.begin();
        run();
        return jdbc.sql("select case_id from grant_talk where council_id = ? and year = ? and round is not null")
                .params(council.value(), year)
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .single();
    }

    Actor member() {
        return Actor.council(council, "An Peeters, voorzitter (Wijkraad Runkst)");
    }

    void answer(CaseId caseId, String element, Map<String, Object> answers) {
        var by = element.equals("Task_Prepare")
                        || element.equals("Task_ChooseDay")
                        || element.equals("Task_ConfirmReport")
                ? member()
                : OFFICE;
        answer(caseId, element, answers, by);
    }

    void answer(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        var task = task(caseId, element);
        var form = forms.parse(String.valueOf(task.formJson()));
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, by), answers), false, by);
        run();
    }

    Map<String, Object> known(CaseId caseId, String element) {
        var task = task(caseId, element);
        return taskData.of(task, forms.parse(String.valueOf(task.formJson())), OFFICE);
    }

    /** What a form starts from under a key, as text. */
    String said(CaseId caseId, String element, String key) {
        return String.valueOf(known(caseId, element).get(key));
    }

    Judgement judged(Form form, Map<String, Object> known, Map<String, Object> answers) {
        var judgement = forms.judge(form, known, TypedForm.of(answers));
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    OpenTask task(CaseId caseId, String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open but " + open(caseId)));
    }

    List<String> open(CaseId caseId) {
        return tasks.ofCase(caseId).stream().map(OpenTask::element).toList();
    }

    Map<String, Object> preparation(Object... changes) {
        return with(
                new HashMap<>(Map.of(
                        "well", "Veel volk op het feest.",
                        "goals", "Meer banken.",
                        "talking", "yes",
                        "points", List.of(Map.of("topic", "Verkeer", "text", "Te snel in de Kerkstraat.")),
                        "wishes", "Een lokaal.")),
                changes);
    }

    Map<String, Object> plan(String day, Object... changes) {
        return with(
                new HashMap<>(Map.of(
                        "way", "fixed",
                        "day", day,
                        "time", "19:30",
                        "minutes", "60",
                        "place", "Buurthuis De Linde",
                        "partner", alderman.toString())),
                changes);
    }

    Map<String, Object> report(String day, Object... changes) {
        return with(
                new HashMap<>(Map.of(
                        "held",
                        "yes",
                        "heldOn",
                        day,
                        "present",
                        "voorzitter, schepen",
                        "points",
                        List.of(Map.of("topic", "Verkeer", "said", "De stad meet de snelheid.")),
                        "agreements",
                        List.of(
                                Map.of(
                                        "what",
                                        "Snelheid meten",
                                        "whose",
                                        "city",
                                        "group",
                                        "department-mobility",
                                        "due",
                                        "2027-09-01"),
                                Map.of("what", "Flyers maken", "whose", "council", "due", "2027-08-01")))),
                changes);
    }

    private static Map<String, Object> with(Map<String, Object> all, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            all.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return all;
    }

    /** Planned on 1 June at half past seven. */
    CaseId planned() {
        return planned("2027-06-01");
    }

    CaseId planned(String day) {
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());
        answer(talk, "Task_PlanTalk", plan(day));
        return talk;
    }

    CaseId reported() {
        var talk = planned();
        goTo(LocalDate.of(2027, 6, 2));
        answer(talk, "Task_Report", report("2027-06-01"));
        return talk;
    }

    void run() {
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
    }

    void wait(int days) {
        clock.advance(Duration.ofDays(days));
        engine.set(clock.instant());
        run();
    }

    void goTo(LocalDate day) {
        clock.set(day.atTime(12, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        engine.set(clock.instant());
        run();
    }

    /** The last mail to an address, decoded. */
    String mailTo(String address) throws Exception {
        outbox.sendDue();
        var all = mail.receivedBy(address);
        return GreenMailUtil.getWholeMessage(all.get(all.size() - 1));
    }
}
