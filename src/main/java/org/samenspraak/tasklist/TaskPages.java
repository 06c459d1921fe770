package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Forms.Judgement;
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
    private final Forms forms;
    private final Tasks tasks;
    private final Refusals refusals;
    private final MessageSource texts;

    TaskPages(Desks desks, TaskModel page, Forms forms, Tasks tasks, Refusals refusals, MessageSource texts) {
        this.desks = desks;
        this.page = page;
        this.forms = forms;
        this.tasks = tasks;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String task, SignedIn me, Model model, HttpServletResponse response) {
        var desk = desks.open(task, me).orElse(null);
        if (desk == null) {
            return gone(new LinkedMultiValueMap<>(), HttpStatus.NOT_FOUND, model, response);
        }
        model.addAttribute("draft", desks.draft(desk).orElse(null));
        return page.fill(desk, desks.show(desk), model);
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
            return gone(sent, HttpStatus.CONFLICT, model, response);
        }
        if (sent.containsKey("keep")) {
            return keep(desk, sent, next);
        }
        var reworked = desks.rework(desk, sent);
        if (reworked.isPresent()) {
            return page.fill(desk, reworked.get(), model);
        }
        var judgement = desks.judge(desk, sent, Uploads.of(request));
        if (judgement != null && !judgement.accepted()) {
            return refused(desk, judgement, judgement.errors(), model, response);
        }
        try {
            desks.send(desk, judgement, Uploads.of(request).getFirst("scan"));
        } catch (Refusal refusal) {
            return desks.open(task, me).isEmpty()
                    ? gone(sent, HttpStatus.CONFLICT, model, response)
                    : refused(desk, judgement, List.of(refusals.error(refusal, locale)), model, response);
        }
        return done(desk, locale, next);
    }

    private String keep(Desk desk, MultiValueMap<String, String> sent, RedirectAttributes next) {
        desks.keep(desk, sent);
        next.addFlashAttribute("notice", "tasklist.task.kept");
        return "redirect:/taken/" + desk.task().id();
    }

    /** While somebody types. */
    @PostMapping("/concept")
    @Requires(Permission.WORK)
    String keepQuietly(
            @PathVariable String task, @RequestParam MultiValueMap<String, String> sent, SignedIn me, Model model) {
        var desk = desks.open(task, me);
        desk.ifPresent(open -> desks.keep(open, sent));
        model.addAttribute("draft", desk.flatMap(desks::draft).orElse(null));
        return "tasklist/task :: kept";
    }

    @PostMapping("/nemen")
    @Requires(Permission.WORK)
    String claim(@PathVariable String task, SignedIn me, RedirectAttributes next) {
        return act(task, me, "tasklist.inbox.claimed", () -> tasks.claim(task, me.actor()), next);
    }

    @PostMapping("/teruggeven")
    @Requires(Permission.WORK)
    String giveBack(@PathVariable String task, SignedIn me, RedirectAttributes next) {
        return act(task, me, "tasklist.task.given-back", () -> tasks.giveBack(task, me.actor()), next);
    }

    private String act(String task, SignedIn me, String notice, Runnable action, RedirectAttributes next) {
        try {
            if (desks.open(task, me).isPresent()) {
                action.run();
                next.addFlashAttribute("notice", notice);
            }
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/taken/" + task;
    }

    private String refused(
            Desk desk,
            @Nullable Judgement judgement,
            List<FieldError> errors,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", errors);
        var form = judgement == null || desk.form() == null ? null : forms.view(desk.form(), judgement, errors);
        return page.fill(desk, form, model);
    }

    /** Done by somebody else meanwhile: what was typed is shown, so that it can be used elsewhere. */
    private static String gone(
            MultiValueMap<String, String> sent, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("typed", Typed.of(sent));
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
