package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here: the list, and somebody new. */
@Controller
class PeoplePages {

    private final People people;
    private final Areas areas;
    private final RoleNames names;
    private final Problems problems;

    PeoplePages(People people, Areas areas, RoleNames names, Problems problems) {
        this.people = people;
        this.areas = areas;
        this.names = names;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping("/beheer/mensen")
    @Requires(Permission.SEE_AUDIT)
    String list(Model model) {
        var groups = people.groups();
        model.addAttribute(
                "people",
                people.all().stream()
                        .map(person -> new PersonRow(
                                person.id(),
                                person.name(),
                                person.username(),
                                names.of(groups.getOrDefault(person.id(), List.of())),
                                person.active()))
                        .toList());
        return "admin/people";
    }

    @GetMapping("/beheer/mensen/nieuw")
    @Requires(Permission.ADMINISTER)
    String form(Model model) {
        return form(new NewPersonForm("", "", "", "", "", "", null), model);
    }

    @PostMapping("/beheer/mensen")
    @Requires(Permission.ADMINISTER)
    String add(
            SignedIn me,
            @ModelAttribute("form") NewPersonForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var person = form.person();
        var refusals = people.refusals(person);
        if (!refusals.isEmpty()) {
            problems.refuse(refusals, model, response);
            return form(form, model);
        }
        var id = people.add(person, me.actor());
        redirect.addFlashAttribute("notice", "admin.people.added");
        return "redirect:/beheer/mensen/" + id;
    }

    private String form(NewPersonForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("roles", Option.roles(names));
        model.addAttribute("areas", Option.areas(AreaPages.rows(areas.all())));
        return "admin/person-new";
    }

    record PersonRow(PersonId id, String name, String username, String roles, boolean active) {}

    record NewPersonForm(
            String username,
            String name,
            String email,
            String phone,
            String password,
            String role,
            @Nullable String area) {

        /** A field that was not sent is empty. */
        NewPersonForm {
            username = Objects.requireNonNullElse(username, "");
            name = Objects.requireNonNullElse(name, "");
            email = Objects.requireNonNullElse(email, "");
            phone = Objects.requireNonNullElse(phone, "");
            password = Objects.requireNonNullElse(password, "");
            role = Objects.requireNonNullElse(role, "");
        }

        NewPerson person() {
            var groups = role.isEmpty() ? Set.<GroupId>of() : Set.of(group(role, area));
            return new NewPerson(username, name, email, phone, password, groups);
        }
    }

    static GroupId group(String role, @Nullable String area) {
        return new GroupId(role, area == null || area.isEmpty() ? null : area);
    }
}
