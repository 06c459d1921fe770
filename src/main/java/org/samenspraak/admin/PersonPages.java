package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.Leads;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: name and addresses, roles with their dates, a new password. */
@Controller
@RequestMapping("/beheer/mensen/{id}")
class PersonPages {

    private final People people;
    private final Leads leads;
    private final Delegations delegations;
    private final Areas areas;
    private final RoleNames names;
    private final Problems problems;
    private final Clock clock;
    private final Municipality municipality;

    PersonPages(
            People people,
            Leads leads,
            Delegations delegations,
            Areas areas,
            RoleNames names,
            Problems problems,
            Clock clock,
            Municipality municipality) {
        this.people = people;
        this.leads = leads;
        this.delegations = delegations;
        this.areas = areas;
        this.names = names;
        this.problems = problems;
        this.clock = clock;
        this.municipality = municipality;
    }

    @GetMapping
    @Requires(Permission.ADMINISTER)
    String show(@PathVariable UUID id, Model model) {
        var person = find(id);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", DetailsForm.of(person));
        }
        if (!model.containsAttribute("given")) {
            model.addAttribute("given", new RoleForm("", "", today().toString(), ""));
        }
        model.addAttribute("person", person);
        model.addAttribute("leads", Option.people(people.all(), person.id()));
        if (!model.containsAttribute("lead")) {
            model.addAttribute("lead", leads.of(person.id()).orElse(null));
        }
        model.addAttribute("held", people.roles(person.id()));
        model.addAttribute("today", today());
        model.addAttribute("roles", Option.roles(names));
        model.addAttribute("areas", Option.areas(AreaPages.rows(areas.all())));
        return "admin/person";
    }

    @PostMapping
    @Requires(Permission.ADMINISTER)
    String change(
            @PathVariable UUID id,
            SignedIn me,
            DetailsForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("form", form);
        var refusals = people.refusals(form.details());
        if (!refusals.isEmpty()) {
            return again(id, refusals, response, model);
        }
        try {
            people.change(find(id).id(), form.details(), form.version(), me.actor());
        } catch (Refusal refusal) {
            return again(id, List.of(refusal), response, model);
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(409);
            var theirs = find(id);
            model.addAttribute("theirs", theirs);
            model.addAttribute("form", form.on(theirs.version()));
            return show(id, model);
        }
        if (!form.details().active()) {
            warn(new PersonId(id), redirect);
        }
        return saved(id, "admin.person.changed", redirect);
    }

    /** Whose work now has nobody should ask somebody else. */
    private void warn(PersonId closed, RedirectAttributes next) {
        var left = delegations.left(closed, today(), LocalDate.MAX);
        if (!left.isEmpty()) {
            var names = left.stream().map(Delegation::holderName).distinct().collect(Collectors.joining(", "));
            next.addFlashAttribute("refusal", new Refusal("admin.person.left", names));
        }
    }

    @PostMapping("/leidinggevende")
    @Requires(Permission.ADMINISTER)
    String lead(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String lead,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("lead", lead);
        try {
            leads.set(find(id).id(), lead.isEmpty() ? null : person(lead), me.actor());
        } catch (Refusal refusal) {
            return again(id, List.of(refusal), response, model);
        }
        return saved(id, "admin.person.lead-set", redirect);
    }

    @PostMapping("/rollen")
    @Requires(Permission.ADMINISTER)
    String give(
            @PathVariable UUID id,
            SignedIn me,
            RoleForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("given", form);
        try {
            var until = form.until().isEmpty() ? null : day("until", form.until());
            people.give(
                    find(id).id(),
                    PeoplePages.group(form.role(), form.area()),
                    day("from", form.from()),
                    until,
                    me.actor());
        } catch (Refusal refusal) {
            return again(id, List.of(refusal), response, model);
        }
        return saved(id, "admin.person.role-given", redirect);
    }

    @PostMapping("/rollen/{role}/einde")
    @Requires(Permission.ADMINISTER)
    String end(
            @PathVariable UUID id,
            @PathVariable UUID role,
            @RequestParam(defaultValue = "") String until,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var held = people.roles(find(id).id()).stream()
                .filter(one -> one.id().equals(role))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            people.end(new PersonId(id), held, day("until", until), me.actor());
        } catch (Refusal refusal) {
            var here = Refusal.of(
                    "end-" + role, refusal.messageKey(), refusal.args().toArray());
            return again(id, List.of(here), response, model);
        }
        return saved(id, "admin.person.role-ended", redirect);
    }

    @PostMapping("/wachtwoord")
    @Requires(Permission.ADMINISTER)
    String setPassword(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            people.setPassword(find(id).id(), password, me.actor());
        } catch (Refusal refusal) {
            return again(id, List.of(refusal), response, model);
        }
        return saved(id, "admin.person.password-set", redirect);
    }

    private String again(UUID id, List<Refusal> refusals, HttpServletResponse response, Model model) {
        problems.refuse(refusals, model, response);
        return show(id, model);
    }

    private static String saved(UUID id, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/beheer/mensen/" + id;
    }

    private Person find(UUID id) {
        return people.find(new PersonId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    private static PersonId person(String id) {
        try {
            return PersonId.parse(id);
        } catch (IllegalArgumentException nobody) {
            throw Refusal.of("lead", "identity.refusal.lead");
        }
    }

    private static LocalDate day(String field, String text) {
        return TypedDay.read(field, text, "admin.person.no-date");
    }

    /** @param active off when the box is not ticked */
    record DetailsForm(String name, String email, String phone, @Nullable Boolean active, int version) {

        /** A field that was not sent is empty. */
        DetailsForm {
            name = Objects.requireNonNullElse(name, "");
            email = Objects.requireNonNullElse(email, "");
            phone = Objects.requireNonNullElse(phone, "");
        }

        static DetailsForm of(Person person) {
            return new DetailsForm(person.name(), person.email(), person.phone(), person.active(), person.version());
        }

        DetailsForm on(int newer) {
            return new DetailsForm(name, email, phone, active, newer);
        }

        Details details() {
            return new Details(name, email, phone, Boolean.TRUE.equals(active));
        }
    }

    record RoleForm(String role, String area, String from, String until) {

        /** A field that was not sent is empty. */
        RoleForm {
            role = Objects.requireNonNullElse(role, "");
            area = Objects.requireNonNullElse(area, "");
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
        }
    }
}
