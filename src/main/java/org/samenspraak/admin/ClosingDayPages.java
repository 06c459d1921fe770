package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.CalendarChange;
import org.samenspraak.deadlines.CalendarChange.Kind;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.CalendarChanges.Move;
import org.samenspraak.deadlines.CalendarChanges.Preview;
import org.samenspraak.deadlines.CalendarChanges.ReminderMove;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing days of the town hall and periods that do not count. What a change moves is shown before it is made. */
@Controller
class ClosingDayPages {

    /** Of the terms that move so many are shown; of the others only how many. */
    private static final int SHOWN = 100;

    private final CalendarChanges calendar;
    private final Cases cases;
    private final Problems problems;
    private final Dates dates;

    ClosingDayPages(CalendarChanges calendar, Cases cases, Problems problems, Dates dates) {
        this.dates = dates;
        this.calendar = calendar;
        this.cases = cases;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    /** Who only administers has no page of a case to go to. */
    @ModelAttribute("seesCases")
    boolean seesCases(SignedIn me) {
        return me.may(Permission.SEE_OFFICE);
    }

    @GetMapping("/beheer/sluitingsdagen")
    @Requires(Permission.SEE_OPERATION)
    String list(Model model) {
        return list(new Typed("CLOSE", "", "", ""), model);
    }

    @GetMapping("/beheer/sluitingsdagen/gevolgen")
    @Requires(Permission.ADMINISTER)
    String preview(
            @RequestParam(defaultValue = "CLOSE") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            Model model) {
        var typed = new Typed(kind, day, until, name);
        try {
            return preview(calendar.preview(typed.change()), false, model);
        } catch (Refusal refusal) {
            return refused(refusal, typed, response, model);
        }
    }

    /** Changes nothing but what was seen; when other terms would move by now, those are shown first. */
    @PostMapping("/beheer/sluitingsdagen")
    @Requires(Permission.ADMINISTER)
    String apply(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String seen,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var typed = new Typed(kind, day, until, name);
        try {
            var preview = tried(typed.change(), seen, me.actor(), redirect);
            if (preview.isPresent()) {
                response.setStatus(422);
                return preview(preview.get(), true, model);
            }
        } catch (Refusal refusal) {
            return refused(refusal, typed, response, model);
        }
        return "redirect:/beheer/sluitingsdagen";
    }

    /** What a change does, where something else was seen; nothing once it is made, also when it was before. */
    private Optional<Preview> tried(CalendarChange change, String seen, Actor by, RedirectAttributes redirect) {
        try {
            var preview = calendar.preview(change);
            if (!preview.seen().equals(seen)) {
                return Optional.of(preview);
            }
            var moved = calendar.apply(change, seen, by);
            var later = moved.stream().filter(Move::isLater).count();
            redirect.addFlashAttribute(
                    "notice", moved.isEmpty() ? "admin.closing-days.applied-none" : "admin.closing-days.applied");
            redirect.addFlashAttribute("noticeArgs", List.of(later, moved.size() - later));
        } catch (Refusal refusal) {
            if (seen.isEmpty() || !calendar.isMade(change)) {
                throw refusal;
            }
            redirect.addFlashAttribute("notice", "admin.closing-days.applied-already");
        }
        return Optional.empty();
    }

    private String preview(Preview preview, boolean changed, Model model) {
        var moves = preview.terms().stream().limit(SHOWN).toList();
        var reminders = preview.reminders().stream().limit(SHOWN).toList();
        var of = cases.all(Stream.concat(
                        moves.stream().map(Move::caseId), reminders.stream().map(ReminderMove::caseId))
                .distinct()
                .toList());
        model.addAttribute("change", preview.change());
        model.addAttribute("seen", preview.seen());
        model.addAttribute("changed", changed);
        model.addAttribute("count", preview.terms().size());
        model.addAttribute(
                "later", preview.terms().stream().filter(Move::isLater).count());
        model.addAttribute("moves", moves.stream().map(move -> row(move, of)).toList());
        model.addAttribute(
                "reminders", reminders.stream().map(move -> row(move, of)).toList());
        return "admin/closing-day";
    }

    private String refused(Refusal refusal, Typed typed, HttpServletResponse response, Model model) {
        problems.refuse(refusal, model, response);
        return list(typed, model);
    }

    private String list(Typed typed, Model model) {
        model.addAttribute("days", calendar.closings());
        model.addAttribute("periods", calendar.periods());
        model.addAttribute("typed", typed);
        model.addAttribute("today", dates.today());
        return "admin/closing-days";
    }

    private static MoveRow row(Move move, Map<CaseId, CaseView> of) {
        var view = Objects.requireNonNull(of.get(move.caseId()));
        return new MoveRow(view.number(), view.title(), move.term(), move.from(), move.to());
    }

    private static ReminderRow row(ReminderMove move, Map<CaseId, CaseView> of) {
        var view = Objects.requireNonNull(of.get(move.caseId()));
        return new ReminderRow(view.number(), view.title(), move.term(), move.from(), move.to());
    }

    record ReminderRow(String number, String title, String term, List<Instant> from, List<Instant> to) {}

    record MoveRow(String number, String title, String term, LocalDate from, LocalDate to) {}

    /** What was typed. One day is its own last one. */
    record Typed(String kind, String day, String until, String name) {

        /** @throws Refusal next to the field that says nothing or no day */
        CalendarChange change() {
            var what = Stream.of(Kind.values())
                    .filter(it -> it.name().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("kind", "admin.refusal.closing-kind"));
            var from = TypedDay.read("day", day, "admin.refusal.day");
            var last = until.isBlank() ? from : TypedDay.read("until", until, "admin.refusal.day");
            return new CalendarChange(what, from, last, name);
        }
    }
}
