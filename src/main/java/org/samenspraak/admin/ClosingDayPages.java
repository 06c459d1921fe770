package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.CalendarChanges.Move;
import org.samenspraak.deadlines.CalendarChanges.ReminderMove;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing days of the town hall. What a change moves is shown before it is made. */
@Controller
class ClosingDayPages {

    private final CalendarChanges calendar;
    private final Cases cases;
    private final Problems problems;

    ClosingDayPages(CalendarChanges calendar, Cases cases, Problems problems) {
        this.calendar = calendar;
        this.cases = cases;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping("/beheer/sluitingsdagen")
    @Requires(Permission.SEE_OPERATION)
    String list(Model model) {
        return list("", "", model);
    }

    @GetMapping("/beheer/sluitingsdagen/gevolgen")
    @Requires(Permission.ADMINISTER)
    String preview(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "true") boolean closed,
            HttpServletResponse response,
            Model model) {
        try {
            var read = TypedDay.read("day", day, "admin.refusal.day");
            if (closed && name.isBlank()) {
                throw Refusal.of("name", "deadlines.refusal.name");
            }
            var preview = calendar.preview(read, closed);
            model.addAttribute("day", read);
            model.addAttribute("moves", preview.terms().stream().map(this::row).toList());
            model.addAttribute(
                    "reminders", preview.reminders().stream().map(this::row).toList());
        } catch (Refusal refusal) {
            return refused(refusal, day, name, response, model);
        }
        model.addAttribute("name", name);
        model.addAttribute("closed", closed);
        return "admin/closing-day";
    }

    @PostMapping("/beheer/sluitingsdagen")
    @Requires(Permission.ADMINISTER)
    String apply(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam boolean closed,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            var moved = closed ? calendar.add(day, name, me.actor()) : calendar.remove(day, me.actor());
            redirect.addFlashAttribute("notice", "admin.closing-days.applied");
            redirect.addFlashAttribute("noticeArgs", List.of(moved.size()));
        } catch (Refusal refusal) {
            return refused(refusal, day.toString(), name, response, model);
        }
        return "redirect:/beheer/sluitingsdagen";
    }

    private String refused(Refusal refusal, String day, String name, HttpServletResponse response, Model model) {
        response.setStatus(422);
        problems.show(refusal, model);
        return list(day, name, model);
    }

    private String list(String day, String name, Model model) {
        model.addAttribute("days", calendar.toCome());
        model.addAttribute("day", day);
        model.addAttribute("name", name);
        return "admin/closing-days";
    }

    private MoveRow row(Move move) {
        var view = cases.get(move.caseId());
        return new MoveRow(view.number(), view.title(), move.term(), move.from(), move.to());
    }

    private ReminderRow row(ReminderMove move) {
        var view = cases.get(move.caseId());
        return new ReminderRow(view.number(), view.title(), move.term(), move.from(), move.to());
    }

    record ReminderRow(String number, String title, String term, List<Instant> from, List<Instant> to) {}

    record MoveRow(String number, String title, String term, LocalDate from, LocalDate to) {}
}
