package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.casefile.TimelineTexts;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a model can use without Java of its own. */
class PlatformStepsProcessTest extends CouncilCaseIT {

    private static final String NOTHING = "${casefile.note('Begonnen')}";
    private static final String FORM =
            """
            {"type":"default","id":"small","components":[
              {"type":"radio","id":"a","key":"plan.way","values":[]},{"type":"number","id":"b","key":"amount"}]}
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TimelineTexts texts;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Forms forms;

    @Autowired
    private People people;

    @BeforeEach
    void readDutch() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
    }

    @AfterEach
    void readNothing() {
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void makeCouncil() {
        var area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(
                council,
                List.of(person("Voorzitter", AN, Function.CHAIR), person("Secretaris", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ${council.recognised()}                                      | no
            ${council.members() == 2}                                    | yes
            ${council.area() == 'Runkst'}                                | yes
            ${council.level() == null}                                   | yes
            ${answers.value('small', 'plan.way') == 'long'}              | yes
            ${answers.value('small', 'amount') &gt; 100}                 | yes
            ${answers.value('small', 'missing') == null}                 | yes
            ${answers.value('other', 'amount') == null}                  | yes
            ${regulation.value('supplement') == '30'}                    | yes
            """)
    void readWhatTheHouseKnows(String condition, String outcome) {
        openCase(council);
        send(Map.of("plan", Map.of("way", "long"), "amount", 250));

        run(NOTHING, condition, OFFICE);

        assertThat(cases.get(caseId).outcome()).isEqualTo(outcome);
    }

    @Test
    void knowTheStandingOfTheCouncil() {
        openCase(council);
        councils.inscribe(council, new Inscription(true, today(), null, "gold", null, null, today(), caseId), OFFICE);

        run(NOTHING, "${council.recognised() and council.level() == 'gold'}", OFFICE);

        assertThat(cases.get(caseId).outcome()).isEqualTo("yes");
    }

    @Test
    void knowNothingOfACouncilThatIsNotThere() {
        openCase(null);

        run(
                NOTHING,
                "${!council.recognised() and council.members() == 0 and council.area() == null and council.level() == null}",
                OFFICE);

        assertThat(cases.get(caseId).outcome()).isEqualTo("yes");
    }

    @Test
    void failWhereSeveralAnswersAreAskedAsOne() {
        openCase(council);
        send(Map.of("plan", Map.of("way", "long")));

        run(NOTHING, "${answers.value('small', 'plan') == null}", OFFICE);

        assertThat(processes.failedSteps(5)).singleElement().satisfies(it -> assertThat(it.message())
                .contains("small.plan"));
    }

    @ParameterizedTest
    @CsvSource({"milestone('Plan klaar'),Mijlpaal: Plan klaar", "note('Bel de raad'),Notitie: Bel de raad"})
    void writeInTheTimeline(String step, String line) {
        openCase(council);

        run("${casefile." + step + "}", "${true}", OFFICE);

        assertThat(timeline.page(caseId, null, 20))
                .extracting(it -> texts.of(it) + (it.detail() == null ? "" : ": " + it.detail()))
                .contains(line);
    }

    @Test
    void makeWhoDidTheLastTaskOwnerOfTheCase() {
        openCase(council);
        var clerk = people.add(
                new NewPerson("clerk", "Medewerker", "clerk@example.org", "", "twaalf tekens", Set.of()), OFFICE);

        run("${casefile.own()}", "${true}", Actor.person(clerk, "Medewerker"));

        assertThat(cases.get(caseId).owner()).isEqualTo(clerk);
    }

    @Test
    void leaveTheOwnerAloneWhenNoOfficialActed() {
        openCase(council);

        run("${casefile.own()}", "${true}", Actor.SYSTEM);

        assertThat(cases.get(caseId).owner()).isNull();
        assertThat(cases.get(caseId).outcome()).isEqualTo("yes");
    }

    @Test
    void closeTheCaseWithAnOutcomeThatStays() {
        openCase(council);

        run("${casefile.close('granted')}", "${true}", OFFICE);

        assertThat(cases.get(caseId).outcome()).isEqualTo("granted");
    }

    @Test
    void mailChairAndSecretary() {
        openCase(council);

        run("${correspondence.mail('progress')}", "${true}", OFFICE);

        assertThat(outbox.of(caseId)).extracting(Outbox.Row::to).containsExactlyInAnyOrder(AN, ELS);
        var sheet = outbox.sheet(outbox.of(caseId).get(0).id());
        assertThat(sheet.row().subject())
                .startsWith("Nieuws over uw dossier " + cases.get(caseId).number())
                .doesNotContain("Proef");
        assertThat(sheet.text())
                .contains("Er is nieuws over uw dossier " + cases.get(caseId).number());
        assertThat(timeline.page(caseId, null, 20))
                .extracting(texts::of)
                .contains("Mail gestuurd: " + sheet.row().subject());
    }

    @Test
    void sayThatNobodyCouldBeMailed() {
        openCase(null);

        run("${correspondence.mail('progress')}", "${true}", OFFICE);

        assertThat(outbox.of(caseId)).isEmpty();
        assertThat(timeline.page(caseId, null, 20))
                .extracting(texts::of)
                .anyMatch(it -> it.startsWith(
                        "Mail niet gestuurd, want er is geen e-mailadres van de raad: Nieuws over uw dossier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail('missing')",
                "mail('../general/progress')",
                "mail('prompt')",
                "letter('../general/progress')",
                "letter('progress')"
            })
    void areRefusedWithoutTheirTemplateAndSendNothing(String step) {
        openCase(council);

        assertThatThrownBy(() -> run("${correspondence." + step + "}", "${true}", OFFICE))
                .isInstanceOf(ModelRefused.class);

        assertThat(outbox.of(caseId)).isEmpty();
    }

    private void openCase(@Nullable CouncilId of) {
        cases.open(new OpenCase(
                caseId, TrialModel.QUESTION, "REC", "Proef", of, null, LocalDate.of(2026, 9, 1), false, OFFICE));
    }

    private void send(Map<String, Object> values) {
        submissions.keep(caseId, null, "Start_Asked", forms.parse(FORM), new Answers(values), OFFICE, false);
    }

    private void run(String step, String condition, Actor by) {
        TrialModel.ask(context, step, condition);
        processes.start(TrialModel.QUESTION, caseId, Map.of(), by);
        engine.runDue();
    }
}
