package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Budgets that one person changes and another one books. */
class BudgetChangePagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;

    @BeforeEach
    void allot() {
        office = new LedgerFixture(context);
        office.budget(10_000);
    }

    @Test
    void aBudgetIsAddedAndChangedByTwoPeople() throws Exception {
        act(post("/geld/budgetten")
                        .param("name", "Wijkbudget")
                        .param("year", "2027")
                        .param("purpose", "wijkbudget")
                        .param("amount", "1.250,5")
                        .param("decision", "2026_GR_0100")
                        .param("reason", "Begroting"))
                .andExpect(redirectedUrl("/geld"));
        var key = new BudgetKey(2027, "wijkbudget");
        assertThat(office.budgets.find(key).orElseThrow().total()).isEqualTo(Amount.NOTHING);
        var page = "/geld/budgetten/" + office.budgets.find(key).orElseThrow().id();
        var first = page + "/wijziging/" + waiting();
        act(post(first + "/goedkeuren"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("U stelde deze wijziging zelf voor.")));
        mvc.perform(get("/werk").with(as(BART)))
                .andExpect(content().string(containsString("Wijziging van Wijkbudget 2027 nakijken en goedkeuren")));
        mvc.perform(get("/werk").with(as(AN)))
                .andExpect(content().string(not(containsString("Wijziging van Wijkbudget 2027"))));
        bart(post(first + "/goedkeuren")).andExpect(redirectedUrl(page));
        assertThat(office.budgets.find(key).orElseThrow().available()).isEqualTo(new Amount(125_050));
        bart(post(first + "/goedkeuren")).andExpect(status().isUnprocessableEntity());
        assertThat(office.budgets.find(key).orElseThrow().available()).isEqualTo(new Amount(125_050));

        act(less(page, "2026_GR_0101")).andExpect(redirectedUrl(page));
        act(less(page, "2026_GR_0101"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("wacht al op een collega")));
        bart(post(page + "/wijziging/" + waiting() + "/goedkeuren")).andExpect(redirectedUrl(page));
        assertThat(office.budgets.find(key).orElseThrow().available()).isEqualTo(new Amount(25_050));
        act(less(page, "2026_GR_0101")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void aChangeOfABudgetThatIsRefusedIsNeverBookedAndStaysToBeRead() throws Exception {
        act(less(budgetPage(), "2026_GR_0102")).andExpect(redirectedUrl(budgetPage()));
        var change = budgetPage() + "/wijziging/" + waiting();
        bart(post(change + "/weigeren")).andExpect(status().isUnprocessableEntity());
        bart(post(change + "/weigeren").param("why", "Het besluit zegt iets anders."))
                .andExpect(redirectedUrl(budgetPage()));

        bart(post(change + "/goedkeuren")).andExpect(status().isUnprocessableEntity());
        assertThat(office.budget().total()).isEqualTo(new Amount(1_000_000));
        mvc.perform(get(budgetPage()).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("2026_GR_0102"),
                                containsString("Het besluit zegt iets anders."),
                                not(containsString("Keur goed en boek")))));
        mvc.perform(post(change + "/goedkeuren")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder less(String page, String decision) {
        return post(page + "/minder")
                .param("amount", "1.000")
                .param("decision", decision)
                .param("reason", "Minder inwoners");
    }

    private UUID waiting() {
        return jdbc.sql("select id from ledger_budget_change where settled_at is null")
                .query(UUID.class)
                .single();
    }

    private ResultActions act(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as(AN)).with(csrf()));
    }

    private ResultActions bart(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as(BART)).with(csrf()));
    }

    private static RequestPostProcessor as(Actor actor) {
        return person(SignedIn.of(
                new PersonId(Objects.requireNonNull(actor.id())), actor.name(), List.of(GroupId.parse("finance"))));
    }

    private String budgetPage() {
        return "/geld/budgetten/" + office.budget().id();
    }
}
