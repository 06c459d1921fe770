package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.correspondence.Prompts.Opening.Open;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** The form of a question: shown with what the council typed before, kept for later, sent once. */
@Component
class PromptForms {

    static final String PAGE = "portal/prompt";

    /** Names of the page's own fields; a form field can't begin with this character. */
    private static final String NAME = "_name";

    private static final String FUNCTION = "_function";
    private static final String SAVE = "_save";

    private final Tasks tasks;
    private final Forms forms;
    private final TaskData taskData;
    private final FillIn fillIn;
    private final Drafts drafts;
    private final Letters letters;
    private final Documents documents;
    private final Download download;
    private final Answering answering;
    private final PromptViews views;
    private final MessageSource messages;

    PromptForms(
            Tasks tasks,
            Forms forms,
            TaskData taskData,
            FillIn fillIn,
            Drafts drafts,
            Letters letters,
            Documents documents,
            Download download,
            Answering answering,
            PromptViews views,
            MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.taskData = taskData;
        this.fillIn = fillIn;
        this.drafts = drafts;
        this.letters = letters;
        this.documents = documents;
        this.download = download;
        this.answering = answering;
        this.views = views;
        this.messages = messages;
    }

    /** False when the question is not open any more. */
    boolean show(Open open, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> {
            fill(model, open, found, fillIn.open(sheet(open, found)), open.name(), views.function(open.function()));
        });
        return task.isPresent();
    }

    /** While somebody types; false when the question is not open any more. */
    boolean keep(Open open, MultiValueMap<String, String> sent, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> model.addAttribute("draft", fillIn.keep(sheet(open, found), sent)));
        return task.isPresent();
    }

    Outcome answer(
            Open open, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files, Model model) {
        var found = tasks.find(open.taskId());
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        var task = found.get();
        var sheet = sheet(open, task);
        var name = text(sent, NAME);
        var function = text(sent, FUNCTION);
        if (sent.containsKey(SAVE)) {
            fillIn.keep(sheet, sent);
            return Outcome.SAVED;
        }
        var filled = fillIn.press(sheet, sent, files);
        if (filled.judgement() == null) {
            fill(model, open, task, filled, name, function);
            return filled.isRefused() ? Outcome.WRONG : Outcome.SHOWN;
        }
        var errors = new ArrayList<>(filled.errors());
        require(NAME, name, errors);
        require(FUNCTION, function, errors);
        return errors.isEmpty()
                ? send(open, task, sheet, filled, name, function, model)
                : wrong(open, task, sheet, filled, errors, name, function, model);
    }

    private Outcome send(
            Open open, OpenTask task, Sheet sheet, Filled filled, String name, String function, Model model) {
        try {
            var judgement = Objects.requireNonNull(filled.judgement());
            answering.send(task, sheet.form(), judgement, views.actor(open, name, function), name + ", " + function);
            return Outcome.SENT;
        } catch (Refusal refusal) {
            return tasks.find(task.id()).isEmpty()
                    ? Outcome.GONE
                    : wrong(open, task, sheet, filled, List.of(error(refusal)), name, function, model);
        } catch (DataAccessException atTheSameMoment) {
            if (tasks.find(task.id()).isEmpty()) {
                return Outcome.GONE;
            }
            throw atTheSameMoment;
        }
    }

    private Outcome wrong(
            Open open,
            OpenTask task,
            Sheet sheet,
            Filled filled,
            List<FieldError> errors,
            String name,
            String function,
            Model model) {
        fill(model, open, task, fillIn.refused(sheet, filled, errors), name, function);
        return Outcome.WRONG;
    }

    private void fill(Model model, Open open, OpenTask task, Filled filled, String name, String function) {
        model.addAttribute("form", filled.form());
        model.addAttribute("draft", filled.draft());
        model.addAttribute("others", filled.others());
        model.addAttribute("prompt", views.of(open, task));
        model.addAttribute("name", name);
        model.addAttribute("function", function);
        model.addAttribute("document", document(open, task).isPresent());
    }

    boolean writeDocument(Open open, HttpServletResponse response) throws IOException {
        var id = tasks.find(open.taskId()).flatMap(task -> document(open, task));
        if (id.isEmpty()) {
            return false;
        }
        download.send(documents.get(open.caseId(), id.get()), response);
        return true;
    }

    private Optional<UUID> document(Open open, OpenTask task) {
        return Optional.ofNullable(task.properties().get("document"))
                .flatMap(template -> letters.latest(open.caseId(), template));
    }

    private Sheet sheet(Open open, OpenTask task) {
        var form = forms.parse(Objects.requireNonNull(task.formJson(), "a question without a form"));
        return new Sheet(
                drafts.ofTask(task.id(), task.caseId(), open.council().toString()),
                form,
                taskData.of(task, form, Actor.council(open.council(), open.name())),
                open.name() + ", " + views.function(open.function()),
                true);
    }

    private void require(String path, String value, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(new FieldError(path, say("portal.prompt." + path), say("portal.prompt.required" + path)));
        }
    }

    private FieldError error(Refusal refusal) {
        var path = refusal.field();
        return new FieldError(
                path == null ? "errors" : path,
                say("portal.prompt.refused"),
                messages.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale()));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        @Nullable String value = sent.getFirst(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(value.strip().length(), 200));
    }

    enum Outcome {
        SENT,
        SAVED,
        /** Shown again with more or fewer rows. */
        SHOWN,
        WRONG,
        GONE
    }
}
