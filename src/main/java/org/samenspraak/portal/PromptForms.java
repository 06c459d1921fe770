package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.correspondence.Prompts.Opening.Open;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
    private final Drafts drafts;
    private final Letters letters;
    private final Documents documents;
    private final Answering answering;
    private final PromptViews views;
    private final MessageSource messages;

    PromptForms(
            Tasks tasks,
            Forms forms,
            TaskData taskData,
            Drafts drafts,
            Letters letters,
            Documents documents,
            Answering answering,
            PromptViews views,
            MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.taskData = taskData;
        this.drafts = drafts;
        this.letters = letters;
        this.documents = documents;
        this.answering = answering;
        this.views = views;
        this.messages = messages;
    }

    /** False when the question is not open any more. */
    boolean show(Open open, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> {
            var form = form(found);
            var data = stored(open, found, form);
            var view = drafts.find(found.id(), party(open))
                    .map(draft -> forms.resume(form, data, draft.typed()))
                    .orElseGet(() -> forms.view(form, data));
            fill(model, open, found, view, open.name(), views.function(open.function()));
        });
        return task.isPresent();
    }

    Outcome answer(
            Open open, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files, Model model) {
        var found = tasks.find(open.taskId());
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        var task = found.get();
        var form = form(task);
        var data = stored(open, task, form);
        var name = text(sent, NAME);
        var function = text(sent, FUNCTION);
        drafts.save(task.id(), party(open), forms.typed(form, sent), name.isEmpty() ? open.name() : name);
        if (sent.containsKey(SAVE)) {
            return Outcome.SAVED;
        }
        var reworked = forms.rework(form, data, sent);
        if (reworked.isPresent()) {
            fill(model, open, task, reworked.get(), name, function);
            return Outcome.SHOWN;
        }
        var judgement = forms.judge(form, data, sent, files);
        var errors = new ArrayList<>(judgement.errors());
        require(NAME, name, errors);
        require(FUNCTION, function, errors);
        return errors.isEmpty()
                ? send(open, task, form, judgement, name, function, model)
                : wrong(open, task, form, judgement, errors, name, function, model);
    }

    private Outcome send(
            Open open, OpenTask task, Form form, Judgement judgement, String name, String function, Model model) {
        try {
            answering.send(task, form, judgement, views.actor(open, name, function), name + ", " + function);
            return Outcome.SENT;
        } catch (Refusal refusal) {
            return tasks.find(task.id()).isEmpty()
                    ? Outcome.GONE
                    : wrong(open, task, form, judgement, List.of(error(refusal)), name, function, model);
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
            Form form,
            Judgement judgement,
            List<FieldError> errors,
            String name,
            String function,
            Model model) {
        fill(model, open, task, forms.view(form, judgement, errors), name, function);
        return Outcome.WRONG;
    }

    private void fill(Model model, Open open, OpenTask task, FormView view, String name, String function) {
        model.addAttribute("form", view);
        model.addAttribute("prompt", views.of(open, task));
        model.addAttribute("name", name);
        model.addAttribute("function", function);
        model.addAttribute("draft", drafts.find(task.id(), party(open)).orElse(null));
        model.addAttribute("document", document(open, task).isPresent());
    }

    boolean writeDocument(Open open, HttpServletResponse response) throws IOException {
        var id = tasks.find(open.taskId()).flatMap(task -> document(open, task));
        if (id.isEmpty()) {
            return false;
        }
        var row = documents.get(open.caseId(), id.get());
        response.setContentType(row.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(row.name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        documents.write(row.id(), response.getOutputStream());
        return true;
    }

    private Optional<UUID> document(Open open, OpenTask task) {
        return Optional.ofNullable(task.properties().get("document"))
                .flatMap(template -> letters.latest(open.caseId(), template));
    }

    private Map<String, Object> stored(Open open, OpenTask task, Form form) {
        return taskData.of(task, form, Actor.council(open.council(), open.name()));
    }

    private Form form(OpenTask task) {
        return forms.parse(Objects.requireNonNull(task.formJson(), "a question without a form"));
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

    private static String party(Open open) {
        return open.council().toString();
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
