package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.CaseMoves.Shift;
import org.samenspraak.process.CaseTrials;
import org.samenspraak.process.CaseTrials.Outlook;
import org.samenspraak.process.Finding;
import org.samenspraak.process.TrajectoryFiles;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would become of the cases of today, and taking them along. */
@Controller
@RequestMapping("/ontwerp/trajecten/{folder}/lopend")
class RunningPages {

    private static final int PAGE = 50;
    private static final String MOVE = "redirect:/ontwerp/trajecten/{folder}/lopend/{move}";

    private final Workbench workbench;
    private final TrajectoryFiles files;
    private final CaseTrials trials;
    private final Moving moving;
    private final MoveRows rows;
    private final FormShifts forms;
    private final Problems problems;
    private final Dates dates;
    private final MessageSource messages;

    RunningPages(
            Workbench workbench,
            TrajectoryFiles files,
            CaseTrials trials,
            Moving moving,
            MoveRows rows,
            FormShifts forms,
            Problems problems,
            Dates dates,
            MessageSource messages) {
        this.workbench = workbench;
        this.files = files;
        this.trials = trials;
        this.moving = moving;
        this.rows = rows;
        this.forms = forms;
        this.problems = problems;
        this.dates = dates;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.SEE_DESIGN)
    String show(@PathVariable String folder, Model model) {
        workbench.files(folder);
        model.addAttribute("folder", folder);
        model.addAttribute("version", files.current(folder).orElse(null));
        var draft = workbench.draft(folder);
        var changed = !workbench.changes(folder).isEmpty();
        var whole = workbench.check(draft).stream().noneMatch(Finding::isError);
        model.addAttribute("changed", changed);
        model.addAttribute("whole", whole);
        model.addAttribute(
                "tried",
                changed && whole
                        ? trials.of(folder, draft).stream()
                                .map(it -> row(folder, it, draft))
                                .toList()
                        : List.of());
        var now = workbench.published(folder);
        model.addAttribute(
                "places",
                files.current(folder).map(version -> trials.of(folder, version)).orElse(List.of()).stream()
                        .map(it -> row(folder, it, now))
                        .toList());
        model.addAttribute("moves", rows.of(folder, PAGE));
        return "designer/running";
    }

    @PostMapping
    @Requires(Permission.DESIGN)
    String begin(
            @PathVariable String folder,
            @RequestParam(defaultValue = "") List<String> places,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            redirect.addAttribute("move", moving.begin(folder, places, me.actor()));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return show(folder, model);
        }
        return MOVE;
    }

    @GetMapping("/{move}")
    @Requires(Permission.SEE_DESIGN)
    String move(
            @PathVariable String folder,
            @PathVariable long move,
            @RequestParam(name = "na", defaultValue = "") String after,
            @RequestParam(name = "mee", defaultValue = "") String afterGone,
            Model model) {
        model.addAttribute("move", moving.find(folder, move));
        var cases = rows.stayed(move, after, PAGE + 1);
        var gone = rows.gone(move, afterGone, PAGE + 1);
        model.addAttribute("folder", folder);
        model.addAttribute("gone", gone.stream().limit(PAGE).map(this::gone).toList());
        model.addAttribute("nextGone", gone.size() > PAGE ? gone.get(PAGE - 1).number() : null);
        model.addAttribute("counts", rows.counts(move));
        model.addAttribute("cases", cases.stream().limit(PAGE).map(this::row).toList());
        model.addAttribute("next", cases.size() > PAGE ? cases.get(PAGE - 1).number() : null);
        return "designer/move";
    }

    @PostMapping("/{move}/stop")
    @Requires(Permission.DESIGN)
    String stop(@PathVariable String folder, @PathVariable long move) {
        moving.stop(folder, move);
        return MOVE;
    }

    @PostMapping("/{move}/terug")
    @Requires(Permission.DESIGN)
    String undo(@PathVariable String folder, @PathVariable long move, SignedIn me, RedirectAttributes redirect) {
        redirect.addAttribute("back", moving.undo(folder, move, me.actor()));
        return "redirect:/ontwerp/trajecten/{folder}/lopend/{back}";
    }

    /** @param to the files that the cases would go to */
    private PlaceRow row(String folder, Outlook outlook, Map<String, String> to) {
        var inTheWay = outlook.inTheWay();
        var shifts = outlook.shifts().stream().filter(Shift::isShifted).map(this::words);
        return new PlaceRow(
                outlook.place().key(),
                outlook.place().process(),
                outlook.steps(),
                outlook.place().cases(),
                inTheWay == null
                        ? null
                        : say(inTheWay.messageKey(), inTheWay.args().toArray()),
                Stream.concat(shifts, forms.of(folder, outlook.place(), to).stream())
                        .toList());
    }

    private String words(Shift shift) {
        return say("designer.running.shift", shift.task(), day(shift.before()), day(shift.after()));
    }

    private String day(@Nullable Instant date) {
        return date == null ? say("designer.running.no-date") : dates.day(date);
    }

    private StayedRow row(MoveRows.CaseRow row) {
        var reason = row.reason();
        return new StayedRow(
                row.number(),
                row.title(),
                reason == null ? say("designer.move.stopped") : say(reason, String.valueOf(row.step())));
    }

    private GoneRow gone(MoveRows.CaseRow row) {
        return new GoneRow(
                row.number(),
                row.title(),
                row.shifts().stream().flatMap(this::told).toList());
    }

    /** From which step to which, and how its term shifts. */
    private Stream<String> told(Shift shift) {
        var step =
                shift.was().equals(shift.task()) ? shift.task() : say("designer.move.step", shift.was(), shift.task());
        return Stream.of(
                shift.isShifted()
                        ? say("designer.running.shift", step, day(shift.before()), day(shift.after()))
                        : say("designer.move.same-term", step, day(shift.after())));
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    /**
     * @param steps what the cases wait at
     * @param inTheWay why they would stay, or none
     * @param shifts what changes for their tasks and the forms of these, a sentence each
     */
    record PlaceRow(
            String key,
            String process,
            List<String> steps,
            long cases,
            @Nullable String inTheWay,
            List<String> shifts) {}

    record StayedRow(String number, String title, String reason) {}

    /** @param tasks where it was and is, a sentence each */
    record GoneRow(String number, String title, List<String> tasks) {}
}
