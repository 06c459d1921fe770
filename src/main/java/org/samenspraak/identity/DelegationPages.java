package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who acts in my place, and for whom I do. */
@Controller
@RequestMapping("/mijn/vervanging")
class DelegationPages {

    private static final Typed NOTHING = new Typed("", "", "", "", "");

    private final Delegations delegations;
    private final RoleNames roleNames;
    private final Problems problems;

    DelegationPages(Delegations delegations, RoleNames roleNames, Problems problems) {
        this.delegations = delegations;
        this.roleNames = roleNames;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.OWN_ACCOUNT)
    String show(SignedIn me, Model model) {
        return page(me, NOTHING, model);
    }

    private String page(SignedIn me, Typed typed, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("typed", typed);
        model.addAttribute("delegations", delegations.of(me.person()));
        model.addAttribute(
                "delegable",
                delegations.delegable(me.person()).stream()
                        .map(role -> new Choice(role.toString(), roleNames.of(role)))
                        .toList());
        model.addAttribute(
                "deputies",
                delegations.deputies(me.person()).stream()
                        .map(person -> new Choice(person.id().toString(), person.name()))
                        .toList());
        return "identity/delegation";
    }

    @PostMapping
    @Requires(Permission.OWN_ACCOUNT)
    String add(
            SignedIn me,
            @ModelAttribute("typed") Typed typed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var wanted = typed.read();
        var refusals = delegations.refusals(me, wanted);
        if (!refusals.isEmpty()) {
            problems.show(refusals, model);
            response.setStatus(422);
            return page(me, typed, model);
        }
        delegations.add(me, wanted);
        redirect.addFlashAttribute("notice", "identity.delegation.added");
        return "redirect:/mijn/vervanging";
    }

    @PostMapping("/{id}/einde")
    @Requires(Permission.OWN_ACCOUNT)
    String end(SignedIn me, @PathVariable UUID id, RedirectAttributes redirect) {
        delegations.end(me, id);
        redirect.addFlashAttribute("notice", "identity.delegation.ended");
        return "redirect:/mijn/vervanging";
    }

    public record Choice(String value, String text) {}

    /** The form as it was sent. */
    public record Typed(String role, String deputy, @Nullable String from, @Nullable String until, String reason) {

        NewDelegation read() {
            return new NewDelegation(
                    GroupId.parse(text(role)),
                    person(text(deputy)),
                    TypedDay.of(from).orElse(null),
                    TypedDay.of(until).orElse(null),
                    text(reason));
        }

        private static @Nullable PersonId person(String id) {
            try {
                return PersonId.parse(id);
            } catch (IllegalArgumentException nobody) {
                return null;
            }
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}
