package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Payments beside the work list. */
class MoneyWorkPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;

    @BeforeEach
    void payable() {
        office = new LedgerFixture(context);
        office.budget(10_000);
        office.account(office.toPay("Wijkraad Runkst", 1_000), IBAN);
        LedgerFixture.nextDay(clock);
    }

    @Test
    void standsInTheWorkOfWhoMayDoTheNextStep() throws Exception {
        assertThat(work(AN)).contains("€ 1.000,00 naar de bank sturen");
        var batch = office.gather();
        assertThat(work(AN)).doesNotContain("naar de bank sturen", "goedkeuren");
        assertThat(work(BART)).contains("nakijken en goedkeuren");
        office.batches.approve(batch, BART);
        assertThat(work(BART)).contains("naar de bank brengen").doesNotContain("goedkeuren");
        office.batches.take(batch, "", BART);
        assertThat(work(AN)).contains("Zeggen wat de bank met");
        mvc.perform(get("/werk").with(role("participation-office")))
                .andExpect(content().string(not(containsString("Zeggen wat de bank met"))));
    }

    private String work(Actor who) throws Exception {
        return Jsoup.parse(mvc.perform(get("/werk")
                                .with(person(SignedIn.of(
                                        new PersonId(Objects.requireNonNull(who.id())),
                                        who.name(),
                                        List.of(GroupId.parse("finance"))))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
    }
}
