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
import org.samenspraak.portal.Senders.Sender;
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
    private final Senders senders;
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
            Senders senders,
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
        this.senders = senders;
        this.messages = messages;
    }

    /** False when the question is not open any more. */
    boolean show(Open open, @Nullable String all, @Nullable Integer page, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> {
            var sheet = sheet(open, found);
            if (all == null && steps.suits(sheet.form())) {
                fill(model, open, found, steps.open(sheet, page == null ? 1 : page), senders.of(open));
            } else {
                fill(model, open, found, fillIn.open(sheet), senders.of(open));
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
        var sender = senders.of(open, task, sent);
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
            return keep(open, task, sheet, fillIn.keep(sheet, sent, files), sender, model);
        }
        var filled = fillIn.press(sheet, sent, files);
        if (filled.judgement() == null) {
            fill(model, open, task, filled, sender);
            return filled.isRefused() ? Outcome.WRONG : Outcome.SHOWN;
        }
        var errors = new ArrayList<>(filled.errors());
        require(sender, errors);
        return errors.isEmpty()
                ? send(open, task, sheet, filled, sender, model)
                : wrong(open, task, sheet, filled, errors, sender, model);
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
        var sender = last ? senders.of(open, task, sent) : senders.of(open);
        var errors = new ArrayList<>(step.filled().errors());
        if (step.filled().judgement() != null) {
            require(sender, errors);
        }
        if (step.filled().isReady() && errors.isEmpty()) {
            return send(open, task, sheet, step.filled(), sender, model);
        }
        fill(model, open, task, last && !errors.isEmpty() ? steps.refused(sheet, errors) : step, sender);
        return step.filled().isRefused() || !errors.isEmpty() ? Outcome.WRONG : Outcome.SHOWN;
    }

    private static Outcome go(Model model, String query) {
        model.addAttribute("query", query);
        return Outcome.GO;
    }

    private Outcome keep(Open open, OpenTask task, Sheet sheet, int page, Filled filled, Model model) {
        if (filled.isRefused()) {
            model.addAttribute("last", true);
            fill(model, open, task, steps.refused(sheet, filled.errors()), senders.of(open));
            return Outcome.WRONG;
        }
        return go(model, "?bewaard&stap=" + page);
    }

    private Outcome keep(Open open, OpenTask task, Sheet sheet, Filled filled, Sender sender, Model model) {
        return filled.isRefused() ? wrong(open, task, sheet, filled, filled.errors(), sender, model) : Outcome.SAVED;
    }

    private Outcome send(Open open, OpenTask task, Sheet sheet, Filled filled, Sender sender, Model model) {
        try {
            var judgement = Objects.requireNonNull(filled.judgement());
            answering.send(task, sheet.form(), judgement, views.actor(open.council(), sender), sender.shown());
            return Outcome.SENT;
        } catch (Refusal refusal) {
            return tasks.find(task.id()).isEmpty()
                    ? Outcome.GONE
                    : wrong(open, task, sheet, filled, List.of(error(refusal)), sender, model);
        } catch (DataAccessException atTheSameMoment) {
            if (tasks.find(task.id()).isEmpty()) {
                return Outcome.GONE;
            }
            throw atTheSameMoment;
        }
    }

    private Outcome wrong(
            Open open, OpenTask task, Sheet sheet, Filled filled, List<FieldError> errors, Sender sender, Model model) {
        if (Boolean.TRUE.equals(model.getAttribute("last"))) {
            fill(model, open, task, steps.refused(sheet, errors), sender);
        } else {
            fill(model, open, task, fillIn.refused(sheet, filled, errors), sender);
        }
        return Outcome.WRONG;
    }

    private void fill(Model model, Open open, OpenTask task, Step step, Sender sender) {
        model.addAttribute("step", step);
        fill(model, open, task, step.filled(), sender);
    }

    private void fill(Model model, Open open, OpenTask task, Filled filled, Sender sender) {
        model.addAttribute("form", filled.form());
        model.addAttribute("draft", filled.draft());
        model.addAttribute("others", filled.others());
        model.addAttribute("stepwise", steps.suits(form(task)));
        model.addAttribute("prompt", views.of(open, task));
        model.addAttribute("name", sender.name());
        model.addAttribute("function", sender.function());
        model.addAttribute("document", papers.find(open, task).isPresent());
    }

    private Sheet sheet(Open open, OpenTask task) {
        var form = form(task);
        return new Sheet(
                drafts.ofTask(task.id(), task.caseId(), open.council().toString()),
                form,
                taskData.of(task, form, Actor.council(open.council(), open.name())),
                senders.of(open).shown(),
                true);
    }

    private Form form(OpenTask task) {
        return forms.parse(Objects.requireNonNull(task.formJson(), "a question without a form"));
    }

    private void require(Sender sender, List<FieldError> errors) {
        require(Senders.NAME, sender.name(), errors);
        require(Senders.FUNCTION, sender.function(), errors);
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
