package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.HeldRole;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PeoplePagesTest extends PostgresIT {

    @Autowired
    private People people;

    @Autowired
    private Areas areas;

    @Test
    void listsPeopleWithTheirRoles() throws Exception {
        add("an", GroupId.of("finance"));

        mvc.perform(get("/beheer/mensen").with(role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Financiën")));
    }

    @Test
    void letsNobodyElseIn() throws Exception {
        var an = add("an");

        for (var path : new String[] {"", "/nieuw", "/" + an}) {
            mvc.perform(get("/beheer/mensen" + path).with(role("participation-office")))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(send("/" + an + "/wachtwoord", "participation-office").param("password", "vijf groene fietsen"))
                .andExpect(status().isForbidden());
    }

    @Test
    void saysThatTheLastAdministratorStays() throws Exception {
        var an = add("an", GroupId.of("administrator"));
        var held = people.roles(an).get(0).id();

        mvc.perform(send("/" + an, "administrator")
                        .param("name", "An")
                        .param("email", "an@hasselt.example")
                        .param("version", "0"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Zo blijft er geen beheerder over.")));
        mvc.perform(send("/" + an + "/rollen/" + held + "/einde", "administrator")
                        .param("until", "2026-12-31"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Zo blijft er geen beheerder over.")));
    }

    @Test
    void saysThatSomebodyHoldsTheRoleAlready() throws Exception {
        var an = add("an", GroupId.of("finance"));

        mvc.perform(send("/" + an + "/rollen", "administrator")
                        .param("role", "finance")
                        .param("from", "2026-10-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Deze persoon heeft deze rol al vanaf 14-09-2026.")));
    }

    @Test
    void addsAManagerOfAnArea() throws Exception {
        var area = areas.add("Runkst", null, Actor.SYSTEM);

        mvc.perform(send("", "administrator")
                        .param("username", "an")
                        .param("name", "An Peeters")
                        .param("email", "an@hasselt.example")
                        .param("phone", "")
                        .param("password", "vier blauwe fietsen")
                        .param("role", "area-manager")
                        .param("area", area.toString()))
                .andExpect(status().isFound())
                .andExpect(flash().attribute("notice", "admin.people.added"));
        assertThat(people.inGroup(new GroupId("area-manager", area.toString())))
                .extracting(People.Person::name)
                .containsExactly("An Peeters");
    }

    @Test
    void saysAllThatIsWrongNextToItsFieldAndKeepsTheRest() throws Exception {
        mvc.perform(send("", "administrator")
                        .param("username", "an peeters")
                        .param("name", "An Peeters")
                        .param("email", "an")
                        .param("phone", "011 11 11 11")
                        .param("password", "kort")
                        .param("role", "area-manager")
                        .param("area", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"username-error\"")))
                .andExpect(content().string(containsString("id=\"email-error\"")))
                .andExpect(content().string(containsString("id=\"password-error\"")))
                .andExpect(content().string(containsString("id=\"area-error\"")))
                .andExpect(content().string(containsString("value=\"An Peeters\"")))
                .andExpect(content().string(containsString("value=\"011 11 11 11\"")))
                .andExpect(content().string(not(containsString("kort"))));
        assertThat(people.all()).isEmpty();
    }

    @Test
    void changesDetails() throws Exception {
        var an = add("an");

        mvc.perform(details(an, 0, "An Maes")).andExpect(redirectedUrl("/beheer/mensen/" + an));

        assertThat(people.find(an).orElseThrow().name()).isEqualTo("An Maes");
    }

    @Test
    void showsBothVersionsWhenSomebodyElseChangedThePerson() throws Exception {
        var an = add("an");
        people.change(an, new Details("An Claes", "an@hasselt.example", "", true), 0, Actor.SYSTEM);

        mvc.perform(details(an, 0, "An Maes"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("An Claes")))
                .andExpect(content().string(containsString("value=\"An Maes\"")));
        mvc.perform(details(an, 1, "An Maes")).andExpect(status().isFound());
    }

    @Test
    void givesAndEndsARole() throws Exception {
        var an = add("an");

        mvc.perform(send("/" + an + "/rollen", "administrator")
                        .param("role", "legal")
                        .param("area", "")
                        .param("from", "2026-09-01")
                        .param("until", ""))
                .andExpect(redirectedUrl("/beheer/mensen/" + an));
        var held = people.roles(an).get(0);
        mvc.perform(send("/" + an + "/rollen/" + held.id() + "/einde", "administrator")
                        .param("until", "2026-09-10"))
                .andExpect(redirectedUrl("/beheer/mensen/" + an));

        assertThat(people.roles(an)).extracting(HeldRole::until).containsExactly(LocalDate.of(2026, 9, 10));
        mvc.perform(get("/beheer/mensen/" + an).with(role("administrator")))
                .andExpect(content().string(containsString("Juridische dienst")));
    }

    @Test
    void refusesARoleThatEndsBeforeItBegins() throws Exception {
        var an = add("an", GroupId.of("legal"));
        var held = people.roles(an).get(0);

        mvc.perform(send("/" + an + "/rollen/" + held.id() + "/einde", "administrator")
                        .param("until", "2026-09-10"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#end-" + held.id())));
        mvc.perform(send("/" + an + "/rollen", "administrator")
                        .param("role", "")
                        .param("area", "")
                        .param("from", "morgen")
                        .param("until", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"from-error\"")));
    }

    @Test
    void refusesAWeakPassword() throws Exception {
        var an = add("an");

        mvc.perform(send("/" + an + "/wachtwoord", "administrator").param("password", "kort"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"password-error\"")));
        mvc.perform(send("/" + an + "/wachtwoord", "administrator").param("password", "vijf groene fietsen"))
                .andExpect(flash().attribute("notice", "admin.person.password-set"));
    }

    @Test
    void knowsNoSuchPerson() throws Exception {
        mvc.perform(get("/beheer/mensen/" + PersonId.create()).with(role("administrator")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/beheer/mensen/x").with(role("administrator"))).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder details(PersonId id, int version, String name) {
        return send("/" + id, "administrator")
                .param("version", String.valueOf(version))
                .param("name", name)
                .param("email", "an@hasselt.example")
                .param("phone", "")
                .param("active", "true");
    }

    private static MockHttpServletRequestBuilder send(String path, String role) {
        return post("/beheer/mensen" + path).with(role(role)).with(csrf());
    }

    private PersonId add(String username, GroupId... groups) {
        return people.add(
                new NewPerson(
                        username, username, username + "@hasselt.example", "", "vier blauwe fietsen", Set.of(groups)),
                Actor.SYSTEM);
    }
}
