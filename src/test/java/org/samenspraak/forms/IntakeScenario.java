package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilAreas;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Priority;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.Trajectory;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** An idea is sent in. The engine's part is played by hand: what counts here is what the database keeps. */
abstract class IntakeScenario extends PostgresIT {

    static final Actor BY = Actor.council(CouncilId.parse("00000000-0000-0000-0000-000000000007"), "Runkst");
    static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    static final String SCHEMA =
            """
            {"type":"default","id":"idea","schemaVersion":18,"properties":{"title":"Idee","title_en":"Idea"},"components":[
              {"type":"textfield","id":"a","key":"what","label":"Wat"},
              {"type":"number","id":"b","key":"cost","label":"Kost","properties":{"format":"money","fact":"yes"}},
              {"type":"filepicker","id":"c","key":"files","label":"Bestanden","multiple":true}]}""";

    @Autowired
    CouncilAreas areas;

    @Autowired
    Municipality municipality;

    @Autowired
    Submissions submissions;

    @Autowired
    Forms forms;

    @Autowired
    ChosenFiles chosen;

    @Autowired
    Regulations regulations;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    final Processes processes = mock(Processes.class);
    final Tasks tasks = mock(Tasks.class);

    @BeforeEach
    void model() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        when(processes.trajectory("idea"))
                .thenReturn(Optional.of(new Trajectory(
                        "idea", "Een idee", "An idea", "IDE", "idea", null, Set.of("public"), "Ideeën", null)));
    }

    CaseView start(String what, MultipartFile... files) {
        var judged = judged(what, files);
        return inTransaction(() -> intake().start("idea", form(), judged, TODAY, false, BY));
    }

    void answer(String taskId, String what, MultipartFile... files) {
        var judged = judged(what, files);
        inTransaction(() -> {
            intake().answer(taskId, form(), judged, false, BY);
            return "";
        });
    }

    Intake intake() {
        return new Intake(
                submissions, cases, documents, timeline, processes, tasks, List.of(), areas, municipality, clock);
    }

    Form form() {
        return forms.parse(SCHEMA);
    }

    Forms.Judgement judged(String what, MultipartFile... files) {
        var place = place();
        assertThat(take(place, files)).isEmpty();
        var known = chosen.in(place, form(), Map.of());
        var judged = forms.judge(form(), known, FormsHouse.sent("what=" + what, "cost=1.250,50"));
        assertThat(judged.errors()).isEmpty();
        return judged;
    }

    /** Another one each time. */
    DraftPlace place() {
        return new DraftPlace("start:idea:" + UUID.randomUUID(), "office", regulations.inForce("recognition", TODAY));
    }

    Map<String, String> take(DraftPlace place, MultipartFile... files) {
        return take(place, form(), files);
    }

    Map<String, String> take(DraftPlace place, Form form, MultipartFile... files) {
        var uploads = new LinkedMultiValueMap<String, MultipartFile>();
        uploads.put("files", List.of(files));
        return chosen.take(place, form, Map.of(), FormsHouse.sent(), uploads, "Runkst");
    }

    /** Names of what was chosen. */
    List<Object> names(DraftPlace place) {
        var rows = FileRows.of(chosen.in(place, form(), Map.of()).get("files"));
        return rows.stream().<Object>map(it -> it.get("name")).toList();
    }

    <T> T inTransaction(Callable<T> work) {
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

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    static MultipartFile file(String name, String content) {
        return new MockMultipartFile("files", name, "text/plain", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    static OpenTask task(CaseId caseId) {
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
                Priority.NORMAL,
                null,
                null,
                "idea",
                SCHEMA,
                Map.of(),
                Map.of());
    }
}
