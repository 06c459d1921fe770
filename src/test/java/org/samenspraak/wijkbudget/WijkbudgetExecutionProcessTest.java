package org.samenspraak.wijkbudget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.mock.web.MockMultipartFile;

/** A chosen project: both sign, milestones free money, and it ends in time, late, or stopped. */
class WijkbudgetExecutionProcessTest extends DecidedScenario {

    private static final Actor CITY = Actor.resident("algemeen directeur");

    private @Nullable CouncilId council;

    @Test
    void isSignedByBothPaidByMilestoneToldOfWithAPhotoAndClosed() throws Exception {
        var project = agreed();
        signs(project, "yes");
        assertThat(open(project)).containsExactly("Task_SignForCity");
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        assertThat(stands(project)).isEqualTo(State.RUNNING);
        assertThat(pots.held(project).orElseThrow().committed().cents()).isEqualTo(600_000L);

        answer(project, "Task_Follow", Map.of("next", "milestone", "milestone", "1"));
        assertThat(toPay()).containsExactly(400_000L);
        refused(
                "wijkbudget.refusal.milestone-done",
                () -> send(project, "Task_Follow", Map.of("next", "milestone", "milestone", "1")));
        wait(190);
        assertThat(subjects()).anyMatch(subject -> subject.startsWith("Hoe gaat het met uw project"));
        tells(project, "De bomen staan er.", photo("png"));
        assertThat(body(publicProject(project))).doesNotContain("De bomen staan er.");
        answer(project, "Task_Follow", Map.of("next", "progress", "words", "De bomen staan er.", "photo", "yes"));

        var shown = body(publicProject(project));
        assertThat(shown).contains("De bomen staan er.", "Bomen geplant", "/foto/");
        var photo = shown.replaceAll("(?s).*(/publiek/wijkbudget/[^\"]+/foto/[^\"]+)\".*", "$1");
        mvc.perform(get(photo)).andExpect(status().isOk()).andExpect(header().string("Content-Type", "image/jpeg"));
        answer(project, "Task_Follow", Map.of("next", "done", "endWords", "Een plein met bomen."));

        assertThat(view(project).outcome()).isEqualTo("done");
        assertThat(stands(project)).isEqualTo(State.DONE);
        assertThat(pots.held(project).orElseThrow().committed().cents())
                .as("what no milestone took went back, the payment stays")
                .isEqualTo(400_000L);
        assertThat(body(publicProject(project))).contains("Een plein met bomen.");
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
        answer(
                project,
                "Task_SignForCity",
                Map.of("signed", "no", "signReason", "De rooilijn klopt niet."),
                CITY);
        assertThat(open(project)).containsExactly("Task_Agree");
        answer(project, "Task_Agree", byCity());
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);

        answer(project, "Task_Follow", Map.of("next", "milestone", "milestone", "1"));

