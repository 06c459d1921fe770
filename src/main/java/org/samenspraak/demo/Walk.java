package org.samenspraak.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.correspondence.Receipts;
import org.samenspraak.forms.Came;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Fills forms in and sends them, as the pages do: what a form refuses stops the start of the demo. */
@Component
@Profile("demo")
class Walk {

    private final Processes processes;
    private final Cases cases;
    private final Tasks tasks;
    private final Forms forms;
    private final TaskData data;
    private final Intake intake;
    private final Prompts prompts;
    private final Receipts receipts;
    private final Documents documents;
    private final Agenda agenda;

    Walk(
            Processes processes,
            Cases cases,
            Tasks tasks,
            Forms forms,
            TaskData data,
            Intake intake,
            Prompts prompts,
            Receipts receipts,
            Documents documents,
            Agenda agenda) {
        this.processes = processes;
        this.cases = cases;
        this.tasks = tasks;
        this.forms = forms;
        this.data = data;
        this.intake = intake;
        this.prompts = prompts;
        this.receipts = receipts;
        this.documents = documents;
        this.agenda = agenda;
    }

    CaseView start(String trajectory, Map<String, List<String>> sent, boolean onPaper, Actor by) {
        return start(trajectory, sent, null, onPaper, by);
    }

    /** @param photo a JPEG in the field {@code photo}, or none */
    CaseView start(
            String trajectory, Map<String, List<String>> sent, byte @Nullable [] photo, boolean onPaper, Actor by) {
        var drawn = processes.trajectory(trajectory).orElseThrow();
        var form = forms.parse(drawn.form());
        var known = new HashMap<>(forms.prefill(form, null, by));
        known.values().removeIf(Objects::isNull);
        if (photo != null) {
            known.put("photo", List.of(chosen("foto.jpg", photo, by)));
        }
        var judged = judge(form, known, sent);
        var opened = intake.start(trajectory, form, judged, agenda.now(), onPaper, by);
        var mail = judged.answers().text("contactMail");
        if (mail != null && !onPaper) {
            receipts.application(opened, drawn.name(), mail, by.name(), intake.waitsForConfirmation(trajectory));
        }
        return opened;
    }

    /** A file as a form has it that was chosen and is not sent yet. */
    private Map<String, Object> chosen(String name, byte[] file, Actor by) {
        var row = documents.receive(name, new ByteArrayInputStream(file), by.name());
        return Map.of("id", row.id().toString(), "name", row.name(), "bytes", row.bytes(), "chosen", true);
    }

    /** Names who keeps an eye on the whole case. */
    void own(CaseId caseId, PersonId owner, Actor by) {
        cases.own(caseId, cases.get(caseId).version(), owner, by);
    }

    /** Sends the form of the open task with this form or this element. */
    void answer(CaseId caseId, String what, Map<String, List<String>> sent, Actor by) {
        answer(task(caseId, what), sent, by);
    }

    /** With the text of an invoice. */
    void answerWithBill(CaseId caseId, String what, Map<String, List<String>> sent, String bill, Actor by) {
        var task = task(caseId, what);
        var form = form(task);
        var known = new HashMap<>(data.of(task, form, by));
        known.put("bill", List.of(chosen("factuur.txt", bill.getBytes(StandardCharsets.UTF_8), by)));
        intake.answer(task.id(), form, judge(form, known, sent), false, by);
    }

    /** Of a parallel branch, such as that of a department. */
    void answer(CaseId caseId, String what, String branch, Map<String, List<String>> sent, Actor by) {
        var task = tasks.ofCase(caseId).stream()
                .filter(open -> what.equals(open.formId()) && branch.equals(open.scope()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No task " + what + " for " + branch));
        answer(task, sent, by);
    }

    private void answer(OpenTask task, Map<String, List<String>> sent, Actor by) {
        var form = form(task);
        intake.answer(task.id(), form, judge(form, data.of(task, form, by), sent), false, by);
        if (by.kind() == Actor.Kind.COUNCIL) {
            prompts.received(task.id(), by.name());
        }
    }

    /** An official types over what a council wrote or said. */
    void enter(CaseId caseId, String what, Map<String, List<String>> sent, Came came, Actor by) {
        var task = task(caseId, what);
        var form = form(task);
        intake.enter(task.id(), form, judge(form, data.of(task, form, by), sent), came, by);
        prompts.received(task, came.from());
    }

    /** What the form of an open task starts from. */
    Map<String, Object> known(CaseId caseId, String what, Actor by) {
        var task = task(caseId, what);
        return data.of(task, form(task), by);
    }

    /** Whether a task with this form or this element is open. */
    boolean isOpen(CaseId caseId, String what) {
        return tasks.ofCase(caseId).stream()
                .anyMatch(open -> what.equals(open.formId()) || what.equals(open.element()));
    }

    OpenTask task(CaseId caseId, String what) {
        return tasks.ofCase(caseId).stream()
                .filter(open -> what.equals(open.formId()) || what.equals(open.element()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No task " + what + " in " + tasksOf(caseId)));
    }

    Form form(OpenTask task) {
        return forms.parse(String.valueOf(task.formJson()));
    }

    static Map<String, List<String>> single(Map<String, String> sent) {
        var texts = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, text) -> texts.put(name, List.of(text)));
        return texts;
    }

    /** Takes the open tasks of a case. */
    void claim(CaseId caseId, Actor person) {
        tasks.ofCase(caseId).forEach(task -> tasks.claim(task.id(), person));
    }

    private List<String> tasksOf(CaseId caseId) {
        return tasks.ofCase(caseId).stream().map(OpenTask::element).toList();
    }

    private Judgement judge(Form form, Map<String, Object> stored, Map<String, List<String>> sent) {
        var judged = forms.judge(form, stored, new LinkedMultiValueMap<>(sent));
        if (!judged.accepted()) {
            throw new IllegalStateException("The demo does not fit its form: " + judged.errors());
        }
        return judged;
    }
}
