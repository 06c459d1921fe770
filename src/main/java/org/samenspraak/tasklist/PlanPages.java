package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Priority;
import org.samenspraak.web.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
            @RequestParam(name = "_list", required = false) @Nullable String list,
            SignedIn me,
            Model model,
            RedirectAttributes next) {
        var query = InboxQuery.parse(list, me);
        try {
            var rows = batch.rows(Chosen.parse(tasks), me);
            if (rows.size() == 1) {
                var followUp = rows.get(0).followUp();
                model.addAttribute("day", followUp == null ? "" : dates.local(followUp));
                model.addAttribute("priority", rows.get(0).priority().code());
            }
            return page(rows, query, model);
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
            return "redirect:" + query.url();
        }
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
            @RequestParam(name = "_list", required = false) @Nullable String list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var query = InboxQuery.parse(list, me);
        var chosen = Chosen.parse(tasks);
        try {
            var followUp = read(day);
            var setsDay = followUp != null || keep.isEmpty();
            var wanted = priority(priority);
            return batch.run(
                    chosen, one -> plan(one.task(), setsDay, followUp, wanted, me), "tasklist.plan.done", query, next);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            model.addAttribute("day", day);
            model.addAttribute("priority", priority);
            return page(batch.rows(chosen, me), query, model);
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
        try {
            var read = LocalDate.parse(day.strip());
            if (!read.isBefore(dates.today()) && read.isBefore(dates.today().plusYears(YEARS))) {
                return read;
            }
        } catch (DateTimeParseException noDay) {
            // refused like a day that makes no sense
        }
        throw Refusal.of("day", "tasklist.refusal.follow-up", YEARS);
    }

    private static @Nullable Priority priority(String code) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private String page(List<TaskRow> rows, InboxQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.ofList(rows, query.filter()));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("today", dates.today());
        return "tasklist/plan";
    }
}
