package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Dialogues.Held;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dialogue of a round: who is reached where, and what was done. Area managers write of their own area, the office of all. */
@Controller
@RequestMapping("/wijkbudget/{number}/wijkdialoog")
class DialoguePages {

    private static final int ROWS = 50;
    private static final GroupId OFFICE = GroupId.of("participation-office");
    private static final String BACK = "redirect:/wijkbudget/{number}/wijkdialoog";

    private final Cases cases;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final Dialogues dialogue;
    private final Problems problems;

    DialoguePages(Cases cases, BudgetRounds rounds, BudgetAreas areas, Dialogues dialogue, Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.areas = areas;
        this.dialogue = dialogue;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String number, @RequestParam(required = false) @Nullable UUID na, SignedIn me, Model model) {
        return page(find(number), na, me, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String keep(
            @PathVariable String number,
            @ModelAttribute("typed") Typed typed,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var round = find(number);
        try {
            var held = typed.read();
            if (!mayWrite(me, held.area())) {
                throw new AccessDeniedException(number);
            }
            dialogue.keep(round.id(), held, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(round, null, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.dialogue.kept");
        return BACK;
    }

    @GetMapping("/{held}")
    @Requires(Permission.WORK)
    String open(@PathVariable String number, @PathVariable UUID held, SignedIn me, Model model) {
        var round = find(number);
        return correction(round, noted(round, held, me), me, model);
    }

    @PostMapping("/{held}")
    @Requires(Permission.WORK)
    String correct(
            @PathVariable String number,
            @PathVariable UUID held,
            @ModelAttribute("typed") Typed typed,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return change(number, held, why, me, model, response, () -> {
            var read = typed.read();
            if (!mayWrite(me, read.area())) {
                throw new AccessDeniedException(number);
            }
            dialogue.correct(find(number).id(), held, read, why, me.actor());
            next.addFlashAttribute("notice", "wijkbudget.dialogue.corrected");
        });
    }

    @PostMapping("/{held}/schrappen")
    @Requires(Permission.WORK)
    String strike(
            @PathVariable String number,
            @PathVariable UUID held,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return change(number, held, why, me, model, response, () -> {
            dialogue.strike(find(number).id(), held, why, me.actor());
            next.addFlashAttribute("notice", "wijkbudget.dialogue.struck");
        });
    }

    private String change(
            String number,
            UUID held,
            String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Runnable attempt) {
        var round = find(number);
        var noted = noted(round, held, me);
        try {
            attempt.run();
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("why", why);
            return correction(round, noted, me, model);
        }
        return BACK;
    }

    private String correction(CaseView view, Held held, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("held", held);
        form(view, Typed.of(held), me, model);
        return "wijkbudget/dialogue-held";
    }

    /** One that was not struck, of an area of which they may write. */
    private Held noted(CaseView round, UUID held, SignedIn me) {
        var noted = dialogue.find(round.id(), held).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        if (!mayWrite(me, noted.area())) {
            throw new AccessDeniedException(round.number());
        }
        return noted;
    }

    private void form(CaseView view, Typed typed, SignedIn me, Model model) {
        model.addAttribute("groups", Dialogues.GROUPS);
        model.addAttribute("kinds", Dialogues.KINDS);
        model.addAttribute("mine", areasOf(view, me));
        model.asMap().putIfAbsent("typed", typed);
    }

    private String page(CaseView view, @Nullable UUID after, SignedIn me, Model model) {
        var page = Page.of(dialogue.page(view.id(), after, ROWS + 1), ROWS, held -> held.id()
                .toString());
        model.addAttribute("case", view);
        model.addAttribute("rows", page.rows());
        model.addAttribute(
                "mayWrite", areasOf(view, me).stream().map(Share::area).toList());
        model.addAttribute("reach", dialogue.reach(view.id()));
        form(view, new Typed("", "", "", "", "", List.of(), ""), me, model);
        model.addAttribute(
                "more", page.next() == null ? null : "/wijkbudget/" + view.number() + "/wijkdialoog?na=" + page.next());
        return "wijkbudget/dialogue";
    }

    /** Those of which they may write. */
    private List<Share> areasOf(CaseView view, SignedIn me) {
        return areas.of(view.id()).stream()
                .filter(share -> share.takesPart() && mayWrite(me, share.area()))
                .toList();
    }

    private static boolean mayWrite(SignedIn me, AreaId area) {
        return me.groups().contains(OFFICE) || me.groups().contains(new GroupId("area-manager", area.toString()));
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    /** As it was typed. */
    record Typed(
            @Nullable String area,
            @Nullable String kind,
            @Nullable String on,
            @Nullable String place,
            @Nullable String people,
            @Nullable List<String> reached,
            @Nullable String note) {

        private static Typed of(Held held) {
            return new Typed(
                    held.area().toString(),
                    held.kind(),
                    held.on().toString(),
                    held.place(),
                    String.valueOf(held.people()),
                    held.reached(),
                    held.note());
        }

        /** @throws Refusal at what can't be read */
        private Held read() {
            var wrote = note == null || note.isBlank() ? null : note.strip();
            return new Held(
                    UUID.randomUUID(),
                    chosenArea(),
                    "",
                    kind == null ? "" : kind,
                    TypedDay.read("on", on == null ? "" : on, "wijkbudget.refusal.no-day"),
                    place == null ? "" : place,
                    number(),
                    reached == null ? List.of() : reached,
                    wrote,
                    null,
                    null);
        }

        private AreaId chosenArea() {
            try {
                return AreaId.parse(area == null ? "" : area);
            } catch (IllegalArgumentException e) {
                throw Refusal.of("area", "wijkbudget.refusal.area");
            }
        }

        private int number() {
            return people != null && people.strip().matches("[0-9]{1,6}") ? Integer.parseInt(people.strip()) : 0;
        }
    }
}
