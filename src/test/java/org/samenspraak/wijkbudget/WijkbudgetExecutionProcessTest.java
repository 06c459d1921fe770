package org.samenspraak.wijkbudget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.mock.web.MockMultipartFile;

/** A chosen project: both sign, milestones free money, and it ends in time, late, or stopped. */
class WijkbudgetExecutionProcessTest extends ExecutionScenario {

    @Test
    void isSignedByBothPaidByMilestoneToldOfWithAPhotoAndClosed() throws Exception {
        var project = agreed();
        signs(project, "yes");
        assertThat(open(project)).containsExactly("Task_SignCouncil");
        councilSigns(project);
        assertThat(open(project)).containsExactly("Task_SignForCity");
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        assertThat(stands(project)).isEqualTo(State.RUNNING);
        assertThat(pots.held(project).orElseThrow().committed().cents()).isEqualTo(600_000L);

        wait(5);
        var seen = today().minusDays(3);
        assertThat(errors(project, reached(today().plusDays(1)))).containsExactly("reachedOn");
        refused("wijkbudget.refusal.before-agreed", () -> send(project, "Task_Follow", reached(today().minusDays(6))));
        answer(project, "Task_Follow", reached(seen));
        assertThat(executions.milestones(projects.get(project).id()).get(0).doneOn())
                .isEqualTo(seen);
        assertThat(toPay()).containsExactly(400_000L);
        assertThat(known(project, "Task_Follow").get("standing")).asString().contains("geen rekening waarop");
        mvc.perform(get("/geld/betalingen").with(role("finance")))
                .andExpect(content().string(containsString(view(project).number())));
        assertThat(errors(project, Map.of("next", "milestone", "milestone", "1")))
                .containsExactly("milestone");
        wait(190);
        assertThat(subjects()).anyMatch(subject -> subject.startsWith("Hoe gaat het met uw project"));
        tells(project, "De bomen staan er.", photo("png"));
        assertThat(body(publicProject(project))).doesNotContain("De bomen staan er.");
        tells(project, "Slecht bericht.", photo("png"));
        assertThat(errors(project, note("1", "2")))
                .as("nobody looked at the photo that came since")
                .containsExactly("photo");
        answer(project, "Task_Follow", note("1", "1"));

        var shown = body(publicProject(project));
        assertThat(shown).contains("De bomen staan er.", "Bomen geplant", "/foto/");
        assertThat(news(project)).containsExactly("progress: De bomen staan er.");
        var photo = shown.replaceAll("(?s).*(/publiek/wijkbudget/[^\"]+/foto/[^\"]+)\".*", "$1");
        mvc.perform(get(photo)).andExpect(status().isOk()).andExpect(header().string("Content-Type", "image/jpeg"));
        hides(project, photo);
        refused("wijkbudget.refusal.unpaid", () -> send(project, "Task_Follow", closedEarly()));
        refused(
                "wijkbudget.refusal.unpaid",
                () -> send(project, "Task_Follow", Map.of("next", "stop", "why", "De grond is vervuild.")));
        assertThat(pots.held(project).orElseThrow().committed().cents())
                .as("the milestone that was reached is paid first")
                .isEqualTo(600_000L);
    }

    private static Map<String, Object> note(String message, String photo) {
        return Map.of("next", "progress", "message", message, "words", "De bomen staan er.", "photo", photo);
    }

    private static Map<String, Object> closedEarly() {
        var answers = new HashMap<>(WijkbudgetClosingProcessTest.closing("4000"));
        answers.put("leftReason", "Zonder banken.");
        answers.put("noReport", "Wij sluiten het zelf af.");
        return answers;
    }

