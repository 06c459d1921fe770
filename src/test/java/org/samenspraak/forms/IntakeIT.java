package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.Trajectory;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The engine's part is played by hand: what counts here is what the database keeps. */
class IntakeIT extends PostgresIT {

    private static final Actor BY = Actor.council(CouncilId.parse("00000000-0000-0000-0000-000000000007"), "Runkst");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final String SCHEMA =
            """
            {"type":"default","id":"idea","schemaVersion":18,"properties":{"title":"Idee","title_en":"Idea"},"components":[
              {"type":"textfield","id":"a","key":"what","label":"Wat"},
              {"type":"number","id":"b","key":"cost","label":"Kost","properties":{"format":"money","fact":"yes"}},
              {"type":"filepicker","id":"c","key":"files","label":"Bestanden","multiple":true}]}""";

    @Autowired
    private Submissions submissions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Forms forms;

    @Autowired
    private Cases cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TransactionTemplate transaction;

    private final Processes processes = mock(Processes.class);
    private final Tasks tasks = mock(Tasks.class);

    @BeforeEach
    void model() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        when(processes.trajectory("idea"))
                .thenReturn(Optional.of(
                        new Trajectory("idea", "Een idee", "An idea", "IDE", "idea", Set.of("public"), "Ideeën")));
    }

    @Test
    void startsACaseWithItsAnswersAndFiles() {
        var opened = start("Meer banken", file("plan.txt", "Drie banken"));

        assertThat(opened.title()).isEqualTo("Een idee");
        assertThat(opened.number()).contains("IDE");
        var kept = submissions.latest(opened.id(), "idea").orElseThrow();
        assertThat(kept.text("what")).isEqualTo("Meer banken");
        assertThat(kept.values()).containsEntry("cost", new BigDecimal("1250.50"));
        var document = documents.of(opened.id()).get(0);
        assertThat(kept.rows("files"))
                .containsExactly(Map.of("id", document.id().toString(), "name", "plan.txt", "bytes", 11));
        assertThat(timeline.page(opened.id(), null, 10))
                .anyMatch(it -> it.kind().equals("form.sent"));
        verify(processes).start("idea", opened.id(), Map.of("cost", 1250.5), BY);
    }

    @Test
    void showsASentFormAsItWas() {
        var opened = start("Meer banken");
        var row = submissions.of(opened.id()).get(0);

        var sent = submissions.get(opened.id(), row.id());

        assertThat(row.title()).isEqualTo("Idee");
        assertThat(row.by()).isEqualTo("Runkst");
        assertThat(sent.form().json()).isEqualTo(SCHEMA);
        assertThatThrownBy(() -> submissions.get(CaseId.create(), row.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void sameStartFormTwiceInARowIsOneCase() {
        start("Meer banken");

        assertThatThrownBy(() -> start("Meer banken"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo("forms.refusal.already-sent"));
        assertThat(count("casefile_case")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        start("Meer banken");
        start("Andere vraag");
        assertThat(count("casefile_case")).isEqualTo(3);
    }

    @Test
    void taskIsAnsweredOnceAlsoByTwoAtTheSameMoment() throws Exception {
        var opened = start("Meer banken");
        when(tasks.find("t1")).thenReturn(Optional.of(task(opened.id())));

        var outcomes = atOnce(8, () -> {
            answer("t1", "Ja");
            return "accepted";
        });

        assertThat(outcomes).containsOnlyOnce("accepted");
        assertThat(outcomes.stream().filter(it -> it.equals("forms.refusal.already-sent")))
                .hasSize(7);
        assertThat(count("forms_submission")).isEqualTo(2);
        verify(tasks, times(1)).complete("t1", Map.of("cost", 1250.5), BY);
    }

    @Test
    void startFormIsAcceptedOnceAlsoByTwoAtTheSameMoment() throws Exception {
        var outcomes = atOnce(6, () -> {
            start("Meer banken");
            return "accepted";
        });

        assertThat(outcomes).containsOnlyOnce("accepted");
        assertThat(count("casefile_case")).isEqualTo(1);
    }

    @Test
    void nothingIsKeptWhenTheEngineRefuses() {
        var opened = start("Meer banken");
        when(tasks.find("t1")).thenReturn(Optional.of(task(opened.id())));
        doThrow(new Refusal("process.refusal.gone")).when(tasks).complete(anyString(), any(), any());
        drafts.save("t1", "party", Map.of("what", List.of("x")), "An");

        assertThatThrownBy(() -> answer("t1", "Ja", file("a.txt", "tekst"))).isInstanceOf(Refusal.class);

        assertThat(count("forms_submission")).isEqualTo(1);
        assertThat(documents.of(opened.id())).isEmpty();
        assertThat(drafts.find("t1", "party")).isPresent();
    }

    @Test
    void forbiddenFileIsRefusedAtItsField() {
        assertThatThrownBy(() -> start("Meer banken", file("plan.pdf", "<html><script>alert(1)</script></html>")))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.field()).isEqualTo("files"));
        assertThat(count("casefile_case")).isZero();
    }

    @Test
    void draftIsKeptPerPartyAndGoesWhenTheTaskIsAnswered() {
        var opened = start("Meer banken");
        when(tasks.find("t1")).thenReturn(Optional.of(task(opened.id())));
        drafts.save("t1", "runkst", Map.of("what", List.of("halve zin\u00e9")), "An");
        drafts.save("t1", "runkst", Map.of("what", List.of("hele zin")), "Bo");
        drafts.save("t1", "kermt", Map.of("what", List.of("iets")), "Cis");

        var draft = drafts.find("t1", "runkst").orElseThrow();
        answer("t1", "Ja");

        assertThat(draft.typed()).isEqualTo(Map.of("what", List.of("hele zin")));
        assertThat(draft.by()).isEqualTo("Bo");
        assertThat(count("forms_draft")).isZero();
    }

    @Test
    void unknownTrajectoryAndLostTaskAreRefused() {
        when(tasks.find("gone")).thenReturn(Optional.empty());

        assertThatThrownBy(() -> answer("gone", "Ja"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo("forms.refusal.task-gone"));
        assertThatThrownBy(() -> inTransaction(() -> intake().start("nothing", form(), judged("x"), TODAY, false, BY)))
                .isInstanceOf(Refusal.class);
    }

    private CaseView start(String what, MultipartFile... files) {
        return inTransaction(() -> intake().start("idea", form(), judged(what, files), TODAY, false, BY));
    }

    private void answer(String taskId, String what, MultipartFile... files) {
        inTransaction(() -> {
            intake().answer(taskId, form(), judged(what, files), false, BY);
            return "";
        });
    }

    private Intake intake() {
        return new Intake(submissions, drafts, cases, documents, timeline, processes, tasks, List.of());
    }

    private Form form() {
        return forms.parse(SCHEMA);
    }

    private Forms.Judgement judged(String what, MultipartFile... files) {
        var uploads = new LinkedMultiValueMap<String, MultipartFile>();
        uploads.put("files", List.of(files));
        var judged = forms.judge(form(), Map.of(), FormsHouse.sent("what=" + what, "cost=1.250,50"), uploads);
        assertThat(judged.errors()).isEmpty();
        return judged;
    }

    private <T> T inTransaction(Callable<T> work) {
        var result = transaction.execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        if (result == null) {
            throw new IllegalStateException("no result");
        }
        return result;
    }

    private static List<String> atOnce(int people, Callable<String> work) throws Exception {
        var pool = Executors.newFixedThreadPool(people);
        try {
            Callable<String> tried = () -> {
                try {
                    return work.call();
                } catch (Refusal refusal) {
                    return refusal.messageKey();
                }
            };
            var outcomes = new ArrayList<String>();
            for (var outcome : pool.invokeAll(Collections.nCopies(people, tried))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static MultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static OpenTask task(CaseId caseId) {
        return new OpenTask(
                "t1",
                caseId,
                "Task_Answer",
                "Antwoord",
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                "idea",
                SCHEMA,
                Map.of(),
                Map.of());
    }
}
