package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TypedForm;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** A chosen project on which the office, its proposer and the city agree. */
abstract class ExecutionScenario extends DecidedScenario {

    static final Actor CITY = Actor.resident("algemeen directeur");

    private static final Actor FINANCE = Actor.person(PersonId.create(), "financiën");

    private @Nullable CouncilId council;

    /** With an invoice at hand, as the form of a milestone of the city asks. */
    @Override
    protected void send(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        var task = task(caseId, element);
        var form = form(task);
        var known = new HashMap<>(taskData.of(task, form, by));
        known.put("bill", List.of(Map.of("id", UUID.randomUUID().toString(), "name", "factuur.pdf", "bytes", 5L)));
        intake.answer(task.id(), form, judged(form, known, answers), false, by);
    }

    /** Where the form of the office does not accept these answers. */
    List<String> errors(CaseId project, Map<String, Object> answers) {
        var task = task(project, "Task_Follow");
        return forms.judge(form(task), taskData.of(task, form(task), CLERK), TypedForm.of(answers)).errors().stream()
                .map(error -> error.path())
                .toList();
    }

    /** What the form of an open task knows already. */
    Map<?, ?> known(CaseId project, String element) {
        LocaleContextHolder.setLocale(BudgetWords.DUTCH);
        var task = task(project, element);
        return (Map<?, ?>)
                Objects.requireNonNull(taskData.of(task, form(task), CLERK).get("execution"));
    }

    CaseId ideas(CaseId project) {
        return projects.ideas(projects.get(project).id()).get(0);
    }

    /** What the dossier tells. */
    List<String> kinds(CaseId project) {
        return jdbc.sql("select kind from casefile_event where case_id = ?")
                .param(project.value())
                .query(String.class)
                .list();
    }

    /** The college agrees. */
    void stops(CaseId project) {
        answer(project, "Task_ConfirmStop", Map.of("stops", "yes", "decisionNumber", "2027-CBS-0400"), CITY);
    }

    /** Finance, on what the city spent. */
    void spent(CaseId project, String confirmed) {
        answer(
                project,
                "Task_ConfirmSpent",
                Map.of("confirmed", confirmed, "spentWhy", "Op de factuur staat een ander bedrag."),
                FINANCE);
    }

    /** Agreed by the office: the initiator has a mail. */
    CaseId agreed() throws Exception {
        var project = chosen("Groen plein");
        assertThat(open(project)).containsExactly("Task_Agree");
        refused("wijkbudget.refusal.milestones", () -> send(project, "Task_Agree", agreement(project, "9000")));
        answer(project, "Task_Agree", agreement(project));
        return project;
    }

    CaseId running() throws Exception {
        var project = agreed();
        signs(project, "yes");
        councilSigns(project);
        answer(project, "Task_SignForCity", Map.of("signed", "yes"), CITY);
        return project;
    }

    Map<String, Object> agreement(CaseId project) {
        return agreement(project, "4000");
    }

    Map<String, Object> agreement(CaseId project, String first) {
        var answers = new HashMap<>(byCity());
        answers.put("carrier", "council");
        answers.put("council", council().toString());
        answers.put("initiator", people(project).get(0).toString());
        answers.put(
                "milestones",
                List.of(milestone("Bomen geplant", first, 100), milestone("Banken geplaatst", "2000", 300)));
        return answers;
    }

    Map<String, Object> byCity() {
        return Map.of(
                "carrier",
                "city",
                "what",
                "Vijf bomen en twee banken.",
                "milestones",
                List.of(milestone("Bomen geplant", "4000", 100)));
    }

    Map<String, Object> milestone(String title, String amount, int days) {
        return Map.of("title", title, "due", today().plusDays(days).toString(), "amount", amount);
    }

    static Map<String, Object> extension(String until) {
        return Map.of("next", "extend", "until", until, "why", "De vergunning kwam laat.");
    }

    List<UUID> people(CaseId project) {
        return supporters.of(ideas(project)).stream().map(Idea.Supporter::id).toList();
    }

    CouncilId council() {
        if (council == null) {
            council = council(councils, jdbc, poort, today());
        }
        return council;
    }

    /** One of the register that can receive money. */
    static CouncilId council(Councils councils, JdbcClient jdbc, AreaId area, LocalDate today) {
        return council("Buurtcomité Poort", councils, jdbc, area, today);
    }

    static CouncilId council(String name, Councils councils, JdbcClient jdbc, AreaId area, LocalDate today) {
        var made = councils.add(CouncilKind.BUURTCOMITE, name, area, CLERK);
        councils.inscribe(
                made, new Councils.Inscription(false, today, null, null, null, "7", today, CaseId.create()), CLERK);
        jdbc.sql("insert into recognition_term (case_id, council_id, receives_money, open_to_new_members)"
                        + " values (gen_random_uuid(), ?, true, true)")
                .param(made.value())
                .update();
        return made;
    }

    void councilSigns(CaseId project) {
        answer(project, "Task_SignCouncil", Map.of("signed", "yes"), officer());
    }

    Actor officer() {
        return Actor.council(council(), "An Peeters, voorzitter (Buurtcomité Poort)");
    }

    void signs(CaseId project, String agreed) throws Exception {
        mvc.perform(post(led(project) + "/tekenen").param("agreed", agreed).param("words", "Wij willen eerst banken."))
                .andExpect(status().is3xxRedirection());
        run();
    }

    void tells(CaseId project, String words, byte[] photo) throws Exception {
        mvc.perform(multipart(led(project) + "/voortgang")
                        .file(new MockMultipartFile("photo", "plein.png", "image/png", photo))
                        .param("words", words))
                .andExpect(status().is3xxRedirection());
    }

    static byte[] photo(String format) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    String led(CaseId project) throws Exception {
        return address(PROPOSER) + "/project/" + projects.get(project).id();
    }

    String publicProject(CaseId project) {
        return publicUrl() + "/projecten/" + projects.get(project).id();
    }

    /** What the next batch can take, in cents. */
    List<Long> toPay() {
        return jdbc.sql("select cents from ledger_payment where state = 'TO_PAY'")
                .query(Long.class)
                .list();
    }

    long available() {
        return budgets.find(decisions.pot(round, poort).orElseThrow())
                .orElseThrow()
                .available()
                .cents();
    }
}
