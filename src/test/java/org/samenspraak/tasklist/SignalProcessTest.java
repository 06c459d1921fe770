package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.CaseScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The trajectory {@code signal}, which is models, forms and letters only. */
class SignalProcessTest extends CaseScenario {

    private static final String CHAIR = "voorzitter@runkst.example";

    @Autowired
    private Memberships memberships;

    @Autowired
    private Letters letters;

    @Autowired
    private Documents documents;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();

    @BeforeEach
    void aCouncil() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        area = areas.add("Runkst", null, CLERK);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, CLERK);
        var chair = new NewMember(
                "Voorzitter Runkst", CHAIR, null, "Plein 1", Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.replace(council, List.of(chair), today(), CLERK);
        jdbc.sql("insert into recognition_term (case_id, council_id, receives_money, open_to_new_members)"
                        + " values (?, ?, true, true)")
                .params(UUID.randomUUID(), council.value())
                .update();
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isBroughtToADepartmentAndBackToTheCouncil() throws Exception {
        var signal = reported();
        assertThat(view(signal).title()).isEqualTo("Losse tegels op het plein");
        assertThat(view(signal).number()).contains("-SIG-");
        assertThat(task(signal, "Task_RouteSignal").groups()).hasToString("[area-manager@" + area + "]");
        assertThat(letters.latest(signal, "signal-received")).isPresent();

        route(signal, "department-public-domain");
        assertThat(task(signal, "Task_AnswerSignal").groups()).hasToString("[department-public-domain]");
        reply(signal);
        reportBack(signal, "De tegels liggen vast voor de kermis.");
        assertThat(letter(signal)).contains("Losse tegels op het plein", "De tegels liggen vast voor de kermis.");
        answer(signal, "Task_JudgeAnswer", Map.of("helped", "yes"), of(council));

        assertThat(view(signal).outcome()).isEqualTo("answered");
        assertThat(open(signal)).isEmpty();
    }

    @Test
    void anOfficialReportsItForACouncil() {
        var form = forms.shipped("signal-report");
        var answers = Map.<String, Object>of(
                "council", council.toString(), "subject", "Donker pad", "what", "De lampen zijn stuk.");
        var signal = intake.start("signal", form, judged(form, Map.of(), answers), today(), true, CLERK);

        assertThat(signal.council()).isEqualTo(council);
        assertThat(signal.area()).isEqualTo(area);
        assertThat(signal.title()).isEqualTo("Donker pad");
    }

    @Test
    void goesToAnotherDepartmentWhenItIsNotTheirs() {
        var signal = reported();
        route(signal, "department-green");
        answer(signal, "Task_AnswerSignal", Map.of("ours", "no", "notOurs", "Dit is voor mobiliteit."));
        var again = task(signal, "Task_RouteAgain");
        assertThat(taskData.of(again, form(again), CLERK)).containsEntry("notOurs", "Dit is voor mobiliteit.");

        answer(signal, "Task_RouteAgain", Map.of("department", "department-mobility"));

        assertThat(task(signal, "Task_AnswerSignal").groups()).hasToString("[department-mobility]");
    }

    @Test
    void theAldermanAsksAfterALateAnswerWhichMayStillCome() {
        var signal = reported();
        route(signal, "department-green");
        wait(45);
        assertThat(open(signal)).containsExactlyInAnyOrder("Task_AnswerSignal", "Task_ChaseAnswer");

        answer(signal, "Task_ChaseAnswer", Map.of("agreed", "Het antwoord komt vrijdag."));
        reply(signal);
        reportBack(signal, "Het komt in orde.");

        assertThat(open(signal)).containsExactly("Task_JudgeAnswer");
    }

    @Test
    void nobodyAsksAfterAnAnswerThatCameAndWasJudged() {
        var signal = reported();
        route(signal, "department-green");
        wait(45);
        reply(signal);
        reportBack(signal, "Het komt in orde.");
        answer(signal, "Task_JudgeAnswer", Map.of("helped", "yes"), of(council));

        assertThat(open(signal)).isEmpty();
        assertThat(view(signal).outcome()).isEqualTo("answered");
    }

    @Test
    void silenceOfTheCouncilMeansThatItHelped() {
        var signal = answered();

        wait(20);

        assertThat(view(signal).outcome()).isEqualTo("answered");
    }

    @Test
    void theAldermanLooksAlongOnceWhenItDidNotHelp() {
        var signal = answered();
        answer(signal, "Task_JudgeAnswer", Map.of("helped", "no", "why", "Er gebeurde niets."), of(council));
        var look = task(signal, "Task_LookAlong");
        assertThat(look.groups()).hasToString("[alderman]");
        assertThat(taskData.of(look, form(look), CLERK)).containsEntry("why", "Er gebeurde niets.");

        answer(signal, "Task_LookAlong", Map.of("department", "department-green", "note", "Ga nog eens kijken."));
        var second = task(signal, "Task_AnswerSignal");
        assertThat(taskData.of(second, form(second), CLERK)).containsEntry("note", "Ga nog eens kijken.");
        reply(signal);
        reportBack(signal, "Wij kwamen nog eens kijken.");
        answer(signal, "Task_JudgeAnswer", Map.of("helped", "no", "why", "Nog altijd niets."), of(council));

        assertThat(view(signal).outcome()).isEqualTo("not-helped");
    }

    @Test
    void theSecondAnswerMayHelp() {
        var signal = answered();
        answer(signal, "Task_JudgeAnswer", Map.of("helped", "no", "why", "Er gebeurde niets."), of(council));
        answer(signal, "Task_LookAlong", Map.of("department", "department-green", "note", "Ga nog eens kijken."));
        reply(signal);
        reportBack(signal, "Wij kwamen nog eens kijken.");

        wait(20);

        assertThat(view(signal).outcome()).isEqualTo("answered");
    }

    @Test
    void noJavaNamesIt() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> read(file).contains("\"signal"))
                    .isNotEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CaseId reported() {
        var form = forms.shipped("signal-report");
        var answers = Map.<String, Object>of("subject", "Losse tegels op het plein", "what", "Iemand viel.");
        var judgement = judged(form, Map.of("portal", Map.of("council", council.toString())), answers);
        var signal = intake.start("signal", form, judgement, today(), false, of(council));
        run();
        return signal.id();
    }

    private CaseId answered() {
        var signal = reported();
        route(signal, "department-green");
        reply(signal);
        reportBack(signal, "Het komt in orde.");
        return signal;
    }

    private void route(CaseId signal, String department) {
        answer(signal, "Task_RouteSignal", Map.of("department", department));
    }

    private void reply(CaseId signal) {
        answer(signal, "Task_AnswerSignal", Map.of("ours", "yes", "result", "solved", "reply", "Wij legden ze vast."));
    }

    private void reportBack(CaseId signal, String message) {
        answer(signal, "Task_ReportBack", Map.of("message", message));
    }

    private static Actor of(CouncilId council) {
        return Actor.council(council, "Voorzitter Runkst (Wijkraad Runkst)");
    }

    private String letter(CaseId signal) throws IOException {
        var letter = letters.latest(signal, "signal-answered").orElseThrow();
        var bytes = new ByteArrayOutputStream();
        documents.write(letter, bytes);
        try (var read = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
