package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class ViewPagesTest extends PostgresIT {

    private static final PersonId AN = PersonId.create();
    private static final PersonId BART = PersonId.create();

    @Autowired
    private ApplicationContext context;

    private final RequestPostProcessor an = person(AN, "legal", "finance");
    private final RequestPostProcessor bart = person(BART, "legal");
    private final RequestPostProcessor outsider = person(PersonId.create(), "college");

    @BeforeEach
    void someWork() {
        var work = new WorkFixture(context);
        var file = work.openCase("Zaak", context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM));
        work.task("l", file, "Juridisch werk", "legal", TestClock.START);
        work.task("f", file, "Betaling", "finance", TestClock.START);
    }

    @Test
    void keepsAListByANameAndCountsIt() throws Exception {
        mvc.perform(save("Alles van Runkst", "q=zaak&sort=-age&column=age").with(an))
                .andExpect(redirectedUrl("/werk?view=groups&q=zaak&sort=-age&column=age"));

        mvc.perform(get("/werk").with(an))
                .andExpect(content()
                        .string(containsString("href=\"/werk?view=groups&amp;q=zaak&amp;sort=-age&amp;column=age\"")));
        var page = mvc.perform(
                        get("/werk?view=groups&q=zaak&sort=-age&column=age").with(an))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).containsSubsequence("aria-current=\"page\"", "Alles van Runkst", "2</span>");
        mvc.perform(get("/werk").with(bart)).andExpect(content().string(not(containsString("Alles van Runkst"))));
    }

    @Test
    void replacesAViewOfTheSameName() throws Exception {
        mvc.perform(save("Mijn week", "view=week").with(an));
        mvc.perform(save("mijn Week", "view=late").with(an));

        assertThat(jdbc.sql("select name || ' ' || query from tasklist_view")
                        .query(String.class)
                        .list())
                .containsExactly("mijn Week view=late");
    }

    @Test
    void showsASharedViewToTheGroupWithTheirOwnTasksOnly() throws Exception {
        var owner = person(
                context.getBean(People.class)
                        .add(
                                new NewPerson(
                                        "collega-1",
                                        "Medewerker een",
                                        "p@hasselt.example",
                                        "",
                                        "een lang wachtwoord voor de proef",
                                        Set.of(GroupId.of("legal"))),
                                Actor.SYSTEM),
                "legal",
                "finance");
        mvc.perform(save("Voor ons", "q=zaak").param("share", "legal").with(owner));

        mvc.perform(get("/werk?q=zaak").with(bart))
                .andExpect(content()
                        .string(allOf(
                                containsString("Voor ons"),
                                containsString("Juridisch werk"),
                                not(containsString("Betaling")))));
        mvc.perform(get("/werk/weergaven").with(bart))
                .andExpect(content().string(stringContainsInOrder("Voor ons", "gedeeld door Medewerker een")));
        mvc.perform(get("/werk").with(outsider)).andExpect(content().string(not(containsString("Voor ons"))));
        mvc.perform(post("/werk/weergaven/{id}/weg", view()).with(csrf()).with(bart))
                .andExpect(status().isNotFound());
        mvc.perform(post("/werk/weergaven/{id}/begin", view()).with(csrf()).with(outsider))
                .andExpect(status().isNotFound());
        mvc.perform(post("/werk/weergaven/{id}/weg", view()).with(csrf()).with(owner))
                .andExpect(redirectedUrl("/werk/weergaven"));
        mvc.perform(get("/werk").with(bart)).andExpect(content().string(not(containsString("Voor ons"))));
    }

    @Test
    void meansTheReaderByMe() throws Exception {
        mvc.perform(save("Van mij", "who=me").param("share", "legal").with(an));
        jdbc.sql("update process_task set assignee = ? where id = 'l'")
                .param(AN.value())
                .update();

        mvc.perform(get("/werk?view=groups&who=me").with(bart))
                .andExpect(content().string(allOf(containsString("Van mij"), not(containsString("Juridisch werk")))));
    }

    @Test
    void sharesWithOnesOwnGroupsOnly() throws Exception {
        mvc.perform(save("Te veel", "").param("share", "college").with(an))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies een groep waar u zelf in zit.")));
        assertThat(jdbc.sql("select count(*) from tasklist_view")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void beginsWithTheStartView() throws Exception {
        mvc.perform(save("Te laat", "view=late").param("share", "legal").with(an));
        mvc.perform(post("/werk/weergaven/{id}/begin", view()).with(csrf()).with(bart));

        mvc.perform(get("/werk").with(bart)).andExpect(redirectedUrl("/werk?view=late"));
        mvc.perform(get("/werk?view=groups").with(bart)).andExpect(status().isOk());
        mvc.perform(get("/werk").with(person(BART, "finance"))).andExpect(status().isOk());
        mvc.perform(post("/werk/weergaven/begin").with(csrf()).with(bart));
        mvc.perform(get("/werk").with(bart)).andExpect(status().isOk());

        mvc.perform(get("/taken/gone").with(bart))
                .andExpect(content().string(containsString("href=\"/werk?view=groups\"")));
        mvc.perform(save("Begin", "view=mine").param("start", "yes").with(an));
        mvc.perform(get("/werk?lang=nl").with(an)).andExpect(redirectedUrl("/werk?view=mine"));
        mvc.perform(get("/taken/gone").with(an))
                .andExpect(content().string(containsString("href=\"/werk?view=mine\"")));
    }

    @Test
    void showsANameAsText() throws Exception {
        var name = "<img src=x onerror=alert(1)>\"'{{7*7}}";
        mvc.perform(save(name, "view=late").with(an));

        for (var path : new String[] {"/werk", "/werk/weergaven"}) {
            mvc.perform(get(path).with(an))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("&lt;img src=x onerror=alert(1)&gt;"),
                                    not(containsString("<img src=x")))));
        }
    }

    @Test
    void refusesANameThatIsNone() throws Exception {
        for (var name : new String[] {"", "  ", "x".repeat(61), "a\nb"}) {
            mvc.perform(save(name, "").with(an))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("href=\"#name\"")));
        }
    }

    @Test
    void keepsNoMoreThanThirty() throws Exception {
        for (int i = 0; i < 30; i++) {
            mvc.perform(save("Weergave " + i, "").with(an));
        }
        mvc.perform(save("Een te veel", "").with(an)).andExpect(status().isUnprocessableEntity());

        assertThat(jdbc.sql("select count(*) from tasklist_view")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
        mvc.perform(get("/werk").with(an)).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder save(String name, String list) {
        return post("/werk/weergaven").param("name", name).param("_list", list).with(csrf());
    }

    private UUID view() {
        return jdbc.sql("select id from tasklist_view").query(UUID.class).single();
    }
}
