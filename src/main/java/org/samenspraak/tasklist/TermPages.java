package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.deadlines.TermChanges.Preview;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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

/** One term of a case: how its end came about, and another end for it. What a change does is shown before it is saved. */
@Controller
@RequestMapping("/zaken/{number}/termijnen/{clock}")
class TermPages {

    private final CaseHead head;
    private final Clocks clocks;
    private final TermActs acts;
    private final TermChanges changes;
    private final Prompts prompts;
    private final Refusals refusals;
    private final ParameterTexts names;

    TermPages(
            CaseHead head,
            Clocks clocks,
            TermActs acts,
            TermChanges changes,
            Prompts prompts,
            Refusals refusals,
            ParameterTexts names) {
        this.names = names;
        this.prompts = prompts;
        this.head = head;
        this.clocks = clocks;
        this.acts = acts;
        this.changes = changes;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String number,
            @PathVariable("clock") String id,
            @RequestParam(defaultValue = "") String task,
            SignedIn me,
            Model model) {
        var view = head.fill(number, me, model);
        return page(view, clock(view, id), new Typed("", "", "", "", task), me, model);
    }

    /** Shows what a change does, and makes it when that was seen. */
    @PostMapping
    @Requires(Permission.WORK)
    String change(
            @PathVariable String number,
            @PathVariable("clock") String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String task,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fill(number, me, model);
        var clock = clock(view, id);
        var typed = new Typed(act, until, reason, seen, task);
        try {
            var preview = tried(typed, view, clock, me, next);
            if (preview.isPresent()) {
                model.addAttribute("preview", preview.get());
                model.addAttribute("changed", !typed.seen().isEmpty());
                model.addAttribute("told", prompts.isAsked(view.id(), clock.term(), clock.scope()));
                page(view, clock, typed, me, model);
                return "tasklist/term-change";
            }
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            return page(view, clock, typed, me, model);
        }
        return "redirect:"
                + (typed.task().isEmpty() ? "/zaken/" + number + "/termijnen/" + id : list.task(typed.task()));
    }

    /** The form again as it was filled in. */
    @PostMapping(params = "back")
    @Requires(Permission.WORK)
    String back(
            @PathVariable String number,
            @PathVariable("clock") String id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String task,
            SignedIn me,
            Model model) {
        var view = head.fill(number, me, model);
        return page(view, clock(view, id), new Typed(act, until, reason, "", task), me, model);
    }

    /** What a change does, where that was not seen; nothing once it is made, also when it was before. */
    private Optional<Preview> tried(Typed typed, CaseView view, ClockView clock, SignedIn me, RedirectAttributes next) {
        var change = typed.change();
        var by = actor(change.kind(), view, clock, me);
        try {
            var preview = changes.preview(view.id(), clock.id(), change, by);
            if (!preview.seen().equals(typed.seen())) {
                return Optional.of(preview);
            }
            changes.change(view.id(), clock.id(), change, typed.seen(), by);
            next.addFlashAttribute("notice", "tasklist.term.done");
        } catch (Refusal refusal) {
            if (typed.seen().isEmpty() || !changes.isMade(view.id(), clock.id(), change, by)) {
                throw refusal;
            }
            next.addFlashAttribute("notice", "tasklist.term.done-already");
        }
        return Optional.empty();
    }

    private Actor actor(Kind kind, CaseView view, ClockView clock, SignedIn me) {
        return acts.actor(kind, view, clock, me).orElseThrow(() -> {
            if (clock.running()) {
                throw new AccessDeniedException(view.number());
            }
            return new Refusal("deadlines.refusal.not-running");
        });
    }

    private ClockView clock(CaseView view, String id) {
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> clocks.find(view.id(), Long.parseLong(text)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(CaseView view, ClockView clock, Typed typed, SignedIn me, Model model) {
        model.addAttribute("clock", clock);
        model.addAttribute("termName", names.name(clock.term()));
        model.addAttribute("acts", acts.offered(view, clock, me));
        model.addAttribute("typed", typed);
        return "tasklist/term";
    }

    /**
     * What was typed.
     *
     * @param act what is to be done, a {@link Kind}
     * @param seen what the preview showed; empty before there was one
     * @param task that the reader came from, or empty
     */
    record Typed(String act, String until, String reason, String seen, String task) {

        /** @throws Refusal next to the field that says nothing or no day */
        TermChange change() {
            var kind = Stream.of(Kind.values())
                    .filter(it -> it.name().equals(act))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("act", "tasklist.refusal.term-act"));
            var day = kind.givesDay() ? TypedDay.read("until", until, "tasklist.refusal.extend-until") : null;
            return new TermChange(kind, day, reason);
        }
    }
}