    /** A note with something about people goes off the site at once, and leaves a trace. */
    private void hides(CaseId project, String photo) throws Exception {
        var address = "/wijkbudget/project/" + view(project).number() + "/berichten";
        var note = executions.progress(projects.get(project).id()).stream()
                .filter(one -> one.publicOn() != null)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        assertThat(body("/publiek/nieuws.atom"))
                .as("two on one day are two entries")
                .contains("#progress-" + note);
        mvc.perform(post(address)
                        .param("note", note)
                        .param("why", "Een naam.")
                        .with(csrf())
                        .with(role("alderman")))
                .andExpect(status().isForbidden());
        mvc.perform(post(address).param("note", note).with(csrf()).with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom")));
        assertThat(body(publicProject(project))).contains("De bomen staan er.");

        for (var answer : List.of(302, 422)) {
            mvc.perform(post(address)
                            .param("note", note)
                            .param("why", "Een naam.")
                            .with(csrf())
                            .with(role("participation-office")))
                    .andExpect(status().is(answer));
        }

        assertThat(body(publicProject(project)))
                .doesNotContain("De bomen staan er.", "/foto/")
                .contains("Een bericht dat hier stond, is weggehaald op");
        assertThat(news(project)).isEmpty();
        mvc.perform(get(photo)).andExpect(status().isNotFound());
        mvc.perform(get(address).with(role("auditor")))
                .andExpect(content().string(containsString("Er staat geen bericht op de site.")));
    }

    /** What everybody hears of a project. */
    private List<String> news(CaseId project) {
        var id = projects.get(project).id();
        return roundNews.newest(null, null, 1_000).stream()
                .filter(one -> id.equals(one.project()))
                .map(one -> one.kind() + ": " + one.words())
                .toList();
    }

    static Map<String, Object> reached(LocalDate on) {
        return Map.of(
                "next",
                "milestone",
                "milestone",
                "1",
                "reachedOn",
                on.toString(),
                "proof",
                "Wij zagen vijf bomen staan.");
    }

    @Test
    void comesBackWhenTheInitiatorDoesNotAgreeOrDoesNotAnswer() throws Exception {
        var project = agreed();

        signs(project, "no");
        assertThat(open(project)).containsExactly("Task_Agree");
        assertThat(executions.get(projects.get(project).id()).refusal()).isEqualTo("Wij willen eerst banken.");
        answer(project, "Task_Agree", agreement(project));
        wait(40);

        assertThat(open(project)).containsExactly("Task_Agree");
        mvc.perform(post(led(project) + "/tekenen").param("agreed", "yes"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("niets te tekenen")));
    }

    @Test
    void isCarriedOutByTheCityWhichMayGiveItBackFirst() throws Exception {
        var project = chosen("Groen plein");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "no", "signReason", "De rooilijn klopt niet."), CITY);
        assertThat(open(project)).containsExactly("Task_Agree");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);

        var spent = new HashMap<String, Object>(Map.of("next", "milestone", "milestone", "1"));
        spent.put("spent", "4000.01");
        assertThat(errors(project, spent)).containsExactly("bill");
        refused("wijkbudget.refusal.spent", () -> send(project, "Task_Follow", spent));
        spent.put("spent", "3850.50");
        answer(project, "Task_Follow", spent);
        spent(project, "yes");

        assertThat(toPay()).as("the city pays nobody").isEmpty();
        assertThat(body(publicProject(project))).contains("De stad voert het uit.");
        answer(project, "Task_Follow", Map.of("next", "done", "endWords", "Een plein met bomen."));
        assertThat(view(project).outcome()).isEqualTo("done");
        assertThat(stands(project)).isEqualTo(State.DONE);
        assertThat(news(project)).containsExactly("done: Een plein met bomen.");
        assertThat(body(publicProject(project)))
                .contains("Een plein met bomen.")
                .doesNotContain("niet bereikt");
        assertThat(available()).as("what the city spent stays spent").isEqualTo(28_880_597L - 385_050L);
        assertThat(pots.held(project).orElseThrow().paid().cents()).isEqualTo(385_050L);
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("0,00 euro vastgelegd, 3.850,50 euro betaald")));
    }

    @Test
    void staysSeenAsLateWhenItGetsMoreTimeAfterItsLastDay() throws Exception {
        var project = running();
        var due = Objects.requireNonNull(
                executions.get(projects.get(project).id()).due());
        goTo(due.plusDays(2));

        answer(project, "Task_Follow", Map.of("next", "progress", "words", "De banken komen."));
        assertThat(followedBy(project)).as("a note makes nothing less late").isEqualTo(due);
        answer(project, "Task_Follow", extension(due.plusMonths(3).toString()));
        assertThat(followedBy(project)).isEqualTo(due.plusMonths(3));

        assertThat(body(publicProject(project))).contains("Te laat verlengd", "De vergunning kwam laat.");
        mvc.perform(get("/zaken/" + view(project).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("Te laat verlengd")));
    }

    private LocalDate followedBy(CaseId project) {
        return clocks.find(project, "wijkbudget-follow", null).orElseThrow().lastDay();
    }

    @Test
    void closesWithoutAMilestoneForAReasonOnlyAndGivesItsMoneyBack() throws Exception {
        var project = chosen("Groen plein");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        var due = Objects.requireNonNull(
                executions.get(projects.get(project).id()).due());
        goTo(due.plusDays(2));
        assertThat(body(publicProject(project))).contains("te laat");
        assertThat(errors(project, Map.of("next", "done", "endWords", "Een plein.")))
                .containsExactly("leftReason");

        answer(
                project,
                "Task_Follow",
                Map.of("next", "done", "endWords", "Een plein.", "leftReason", "De bomen waren ziek."));

        assertThat(stands(project)).isEqualTo(State.DONE);
        assertThat(available()).isEqualTo(28_880_597L);
        assertThat(body(publicProject(project)))
                .contains("De bomen waren ziek.", "niet bereikt", "later klaar dan afgesproken");
    }

    @Test
    void warnsTwiceBeforeItsEndIsExtendedOnceAndIsLateForAllToSee() throws Exception {
        var project = running();
        var due = Objects.requireNonNull(
                executions.get(projects.get(project).id()).due());
        goTo(due.minusMonths(6).plusDays(3));
        goTo(due.minusDays(20));
        assertThat(subjects().stream().filter(subject -> subject.contains("komt dichterbij")))
                .hasSize(2);
        refused(
                "wijkbudget.refusal.until",
                () -> send(project, "Task_Follow", extension(due.plusMonths(13).toString())));

        answer(project, "Task_Follow", extension(due.plusMonths(3).toString()));
        assertThat(body(publicProject(project))).contains("De vergunning kwam laat.");
        assertThat(errors(project, extension(due.plusMonths(5).toString())))
                .as("not offered twice")
                .containsExactly("next");
        goTo(due.plusMonths(3).minusDays(10));
        assertThat(subjects().stream().filter(subject -> subject.contains("komt dichterbij")))
                .as("again before the new end")
                .hasSize(4);
        assertThat(mail.receivedBy(PROPOSER))
                .extracting(Mails::text)
                .as("no second extension is promised")
                .anyMatch(text -> text.contains("Nog eens verlengen kan niet."));
        assertThat(body(publicUrl() + "/projecten")).doesNotContain("te laat");
        goTo(due.plusMonths(3).plusDays(2));

        assertThat(body(publicUrl() + "/projecten")).contains("te laat");
        assertThat(body("/publiek/wijkbudget-projecten.csv")).contains("\"true\"");
    }

    @Test
    void showsAProjectToWhoLeadsItOnlyAndTakesPhotosOnly() throws Exception {
        var project = running();
        var stranger = address(
                Objects.requireNonNull(supporters.of(ideas(project)).get(1).mail()));

        mvc.perform(get(led(project)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bomen geplant")));
        mvc.perform(get(stranger + "/project/" + projects.get(project).id())).andExpect(status().isNotFound());
        mvc.perform(multipart(led(project) + "/voortgang")
                        .file(new MockMultipartFile("photo", "brief.txt", "text/plain", "Geen foto.".getBytes(UTF_8)))
                        .param("words", "Zie de brief."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Zie de brief.")))
                .andExpect(content().string(containsString("Kies een foto: een JPEG of een PNG.")));
        mvc.perform(multipart(led(project) + "/voortgang").param("words", " "))
                .andExpect(status().isUnprocessableEntity());
        assertThat(executions.progress(projects.get(project).id())).isEmpty();
    }
}
