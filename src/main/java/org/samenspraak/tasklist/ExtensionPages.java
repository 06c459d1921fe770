package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** More time for a task whose term may be extended by the regulation, with a reason. */
@Controller
@RequestMapping("/taken/{task}/verlengen")
class ExtensionPages {

    private final Desks desks;
    private final TaskModel page;
    private final Clocks clocks;
    private final Refusals refusals;

    ExtensionPages(Desks desks, TaskModel page, Clocks clocks, Refusals refusals) {
        this.desks = desks;
        this.page = page;
        this.clocks = clocks;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String ask(@PathVariable String task, SignedIn me, Model model) {
        page.fillHead(extendable(task, me), model);
        return "tasklist/extend";
    }

    @PostMapping
    @Requires(Permission.WORK)
    String extend(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var desk = extendable(task, me);
        var term = Objects.requireNonNull(desk.task().term());
        try {
            clocks.extend(
                    desk.file().id(),
                    term,
                    desk.task().scope(),
                    TypedDay.read("until", until, "tasklist.refusal.extend-until"),
                    reason,
                    desk.actor());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            page.fillHead(desk, model);
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("until", until);
            model.addAttribute("reason", reason);
            return "tasklist/extend";
        }
        next.addFlashAttribute("notice", "tasklist.extend.done");
        return "redirect:" + list.task(task);
    }

    private Desk extendable(String task, SignedIn me) {
        return desks.open(task, me)
                .filter(page::isExtendable)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
