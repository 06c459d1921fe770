package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;
import static org.samenspraak.ledger.LedgerFixture.grounds;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages under /geld. */
class MoneyPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;
    private CaseView file;

    @BeforeEach
    void payable() {
        office = new LedgerFixture(context);
        office.budget(10_000);
        file = office.toPay("Wijkraad <Runkst>", 1_000);
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
    }

    @Test
    void showsWhereTheMoneyStands() throws Exception {
        mvc.perform(get("/geld").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Buurtsubsidies 2026"),
                                containsString("€ 9.000,00"),
                                containsString("€ 1.000,00"),
                                not(containsString("Budget toevoegen")))));
        mvc.perform(get(budgetPage() + "?kind=fix&number=" + file.number() + "&name=runkst&lang=en")
                        .with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("€ 1,000.00"),
                                containsString("Wijkraad &lt;Runkst&gt;"),
                                containsString("2026_CBS_0042"),
                                not(containsString("Add money")))));
        mvc.perform(get(budgetPage() + "?kind=pay&name=100%25").with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Hier staan geen boekingen."),
                                containsString("In een traject heet dit geld"),
                                not(containsString("Kort woord")))));
    }

    @Test
    void opensOnlyForWhoMay() throws Exception {
        for (var page : new String[] {
            "/geld", budgetPage(), "/geld/betalingen", "/geld/opdrachten", "/geld/terug", councilPage()
        }) {
            mvc.perform(get(page).with(role("legal"))).andExpect(status().isForbidden());
            mvc.perform(get(page).with(role("auditor"))).andExpect(status().isOk());
        }
        mvc.perform(post("/geld/betalingen").with(role("auditor")).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        act(post("/geld/budgetten")
                        .param("name", "Wijkbudget")
                        .param("year", "2027")
                        .param("purpose", "wijk budget!")
                        .param("amount", "12"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"purpose-error\""),
                                containsString("value=\"wijk budget!\""),
                                containsString("value=\"Wijkbudget\""))));
        act(post(budgetPage() + "/minder")
                        .param("amount", "9.000,01")
                        .param("decision", "x")
                        .param("reason", "y"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("id=\"amount-error\""), containsString("value=\"9.000,01\""))));
    }

    @Test
    void goesThroughTheHandsOfTwo() throws Exception {
        var payment = office.waiting().iterator().next();
        mvc.perform(get("/geld/betalingen").with(role("finance")))
                .andExpect(content()
                        .string(allOf(containsString(payment.toString()), containsString("BE68 5390 0754 7034"))));
        var batch = Objects.requireNonNull(act(post("/geld/betalingen").param("payment", payment.toString()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        act(post(batch + "/goedkeuren"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Een collega moet ze goedkeuren.")));
        bart(post(batch + "/goedkeuren")).andExpect(redirectedUrl(batch));

        var first = bart(post(batch + "/bestand"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        act(post(batch + "/bestand"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Bart, financiën haalde dit bestand al op")));
        assertThat(act(post(batch + "/bestand").param("reason", "De eerste is weg"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(first);
        act(post(batch + "/betaald")).andExpect(content().string(containsString("Kies minstens één betaling.")));
        act(post(batch + "/betaald").param("all", "true")).andExpect(redirectedUrl(batch));

        assertThat(office.budget().paid()).isEqualTo(euros(1_000));
        mvc.perform(get(batch).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(containsString("Afgehandeld"), not(containsString("Alles is betaald")))));
        mvc.perform(get(batch).with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                not(containsString("De bank betaalt op")),
                                not(containsString("Haal hetzelfde bestand")))));
        assertThat(jdbc.sql("select what from identity_audit where what like 'payment%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "payments-gathered",
                        "payments-approved",
                        "payment-file-taken",
                        "payment-file-taken",
                        "payment-confirmed");
    }

    @Test
    void notesWhatCameBack() throws Exception {
        var batch = office.atTheBank();
        var line = office.line(batch).id().toString();
        act(post("/geld/opdrachten/" + batch + "/terug").param("line", line))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        act(post("/geld/opdrachten/" + batch + "/terug").param("line", line).param("reason", "rekening opgeheven"))
                .andExpect(redirectedUrl("/geld/opdrachten/" + batch));

        assertThat(office.line(batch).state()).isEqualTo(LineState.RETURNED);
        mvc.perform(get("/geld/betalingen").with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Kwam terug: rekening opgeheven"),
                                containsString("De bank kon dit rekeningnummer niet betalen"),
                                not(containsString("type=\"checkbox\"")))));
    }

    @Test
    void withdrawsABatch() throws Exception {
        var batch = office.gather();
        act(post("/geld/opdrachten/" + batch + "/intrekken").param("reason", "Dubbel"))
                .andExpect(redirectedUrl("/geld/opdrachten/" + batch));
        assertThat(office.waiting()).hasSize(1);
        mvc.perform(get("/geld/opdrachten").with(role("auditor")))
                .andExpect(content().string(containsString("Ingetrokken")));
    }

    @Test
    void changesAnAccountByTwo() throws Exception {
        act(post(councilPage() + "/rekening").param("iban", "BE00").param("holder", "Vzw <b>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("id=\"iban-error\""), containsString("value=\"Vzw &lt;b&gt;\""))));
        act(post(councilPage() + "/rekening")
                        .param("iban", LedgerFixture.OTHER_IBAN)
                        .param("holder", "Vzw"))
                .andExpect(redirectedUrl(councilPage()));
        var account = office.accounts.history(council()).get(0).id();
        act(post(councilPage() + "/rekening/" + account + "/bevestigen")).andExpect(status().isUnprocessableEntity());
        act(post(councilPage() + "/rekening/" + account + "/weigeren").param("reason", ""))
                .andExpect(status().isUnprocessableEntity());
        bart(post(councilPage() + "/rekening/" + account + "/bevestigen")).andExpect(redirectedUrl(councilPage()));

        mvc.perform(get(councilPage()).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("NL91 ABNA 0417 1643 00"),
                                containsString("Bevestigd door Bart, financiën"),
                                not(containsString("Voer in")))));
    }

    @Test
    void takesInWhatIsPaidBack() throws Exception {
        var batch = office.atTheBank();
        office.settlements.paid(batch, office.line(batch).id(), BART);
        office.ledger.reclaim(euros(300), grounds(file));
        mvc.perform(get("/geld/terug").with(role("finance")))
                .andExpect(content().string(containsString("€ 300,00")));

        act(receipt("400"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("id=\"amount-error\""), containsString("value=\"400\""))));
        act(receipt("300")).andExpect(redirectedUrl("/geld/terug"));

        assertThat(office.budget()).returns(euros(0), Budget::owed).returns(euros(9_300), Budget::available);
        assertThat(jdbc.sql("select count(*) from identity_audit where what = 'money-received'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private MockHttpServletRequestBuilder receipt(String amount) {
        return post("/geld/terug")
                .param("number", file.number())
                .param("amount", amount)
                .param("reference", "afschrift 12");
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

    private CouncilId council() {
        return Objects.requireNonNull(file.council());
    }

    private String councilPage() {
        return "/geld/raden/" + council();
    }

    private String budgetPage() {
        return "/geld/budgetten/" + office.budget().id();
    }
}
