package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.Spot;
import org.samenspraak.forms.TooLate;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what to do, by when and why then, and what is known of the case. */
@Controller
@RequestMapping("/taken/{task}")
class TaskPages {

    private final Desks desks;
    private final TaskModel page;
    private final FillIn fillIn;
    private final TooLate tooLate;
    private final Refusals refusals;
    private final Work work;
    private final AfterTask after;
    private final BegunAnew anew;

    TaskPages(
            Desks desks,
            TaskModel page,
            FillIn fillIn,
            TooLate tooLate,
            Refusals refusals,
            Work work,
            AfterTask after,
            BegunAnew anew) {
        this.desks = desks;
        this.page = page;
        this.fillIn = fillIn;
        this.tooLate = tooLate;
        this.refusals = refusals;
        this.work = work;
        this.after = after;
        this.anew = anew;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String task,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reads = me.may(Permission.SEE_TASKS) && !desks.works(task, me);
        var desk = (reads ? desks.read(task, me) : desks.open(task, me)).orElse(null);
        if (desk == null) {
            return gone(task, new LinkedMultiValueMap<>(), list, me, model, response, next);
        }
        if (reads || desk.bar() != null) {
            return page.read(desk, desks.questions(desk), model);
        }
        var sheet = desks.sheet(desk);
        return page.fill(desk, sheet == null ? null : fillIn.open(sheet), model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String send(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var desk = desks.open(task, me).orElse(null);
        if (desk == null) {
            return gone(task, sent, list, me, model, response, next);
        }
        var sheet = desks.sheet(desk);
        if (sheet != null && sent.containsKey("keep")) {
            return keep(desk, fillIn.keep(sheet, sent, Uploads.of(request)), list, model, response, next);
        }
        var filled = sheet == null ? null : fillIn.press(sheet, sent, Uploads.of(request));
        var spot = sheet == null || filled == null ? Optional.<Spot>empty() : fillIn.spot(sheet, sent, filled);
        if (spot.isPresent()) {
            return "redirect:" + spot.get().on(list.task(task));
        }
        if (filled != null && !filled.isReady()) {
            return again(desk, filled, model, response);
        }
        var place = after.place(desk, list);
        try {
            desks.send(desk, filled == null ? null : filled.judgement());
        } catch (Refusal refusal) {
            return desks.open(task, me).isEmpty()
                    ? gone(task, sent, list, me, model, response, next)
                    : refused(desk, sheet, filled, refusals.error(work.named(refusal), locale), model, response);
        }
        return sent.containsKey("_onward")
                ? after.goOn(desk, list, place, locale, next)
                : after.back(desk, list, locale, next);
    }

    private String keep(
            Desk desk,
            Filled filled,
            InboxQuery list,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (filled.isRefused()) {
            return again(desk, filled, model, response);
        }
        next.addFlashAttribute("notice", !desk.isOpen() ? "tasklist.task.not-kept" : "tasklist.task.kept");
        return "redirect:" + list.task(desk.task().id());
    }

    /** While somebody types. */
    @PostMapping("/concept")
    @Requires(Permission.WORK)
    String keepQuietly(
            @PathVariable String task, @RequestParam MultiValueMap<String, String> sent, SignedIn me, Model model) {
        var draft =
                desks.open(task, me).map(desks::sheet).filter(Sheet::keeps).flatMap(it -> fillIn.keepQuietly(it, sent));
        model.addAttribute("here", "/taken/" + task);
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("closed", draft.isEmpty());
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    @PostMapping("/nemen")
    @Requires(Permission.WORK)
    String claim(
            @PathVariable String task,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            RedirectAttributes next) {
        return act(task, work::claim, "tasklist.inbox.claimed", list, me, next);
    }

    @PostMapping("/teruggeven")
    @Requires(Permission.WORK)
    String giveBack(
            @PathVariable String task,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            RedirectAttributes next) {
        return act(task, work::giveBack, "tasklist.task.given-back", list, me, next);
    }

    /** What is gone says so itself. */
    private String act(
            String task,
            BiFunction<String, SignedIn, Optional<Refusal>> deed,
            String notice,
            InboxQuery list,
            SignedIn me,
            RedirectAttributes next) {
        if (desks.open(task, me).isPresent()) {
            deed.apply(task, me)
                    .ifPresentOrElse(
                            no -> next.addFlashAttribute("refusal", no),
                            () -> next.addFlashAttribute("notice", notice));
        }
        return "redirect:" + list.task(task);
    }

    private String again(Desk desk, Filled filled, Model model, HttpServletResponse response) {
        if (filled.isRefused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page.fill(desk, filled, model);
    }

    /** A colleague's task is not kept, so what was typed comes from the request itself. */
    private String refused(
            Desk desk,
            @Nullable Sheet sheet,
            @Nullable Filled filled,
            FieldError error,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", List.of(error));
        return page.fill(
                desk, sheet == null || filled == null ? null : fillIn.refused(sheet, filled, List.of(error)), model);
    }

    /**
     * Done meanwhile. Who pressed twice did it; of anybody else what was typed is shown, so that it can be used elsewhere.
     */
    private String gone(
            String task,
            MultiValueMap<String, String> sent,
            InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!sent.isEmpty() && tooLate.isRepeat(task, sent, me.actor())) {
            next.addFlashAttribute("notice", "tasklist.task.done-before");
            return "redirect:" + list.url();
        }
        response.setStatus(sent.isEmpty() ? HttpStatus.NOT_FOUND.value() : HttpStatus.CONFLICT.value());
        model.addAttribute("doneBy", work.doneBy(task).orElse(null));
        model.addAttribute("anew", anew.of(task, me).orElse(null));
        var unsent = tooLate.typed(task, sent).or(() -> Stream.of("office", "paper")
                .flatMap(party -> tooLate.typedBy(task, party, me.name()).stream())
                .findFirst());
        model.addAttribute("unsent", unsent.orElse(null));
        return "tasklist/gone";
    }
}
