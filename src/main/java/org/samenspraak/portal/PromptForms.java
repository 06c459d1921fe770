package org.samenspraak.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Prompts.Opening.Open;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.Step;
import org.samenspraak.forms.StepByStep;
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
    private static final String STEP = "_step";
    private static final String ALL = "_all";
    private static final String STEPS = "_steps";

    private final Tasks tasks;
    private final Forms forms;
    private final TaskData taskData;
    private final FillIn fillIn;
    private final StepByStep steps;
    private final Drafts drafts;
    private final PromptPapers papers;
    private final Answering answering;
    private final PromptViews views;
    private final MessageSource messages;

    PromptForms(
            Tasks tasks,
            Forms forms,
            TaskData taskData,
            FillIn fillIn,
            StepByStep steps,
            Drafts drafts,
            PromptPapers papers,
            Answering answering,
            PromptViews views,
            MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.taskData = taskData;
        this.fillIn = fillIn;
        this.steps = steps;
        this.drafts = drafts;
        this.papers = papers;
        this.answering = answering;
        this.views = views;
        this.messages = messages;
    }

    /** False when the question is not open any more. */
    boolean show(Open open, @Nullable String all, @Nullable Integer page, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> {
            var sheet = sheet(open, found);
            var function = views.function(open.function());
            if (all == null && steps.suits(sheet.form())) {
                fill(model, open, found, steps.open(sheet, page == null ? 1 : page), open.name(), function);
            } else {
                fill(model, open, found, fillIn.open(sheet), open.name(), function);
            }
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
        var page = number(sent.getFirst(STEP));
        if (sent.containsKey(ALL) || sent.containsKey(STEPS)) {
            fillIn.keep(sheet, sent, files);
            return go(model, sent.containsKey(ALL) ? "?alles" : "");
        }
        if (page > 0 && sent.containsKey(SAVE)) {
            return keep(open, task, sheet, page, fillIn.keep(sheet, sent, files), model);
        }
        if (page > 0) {
            return answer(open, task, sheet, page, sent, files, model);
        }
        if (sent.containsKey(SAVE)) {
            return keep(open, task, sheet, fillIn.keep(sheet, sent, files), name, function, model);
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

    /** One page of a form that is filled in page by page. */
    private Outcome answer(
            Open open,
            OpenTask task,
            Sheet sheet,
            int page,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files,
            Model model) {
        var last = steps.open(sheet, page).last();
        model.addAttribute("last", last);
        var step = last ? steps.send(sheet, sent, files) : steps.press(sheet, page, sent);
        if (step.next() > 0) {
            return go(model, "?stap=" + step.next());
        }
        var name = last ? text(sent, NAME) : open.name();
        var function = last ? text(sent, FUNCTION) : views.function(open.function());
        var errors = new ArrayList<>(step.filled().errors());
        if (step.filled().judgement() != null) {
            require(NAME, name, errors);
            require(FUNCTION, function, errors);
        }
        if (step.filled().isReady() && errors.isEmpty()) {
            return send(open, task, sheet, step.filled(), name, function, model);
        }
        fill(model, open, task, last && !errors.isEmpty() ? steps.refused(sheet, errors) : step, name, function);
        return step.filled().isRefused() || !errors.isEmpty() ? Outcome.WRONG : Outcome.SHOWN;
    }

    private static Outcome go(Model model, String query) {
        model.addAttribute("query", query);
        return Outcome.GO;
    }

    private Outcome keep(Open open, OpenTask task, Sheet sheet, int page, Filled filled, Model model) {
        if (filled.isRefused()) {
            model.addAttribute("last", true);
            fill(
                    model,
                    open,
                    task,
                    steps.refused(sheet, filled.errors()),
                    open.name(),
                    views.function(open.function()));
            return Outcome.WRONG;
        }
        return go(model, "?bewaard&stap=" + page);
    }

    private Outcome keep(
            Open open, OpenTask task, Sheet sheet, Filled filled, String name, String function, Model model) {
        return filled.isRefused()
                ? wrong(open, task, sheet, filled, filled.errors(), name, function, model)
                : Outcome.SAVED;
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
        if (Boolean.TRUE.equals(model.getAttribute("last"))) {
            fill(model, open, task, steps.refused(sheet, errors), name, function);
        } else {
            fill(model, open, task, fillIn.refused(sheet, filled, errors), name, function);
        }
        return Outcome.WRONG;
    }

    private void fill(Model model, Open open, OpenTask task, Step step, String name, String function) {
        model.addAttribute("step", step);
        fill(model, open, task, step.filled(), name, function);
    }

    private void fill(Model model, Open open, OpenTask task, Filled filled, String name, String function) {
        model.addAttribute("form", filled.form());
        model.addAttribute("draft", filled.draft());
        model.addAttribute("others", filled.others());
        model.addAttribute("stepwise", steps.suits(form(task)));
        model.addAttribute("prompt", views.of(open, task));
        model.addAttribute("name", name);
        model.addAttribute("function", function);
        model.addAttribute("document", papers.find(open, task).isPresent());
    }

    private Sheet sheet(Open open, OpenTask task) {
        var form = form(task);
        return new Sheet(
                drafts.ofTask(task.id(), task.caseId(), open.council().toString()),
                form,
                taskData.of(task, form, Actor.council(open.council(), open.name())),
                open.name() + ", " + views.function(open.function()),
                true);
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

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
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
        /** To another page of the form. */
        GO,
        GONE
    }
}
