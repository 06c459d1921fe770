package org.samenspraak.ledger;

import static org.samenspraak.web.Exports.FORMAT;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The budgets, and the books of each. */
@Controller
@RequestMapping("/geld")
class BudgetPages {

    private static final int ROWS = 50;

    private final Budgets budgets;
    private final BudgetChanges changes;
    private final MovementHistory history;
    private final MovementSheet sheet;
    private final Exports exports;
    private final Problems problems;
    private final Audit audit;
    private final Dates dates;

    BudgetPages(
            Budgets budgets,
            BudgetChanges changes,
            MovementHistory history,
            MovementSheet sheet,
            Exports exports,
            Problems problems,
            Audit audit,
            Dates dates) {
        this.budgets = budgets;
        this.changes = changes;
        this.history = history;
        this.sheet = sheet;
        this.exports = exports;
        this.problems = problems;
        this.audit = audit;
        this.dates = dates;
    }

    @GetMapping
    @Requires(Permission.SEE_MONEY)
    String list(SignedIn me, Model model) {
        return list(me, BudgetForm.in(dates.today().getYear()), model);
    }

    private String list(SignedIn me, BudgetForm form, Model model) {
        model.addAttribute("budgets", budgets.all());
        model.addAttribute("form", form);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        return "ledger/budgets";
    }

    @PostMapping("/budgetten")
    @Requires(Permission.HANDLE_MONEY)
    String add(
            @ModelAttribute("typed") BudgetForm form,
            SignedIn me,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            changes.begin(form.typedKey(), form.typedName(), form.typedAllotment(locale, me.actor()));
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return list(me, form, model);
        }
        next.addFlashAttribute("notice", "ledger.budget.proposed");
        return "redirect:/geld";
    }

    @GetMapping("/budgetten/{id}")
    @Requires(Permission.SEE_MONEY)
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        return show(MovementFilter.ofBudget(id, kind, number, name), before, me, BudgetForm.EMPTY, model);
    }

    private String show(MovementFilter filter, @Nullable Long before, SignedIn me, BudgetForm form, Model model) {
        var budget = budgets.get(Objects.requireNonNull(filter.budget()));
        var read = history.before(filter, before == null ? Long.MAX_VALUE : before, ROWS + 1);
        var page = Page.of(read, ROWS, movement -> String.valueOf(movement.id()));
        model.addAttribute("budget", budget);
        model.addAttribute("changes", changes.of(budget.id()));
        model.addAttribute("me", me.person().value());
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("movements", page.rows());
        model.addAttribute(
                "older",
                page.next() == null
                        ? null
                        : "/geld/budgetten/" + budget.id() + "?" + filter.query() + "&before=" + page.next());
        model.addAttribute("form", form);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        return "ledger/budget";
    }

    @PostMapping("/budgetten/{id}/{change:meer|minder}")
    @Requires(Permission.HANDLE_MONEY)
    String change(
            @PathVariable UUID id,
            @PathVariable String change,
            @ModelAttribute("typed") BudgetForm form,
            SignedIn me,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var budget = budgets.get(id);
        try {
            var kind = change.equals("meer") ? Kind.RAISE : Kind.LOWER;
            changes.propose(budget, kind, form.typedAllotment(locale, me.actor()));
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(MovementFilter.ofBudget(id, null, null, null), null, me, form, model);
        }
        next.addFlashAttribute("notice", "ledger.budget.proposed");
        return "redirect:/geld/budgetten/{id}";
    }

    @PostMapping("/budgetten/{id}/wijziging/{change}/goedkeuren")
    @Requires(Permission.HANDLE_MONEY)
    String approve(
            @PathVariable UUID id,
            @PathVariable UUID change,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            changes.approve(id, change, me.actor());
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(MovementFilter.ofBudget(id, null, null, null), null, me, BudgetForm.EMPTY, model);
        }
        next.addFlashAttribute("notice", "ledger.budget.changed");
        return "redirect:/geld/budgetten/{id}";
    }

    @PostMapping("/budgetten/{id}/wijziging/{change}/weigeren")
    @Requires(Permission.HANDLE_MONEY)
    String refuse(
            @PathVariable UUID id,
            @PathVariable UUID change,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            changes.refuse(id, change, why, me.actor());
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return show(MovementFilter.ofBudget(id, null, null, null), null, me, BudgetForm.EMPTY, model);
        }
        next.addFlashAttribute("notice", "ledger.budget.refused");
        return "redirect:/geld/budgetten/{id}";
    }

    @GetMapping("/budgetten/{id}/uitvoer." + FORMAT)
    @Requires(Permission.SEE_MONEY)
    void export(
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String name,
            SignedIn me,
            HttpServletResponse response)
            throws IOException {
        var filter = MovementFilter.ofBudget(id, kind, number, name);
        var budget = budgets.get(id);
        exports.send(me.person(), budget.name() + " " + budget.key().year(), format, response, out -> {
            audit.add(Act.LIST_EXPORTED, me.actor(), id, "/geld/budgetten/" + id + "?" + filter.query());
            sheet.write(filter, out);
        });
    }

    private void refused(Refusal refusal, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
    }
}
