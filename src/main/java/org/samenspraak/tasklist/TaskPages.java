package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.samenspraak.process.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Tasks tasks;
    private final Refusals refusals;
    private final MessageSource texts;

    TaskPages(
            Desks desks,
            TaskModel page,
            FillIn fillIn,
            TooLate tooLate,
            Tasks tasks,
            Refusals refusals,
            MessageSource texts) {
        this.desks = desks;
        this.page = page;
        this.fillIn = fillIn;
        this.tooLate = tooLate;
        this.tasks = tasks;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String task,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reads = me.may(Permission.SEE_TASKS) && !desks.works(task, me);
        var desk = (reads ? desks.read(task, me) : desks.open(task, me)).orElse(null);
        if (desk == null) {
            return gone(task, new LinkedMultiValueMap<>(), me, model, response, next);
        }
        if (reads) {
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
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var desk = desks.open(task, me).orElse(null);
        if (desk == null) {
            return gone(task, sent, me, model, response, next);
        }
        var sheet = desks.sheet(desk);
        if (sheet != null && sent.containsKey("keep")) {
            return keep(desk, fillIn.keep(sheet, sent, Uploads.of(request)), model, response, next);
        }
        var filled = sheet == null ? null : fillIn.press(sheet, sent, Uploads.of(request));
        var spot = sheet == null || filled == null ? Optional.<Spot>empty() : fillIn.spot(sheet, sent, filled);
        if (spot.isPresent()) {
            return "redirect:/taken/" + task + spot.get().ending();
        }
        if (filled != null && !filled.isReady()) {
            return again(desk, filled, model, response);
        }
        try {
            desks.send(desk, filled == null ? null : filled.judgement());
        } catch (Refusal refusal) {
            return desks.open(task, me).isEmpty()
                    ? gone(task, sent, me, model, response, next)
                    : refused(desk, sheet, filled, refusals.error(refusal, locale), model, response);
        }
        return done(desk, locale, next);
    }

    private String keep(Desk desk, Filled filled, Model model, HttpServletResponse response, RedirectAttributes next) {
        if (filled.isRefused()) {
            return again(desk, filled, model, response);
        }
        next.addFlashAttribute("notice", !desk.isOpen() ? "tasklist.task.not-kept" : "tasklist.task.kept");
        return "redirect:/taken/" + desk.task().id();
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
    String claim(@PathVariable String task, SignedIn me, RedirectAttributes next) {
        return act(task, me, "tasklist.inbox.claimed", desks::claim, next);
    }

    @PostMapping("/teruggeven")
    @Requires(Permission.WORK)
    String giveBack(@PathVariable String task, SignedIn me, RedirectAttributes next) {
        return act(task, me, "tasklist.task.given-back", desk -> tasks.giveBack(task, desk.actor()), next);
    }

    private String act(String task, SignedIn me, String notice, Consumer<Desk> action, RedirectAttributes next) {
        try {
            desks.open(task, me).ifPresent(desk -> {
                action.accept(desk);
                next.addFlashAttribute("notice", notice);
            });
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/taken/" + task;
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
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!sent.isEmpty() && tooLate.isRepeat(task, sent, me.actor())) {
            next.addFlashAttribute("notice", "tasklist.task.done-before");
            return "redirect:/werk";
        }
        response.setStatus(sent.isEmpty() ? HttpStatus.NOT_FOUND.value() : HttpStatus.CONFLICT.value());
        var unsent = tooLate.typed(task, sent).or(() -> Stream.of("office", "paper")
                .flatMap(party -> tooLate.typedBy(task, party, me.name()).stream())
                .findFirst());
        model.addAttribute("unsent", unsent.orElse(null));
        return "tasklist/gone";
    }

    private String done(Desk desk, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("notice", "tasklist.task.done");
        next.addFlashAttribute("noticeArgs", List.of(page.name(desk.task(), locale)));
        desks.next(desk).ifPresent(task -> {
            next.addFlashAttribute("noticeUrl", "/taken/" + task.id());
            next.addFlashAttribute(
                    "noticeLink",
                    texts.getMessage("tasklist.task.next", new Object[] {page.name(task, locale)}, locale));
        });
        return desk.onPaper() ? "redirect:/zaken/" + desk.file().number() : "redirect:/werk";
    }
}
