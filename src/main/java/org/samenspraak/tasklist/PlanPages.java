package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Priority;
import org.samenspraak.web.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets when to look at tasks again, and how much they come before others. */
@Controller
@RequestMapping("/werk/plannen")
class PlanPages {

    private static final int YEARS = 5;

    private final Work work;
    private final Batch batch;
    private final Names names;
    private final Dates dates;
    private final Refusals refusals;

    PlanPages(Work work, Batch batch, Names names, Dates dates, Refusals refusals) {
        this.work = work;
        this.batch = batch;
        this.names = names;
        this.dates = dates;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String ask(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            Model model,
            RedirectAttributes next) {
        return batch.ask(Chosen.parse(tasks), list, next, rows -> {
            if (rows.size() == 1) {
                var followUp = rows.get(0).followUp();
                model.addAttribute("day", followUp == null ? "" : dates.local(followUp));
                model.addAttribute("priority", rows.get(0).priority().code());
            }
            return page(rows, list, model);
        });
    }

    /**
     * @param day the follow-up date; empty takes it away
     * @param keep whether each task keeps the follow-up date it has, when no day is given
     * @param priority empty keeps the one that each has
     */
    @PostMapping
    @Requires(Permission.WORK)
    String plan(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "") String priority,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var chosen = Chosen.parse(tasks);
        try {
            var followUp = read(day);
            var setsDay = followUp != null || keep.isEmpty();
            var wanted = priority(priority);
            return batch.run(
                    chosen, one -> plan(one.task(), setsDay, followUp, wanted, me), "tasklist.plan.done", list, next);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("day", day);
            model.addAttribute("priority", priority);
            return page(batch.rows(chosen, me), list, model);
        }
    }

    private Optional<Refusal> plan(
            String task, boolean setsDay, @Nullable LocalDate followUp, @Nullable Priority priority, SignedIn me) {
        return (setsDay ? work.followUp(task, followUp, me) : Optional.<Refusal>empty())
                .or(() -> priority == null ? Optional.empty() : work.prioritise(task, priority, me));
    }

    /** Refuses what is no day, a day that is over and one that is very far. */
    private @Nullable LocalDate read(String day) {
        if (day.isBlank()) {
            return null;
        }
        var today = dates.today();
        return TypedDay.of(day)
                .filter(it -> !it.isBefore(today) && it.isBefore(today.plusYears(YEARS)))
                .orElseThrow(() -> Refusal.of("day", "tasklist.refusal.follow-up", YEARS));
    }

    private static @Nullable Priority priority(String code) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private String page(List<TaskRow> rows, InboxQuery list, Model model) {
        model.addAttribute("query", list);
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.ofList(rows, list.filter()));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("today", dates.today());
        return "tasklist/plan";
    }
}
