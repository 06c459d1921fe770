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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
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

/** A file for the bank that is out: who may take it back, and what when the bank paid after all. */
class WithdrawnBatchPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void withdrawsAFileThatIsOutByTwo() throws Exception {
        var office = new LedgerFixture(context);
        office.budget(10_000);
        office.account(office.toPay("Wijkraad Runkst", 1_000), IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        var page = "/geld/opdrachten/" + batch;
        act(post(page + "/intrekken").param("reason", "Geweigerd"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Weet u dat niet zeker?"), containsString("value=\"Geweigerd\""))));
        act(post(page + "/intrekken").param("reason", "Geweigerd").param("unpaid", "true"))
                .andExpect(redirectedUrl(page));
        assertThat(office.waiting()).isEmpty();
        mvc.perform(get(page).with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Vraag het zelf ook na bij de bank"),
                                containsString("De bank betaalt op"))));
        mvc.perform(get(page).with(as(AN)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Een collega moet de intrekking nog bevestigen"),
                                not(containsString("Alles is betaald")),
                                not(containsString("Haal hetzelfde bestand")))));
        act(post(page + "/intrekken").param("unpaid", "true")).andExpect(status().isUnprocessableEntity());
        bart(post(page + "/intrekken").param("unpaid", "true")).andExpect(redirectedUrl(page));

        assertThat(office.waiting()).hasSize(1);
        mvc.perform(get(page).with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Betaalde de bank toch?"),
                                containsString("Geweigerd"),
                                not(containsString("De bank betaalt op")))));
        act(post(page + "/betaald").param("line", office.line(batch).id().toString()))
                .andExpect(redirectedUrl(page));
        assertThat(office.budget().paid()).isEqualTo(euros(1_000));
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
}
