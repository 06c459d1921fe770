package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When somebody is away and who acts in their place: of oneself, of one's team, and of everybody for an administrator. */
@Controller
@RequestMapping({"/mijn/vervanging", "/vervanging/{person}"})
class DelegationPages {

    private static final Typed NOTHING = new Typed(Typed.ALL, "", "", "", "", List.of(), List.of());

    private final Delegations delegations;
    private final Names names;
    private final RoleNames roleNames;
    private final Problems problems;

    DelegationPages(Delegations delegations, Names names, RoleNames roleNames, Problems problems) {
        this.delegations = delegations;
        this.names = names;
        this.roleNames = roleNames;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.OWN_ACCOUNT)
    String show(SignedIn me, @PathVariable(required = false) @Nullable UUID person, Model model) {
        return page(me, holder(me, person), NOTHING, model);
    }

    private Person holder(SignedIn me, @Nullable UUID person) {
        return delegations.arranged(me, person == null ? me.person() : new PersonId(person));
    }

    private String page(SignedIn me, Person holder, Typed typed, Model model) {
        var own = holder.id().equals(me.person());
        model.addAttribute("me", me);
        model.addAttribute("holder", holder);
        model.addAttribute("own", own);
        model.addAttribute("administers", me.may(Permission.ADMINISTER));
        model.addAttribute("here", address(me, holder));
        model.addAttribute("typed", typed);
        model.addAttribute("delegations", delegations.of(holder.id()));
        model.addAttribute(
                "delegable",
                own ? choices(delegations.delegable(holder.id()), GroupId::toString, roleNames::of) : List.of());
        model.addAttribute(
                "deputies",
                choices(delegations.deputies(holder.id()), one -> one.id().toString(), Person::name));
        model.addAttribute("trajectories", names.trajectories());
        model.addAttribute("areas", byText(names.areas()));
        return "tasklist/delegation";
    }

    private static <T> List<Choice> choices(List<T> all, Function<T, String> value, Function<T, String> text) {
        return all.stream()
                .map(one -> new Choice(value.apply(one), text.apply(one)))
                .toList();
    }

    private static Map<String, String> byText(Map<AreaId, String> areas) {
        var texts = new LinkedHashMap<String, String>();
        areas.forEach((id, name) -> texts.put(id.toString(), name));
        return texts;
    }

    @PostMapping
    @Requires(Permission.OWN_ACCOUNT)
    String add(
            SignedIn me,
            @PathVariable(required = false) @Nullable UUID person,
            @ModelAttribute("typed") Typed typed,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var holder = holder(me, person);
        try {
            refuseUnknown(
                    "trajectories", typed.trajectories(), names.trajectories().keySet());
            refuseUnknown("areas", typed.areas(), byText(names.areas()).keySet());
            var wanted = typed.read();
            var refusals = delegations.refusals(me, holder.id(), wanted);
            if (!refusals.isEmpty()) {
                return again(me, holder, typed, refusals, response, model);
            }
            delegations.add(me, holder.id(), wanted);
            warn(holder.id(), wanted, redirect);
        } catch (Refusal refusal) {
            return again(me, holder, typed, List.of(refusal), response, model);
        }
        redirect.addFlashAttribute("notice", "tasklist.delegation.added");
        return "redirect:" + address(me, holder);
    }

    /** It may be meant so, but whose work is left should ask somebody else. */
    private void warn(PersonId holder, NewDelegation wanted, RedirectAttributes next) {
        var from = Objects.requireNonNull(wanted.from());
        var until = Objects.requireNonNull(wanted.until());
        var left = wanted.role() != null ? List.<Delegation>of() : delegations.left(holder, from, until);
        if (!left.isEmpty()) {
            var names = left.stream().map(Delegation::holderName).distinct().collect(Collectors.joining(", "));
            next.addFlashAttribute("refusal", new Refusal("tasklist.delegation.left", names));
        }
    }

    /** What nobody knows narrows nothing down: it is refused, never taken for all. */
    private static void refuseUnknown(String field, List<String> typed, Set<String> known) {
        if (!known.containsAll(typed)) {
            throw Refusal.of(field, "tasklist.refusal.delegation-scope");
        }
    }

    private String again(
            SignedIn me,
            Person holder,
            Typed typed,
            List<Refusal> refusals,
            HttpServletResponse response,
            Model model) {
        problems.refuse(refusals, model, response);
        return page(me, holder, typed, model);
    }

    @PostMapping("/{id}/einde")
    @Requires(Permission.OWN_ACCOUNT)
    String end(
            SignedIn me,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        var holder = holder(me, person);
        delegations.end(me, holder.id(), id);
        redirect.addFlashAttribute("notice", "tasklist.delegation.ended");
        return "redirect:" + address(me, holder);
    }

    private static String address(SignedIn me, Person holder) {
        return holder.id().equals(me.person()) ? "/mijn/vervanging" : "/vervanging/" + holder.id();
    }

    public record Choice(String value, String text) {}

    /** The form as it was sent. */
    public record Typed(
            String role,
            String deputy,
            @Nullable String from,
            @Nullable String until,
            String reason,
            List<String> trajectories,
            List<String> areas) {

        static final String ALL = "all";

        /** A field that was not sent is empty; somebody without a personal role is not asked which. */
        public Typed {
            role = role == null ? ALL : role;
            deputy = text(deputy);
            reason = text(reason);
            trajectories = trajectories == null ? List.of() : trajectories;
            areas = areas == null ? List.of() : areas;
        }

        NewDelegation read() {
            return new NewDelegation(
                    role.equals(ALL) ? null : GroupId.parse(role),
                    person(deputy),
                    TypedDay.of(from).orElse(null),
                    TypedDay.of(until).orElse(null),
                    reason,
                    Set.copyOf(trajectories),
                    areas.stream().map(AreaId::parse).collect(Collectors.toSet()));
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
