package org.samenspraak.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.portal.FormWalk.At;
import org.samenspraak.portal.FormWalk.Turn;
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

    private final Tasks tasks;
    private final Forms forms;
    private final TaskData taskData;
    private final FillIn fillIn;
    private final FormWalk walk;
    private final Drafts drafts;
    private final PromptPapers papers;
    private final ContactForms contacts;
    private final Answering answering;
    private final PromptViews views;
    private final Senders senders;
    private final GotIt gotIt;
    private final MessageSource messages;

    PromptForms(
            Tasks tasks,
            Forms forms,
            TaskData taskData,
            FillIn fillIn,
            FormWalk walk,
            Drafts drafts,
            PromptPapers papers,
            ContactForms contacts,
            Answering answering,
            PromptViews views,
            Senders senders,
            GotIt gotIt,
            MessageSource messages) {
        this.tasks = tasks;
        this.forms = forms;
        this.taskData = taskData;
        this.fillIn = fillIn;
        this.walk = walk;
        this.drafts = drafts;
        this.papers = papers;
        this.contacts = contacts;
        this.answering = answering;
        this.views = views;
        this.senders = senders;
        this.gotIt = gotIt;
        this.messages = messages;
    }

    /** False when the question is not open any more. */
    boolean show(Open open, At at, Model model) {
        var task = tasks.find(open.taskId());
        task.ifPresent(found -> {
            var sheet = sheet(open, found);
            fill(model, open, found, sheet, walk.open(sheet, at), sender(open, found, sheet));
        });
        return task.isPresent();
    }

    /** While somebody types; false when the question is not open any more, or not to them. */
    boolean keep(Open open, MultiValueMap<String, String> sent, Model model) {
        var draft = tasks.find(open.taskId())
                .filter(task -> !contacts.isClosedTo(open))
                .flatMap(task -> {
                    keepSender(open, task, sent);
                    return fillIn.keepQuietly(sheet(open, task), sent);
                });
        model.addAttribute("draft", draft.orElse(null));
        return draft.isPresent();
    }

    /** Of who may not send everything is kept, and nothing leaves. */
    Outcome answer(
            Open open, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files, Model model) {
        return answering.inTurn(open.taskId(), () -> press(open, sent, files, model));
    }

    private Outcome press(
            Open open, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files, Model model) {
        var found = tasks.find(open.taskId());
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        if (contacts.isClosedTo(open)) {
            return Outcome.NOT_THEIRS;
        }
        var sheet = sheet(open, found.get());
        keepSender(open, found.get(), sent);
        var turn = walk.press(sheet, sent, files);
        if (answering.isOver(open.taskId())) {
            return Outcome.GONE; // what they typed is shown beside who sent it
        }
        if (turn instanceof Turn.Shown shown) {
            return answer(new Question(open, found.get(), sheet), shown, sent, model);
        }
        model.addAttribute("query", ((Turn.Go) turn).at().query());
        return Outcome.GO;
    }

    /** Nothing is done with it; what was typed stays. */
    Outcome refuse(Open open, MultiValueMap<String, String> sent, String why, Model model) {
        return tasks.find(open.taskId())
                .map(task -> {
                    var sheet = sheet(open, task);
                    var page = walk.refuse(sheet, sent, List.of(error(new Refusal(why))));
                    fill(model, open, task, sheet, page, sender(open, task, sheet));
                    return Outcome.WRONG;
                })
                .orElse(Outcome.GONE);
    }

    private Outcome answer(Question question, Turn.Shown shown, MultiValueMap<String, String> sent, Model model) {
        var open = question.open();
        var task = question.task();
        var sheet = question.sheet();
        var sender = shown.isWhole() ? senders.of(open, task, sent) : sender(open, task, sheet);
        var filled = shown.filled();
        var errors = new ArrayList<FieldError>();
        if (filled.judgement() != null) {
            if (open.maySend()) {
                require(sender, errors);
            } else {
                errors.add(new FieldError("errors", say("portal.prompt.refused"), say("portal.council.may-not-send")));
            }
        }
        if (errors.isEmpty() && filled.isReady()) {
            try {
                var judgement = Objects.requireNonNull(filled.judgement());
                answering.send(task, sheet.form(), judgement, views.actor(open.council(), sender), sender.shown());
                return Outcome.SENT;
            } catch (Refusal refusal) {
                errors.add(error(refusal));
            } catch (DataAccessException atTheSameMoment) {
                if (tasks.isOpen(task.id())) {
                    throw atTheSameMoment;
                }
            }
            if (!tasks.isOpen(task.id())) {
                return Outcome.GONE;
            }
        }
        var page = shown;
        if (!errors.isEmpty()) {
            errors.addAll(0, filled.errors());
            page = walk.refused(sheet, shown, errors);
        }
        fill(model, open, task, sheet, page, sender);
        return Outcome.WRONG;
    }

    private Sender sender(Open open, OpenTask task, Sheet sheet) {
        return senders.of(open, task, drafts.beside(sheet.place(), sheet.by()));
    }

    /** Who they say they are stays when they leave the last page to mend an answer. */
    private void keepSender(Open open, OpenTask task, MultiValueMap<String, String> sent) {
        var sheet = sheet(open, task);
        var sender = senders.of(open, task, sent);
        if (sent.containsKey(Senders.NAME) && sender.fits() && !sender.equals(sender(open, task, sheet))) {
            drafts.keepBeside(sheet.place(), sheet.by(), sender.texts());
        }
    }

    private void fill(Model model, Open open, OpenTask task, Sheet sheet, Turn.Shown shown, Sender sender) {
        walk.fill(model, sheet, shown);
        addWriters(model, sheet);
        model.addAttribute("prompt", views.of(open, task));
        model.addAttribute("send", open.maySend() ? send(sheet.form()) : null);
        model.addAttribute("name", sender.name());
        model.addAttribute("function", sender.function());
        model.addAttribute("document", papers.find(open, task).isPresent());
        model.addAttribute("acknowledges", gotIt.isAwaited(task));
    }

    /** Who else of the council is in it; nobody when the question is not open any more. */
    void showWriters(Open open, Model model) {
        tasks.find(open.taskId()).ifPresent(task -> addWriters(model, sheet(open, task)));
    }

    private void addWriters(Model model, Sheet sheet) {
        model.addAttribute("writers", drafts.writers(sheet.place(), sheet.by()));
    }

    private Sheet sheet(Open open, OpenTask task) {
        var form = form(task);
        return new Sheet(
                drafts.ofTask(task.id(), task.caseId(), Prompts.party(task, open.council(), open.name())),
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
        } else if (value.length() > Senders.LONGEST) {
            errors.add(new FieldError(
                    path,
                    say("portal.prompt." + path),
                    say("forms.error.max-length", Senders.LONGEST, value.length())));
        }
    }

    private FieldError error(Refusal refusal) {
        var path = refusal.field();
        return new FieldError(
                path == null ? "errors" : path,
                say("portal.prompt.refused"),
                messages.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale()));
    }

    private String send(Form form) {
        return Objects.requireNonNullElseGet(
                form.send(LocaleContextHolder.getLocale()), () -> say("portal.prompt.send"));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    private record Question(Open open, OpenTask task, Sheet sheet) {}

    enum Outcome {
        SENT,
        WRONG,
        /** To another page of the form. */
        GO,
        /** It holds addresses of members, and they don't send. */
        NOT_THEIRS,
        GONE
    }
}
