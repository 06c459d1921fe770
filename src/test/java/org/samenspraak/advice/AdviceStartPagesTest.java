package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An official asks advice for a department of their own. */
class AdviceStartPagesTest extends AdviceScenario {

    @Autowired
    private People people;

    @Autowired
    private ApplicationContext context;

    @Test
    void offersTheDepartmentsOfWhoAsks() throws Exception {
        var green = official("department-green");

        assertThat(offered(green)).containsExactly("", "department-green");
        start(green, "department-youth").andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("select count(*) from casefile_case")
                        .query(Integer.class)
                        .single())
                .isZero();
        start(green, "department-green").andExpect(redirectedUrlPattern("/zaken/*-ADV-*"));
    }

    @Test
    void offersAllToWhoMaySteerCases() throws Exception {
        assertThat(offered(official("participation-office")))
                .contains("department-green", "department-youth", "participation-office");
    }

    private List<String> offered(RequestPostProcessor me) throws Exception {
        var page = mvc.perform(get("/start/advice-request").with(me))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(page).select("#asker option").eachAttr("value");
    }

    private ResultActions start(RequestPostProcessor me, String asker) throws Exception {
        var answers = question();
        answers.put("asker", asker);
        return mvc.perform(post("/start/advice-request")
                .params(TypedForm.of(answers))
                .with(csrf())
                .with(me));
    }

    private RequestPostProcessor official(String group) {
        var person = new NewPerson(
                group,
                group,
                group + "@hasselt.example",
                "",
                "een lang wachtwoord van deze test",
                Set.of(GroupId.of(group)));
        return SignedInAs.today(context, people.add(person, CLERK));
    }
}