        assertThat(toPay()).as("the city pays nobody").isEmpty();
        assertThat(body(publicProject(project))).contains("De stad voert het uit.");
    }

    @Test
    void stopsWhenNobodyCarriesItOutAndGivesTheMoneyBack() throws Exception {
        var project = chosen("Groen plein");

        answer(project, "Task_Agree", Map.of("carrier", "nobody", "stopReason", "De school sluit."));

        assertThat(view(project).outcome()).isEqualTo("stopped-project");
        assertThat(stands(project)).isEqualTo(State.STOPPED);
        assertThat(available()).isEqualTo(28_880_597L);
        assertThat(subjects()).anyMatch(subject -> subject.contains("stopt"));
        assertThat(body(publicProject(project))).contains("De school sluit.");
    }

    @Test
    void warnsTwiceBeforeItsEndIsExtendedOnceAndIsLateForAllToSee() throws Exception {
        var project = running();
        var due = executions.get(projects.get(project).id()).due();
        goTo(due.minusMonths(6).plusDays(3));
        goTo(due.minusDays(20));
        assertThat(subjects().stream().filter(subject -> subject.contains("komt dichterbij"))).hasSize(2);
        refused("wijkbudget.refusal.until", () -> send(project, "Task_Follow", extension(due.plusMonths(13).toString())));

        answer(project, "Task_Follow", extension(due.plusMonths(3).toString()));
        assertThat(body(publicProject(project))).contains("De vergunning kwam laat.");
        refused("wijkbudget.refusal.extended", () -> send(project, "Task_Follow", extension(due.plusMonths(5).toString())));
        goTo(due.plusMonths(3).minusDays(10));
        assertThat(subjects().stream().filter(subject -> subject.contains("komt dichterbij")))
                .as("again before the new end")
                .hasSize(4);
        assertThat(body(publicUrl() + "/projecten")).doesNotContain("te laat");
        goTo(due.plusMonths(3).plusDays(2));

        assertThat(body(publicUrl() + "/projecten")).contains("te laat");
        assertThat(body("/publiek/wijkbudget-projecten.csv")).contains("\"true\"");
    }

    @Test
    void goesOnWithSomebodyElseOrStopsAndGivesBackWhatWasNotPaid() throws Exception {
        var project = running();
        var other = people(project).get(1);

        answer(
                project,
                "Task_Follow",
                Map.of("next", "hand-over", "initiator", other.toString(), "why", "De indiener verhuisde."));
        assertThat(executions.get(projects.get(project).id()).initiator()).isEqualTo(other);
        answer(
                project,
                "Task_Follow",
                Map.of("next", "hand-over", "initiator", "city", "why", "Niemand had nog tijd."));
        assertThat(executions.get(projects.get(project).id()).carrier()).isEqualTo(Execution.Carrier.CITY);
        answer(project, "Task_Follow", Map.of("next", "stop", "why", "De grond is vervuild."));

        assertThat(view(project).outcome()).isEqualTo("stopped-project");
        assertThat(available()).isEqualTo(28_880_597L);
        assertThat(body(publicProject(project))).contains("De grond is vervuild.");
    }

    @Test
    void showsAProjectToWhoLeadsItOnlyAndTakesPhotosOnly() throws Exception {
        var project = running();
        var stranger = address(supporters.of(ideas(project)).get(1).mail());

        mvc.perform(get(led(project))).andExpect(status().isOk()).andExpect(content().string(containsString("Bomen geplant")));
        mvc.perform(get(stranger + "/project/" + projects.get(project).id())).andExpect(status().isNotFound());
        mvc.perform(multipart(led(project) + "/voortgang")
                        .file(new MockMultipartFile("photo", "brief.txt", "text/plain", "Geen foto.".getBytes(UTF_8)))
                        .param("words", "Zie de brief."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Zie de brief.")));
        mvc.perform(multipart(led(project) + "/voortgang").param("words", " "))
                .andExpect(status().isUnprocessableEntity());
        assertThat(executions.progress(projects.get(project).id())).isEmpty();
    }

    private CaseId ideas(CaseId project) {
        return projects.ideas(projects.get(project).id()).get(0);
    }

    /** Agreed by the office: the initiator has a mail. */
    private CaseId agreed() throws Exception {
        var project = chosen("Groen plein");
        assertThat(open(project)).containsExactly("Task_Agree");
        refused("wijkbudget.refusal.milestones", () -> send(project, "Task_Agree", agreement(project, "9000")));
        answer(project, "Task_Agree", agreement(project));
        return project;
    }

    private CaseId running() throws Exception {
        var project = agreed();
        signs(project, "yes");
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        return project;
    }

    private Map<String, Object> agreement(CaseId project) {
        return agreement(project, "4000");
    }

    private Map<String, Object> agreement(CaseId project, String first) {
        var answers = new HashMap<>(byCity());
        answers.put("carrier", "council");
        answers.put("council", council().toString());
        answers.put("initiator", people(project).get(0).toString());
        answers.put(
                "milestones",
                List.of(milestone("Bomen geplant", first, 100), milestone("Banken geplaatst", "2000", 300)));
        return answers;
    }

    private Map<String, Object> byCity() {
        return Map.of(
                "carrier",
                "city",
                "what",
                "Vijf bomen en twee banken.",
                "milestones",
                List.of(milestone("Bomen geplant", "4000", 100)));
    }

    private Map<String, Object> milestone(String title, String amount, int days) {
        return Map.of("title", title, "due", today().plusDays(days).toString(), "amount", amount);
    }

    private static Map<String, Object> extension(String until) {
        return Map.of("next", "extend", "until", until, "why", "De vergunning kwam laat.");
    }

    private List<UUID> people(CaseId project) {
        return supporters.of(ideas(project)).stream().map(Idea.Supporter::id).toList();
    }

    private CouncilId council() {
        if (council == null) {
            council = councils.add(CouncilKind.BUURTCOMITE, "Buurtcomité Poort", poort, CLERK);
            councils.inscribe(
                    council,
                    new Councils.Inscription(false, today(), null, null, null, "7", today(), CaseId.create()),
                    CLERK);
            jdbc.sql("insert into recognition_term (case_id, council_id, receives_money, open_to_new_members)"
                            + " values (gen_random_uuid(), ?, true, true)")
                    .param(council.value())
                    .update();
        }
        return council;
    }

    private void signs(CaseId project, String agreed) throws Exception {
        mvc.perform(post(led(project) + "/tekenen")
                        .param("agreed", agreed)
                        .param("words", "Wij willen eerst banken."))
                .andExpect(status().is3xxRedirection());
        run();
    }

    private void tells(CaseId project, String words, byte[] photo) throws Exception {
        mvc.perform(multipart(led(project) + "/voortgang")
                        .file(new MockMultipartFile("photo", "plein.png", "image/png", photo))
                        .param("words", words))
                .andExpect(status().is3xxRedirection());
    }

    private static byte[] photo(String format) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private String led(CaseId project) throws Exception {
        return address(PROPOSER) + "/project/" + projects.get(project).id();
    }

    private String publicProject(CaseId project) {
        return publicUrl() + "/projecten/" + projects.get(project).id();
    }

    /** What the next batch can take, in cents. */
    private List<Long> toPay() {
        return jdbc.sql("select cents from ledger_payment where state = 'TO_PAY'")
                .query(Long.class)
                .list();
    }

    private long available() {
        return budgets.find(decisions.pot(round, poort).orElseThrow()).orElseThrow().available().cents();
    }

    private List<String> subjects() throws Exception {
        outbox.sendDue();
        var subjects = new ArrayList<String>();
        for (var one : mail.receivedBy(PROPOSER)) {
            subjects.add(one.getSubject());
        }
        return subjects;
    }
}
