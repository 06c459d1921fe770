package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The books as they are read: on a page, as a file, in the dossier, on the timeline of the council. */
class BooksPagesTest extends PostgresIT {

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
    }

    @Test
    void givesTheBooksAsAFile() throws Exception {
        var sheet = mvc.perform(get(budgetPage() + "/uitvoer.csv").with(role("auditor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(sheet.lines()).hasSize(4);
        assertThat(sheet).contains("2026_GR_0001", "2026_CBS_0042", file.number());
        mvc.perform(get(budgetPage() + "/uitvoer.xlsx").with(role("finance"))).andExpect(status().isOk());
    }

    @Test
    void standsInTheDossierAndOnTheTimelineOfTheCouncil() throws Exception {
        mvc.perform(get("/zaken/" + file.number()).with(role("legal")))
                .andExpect(content()
                        .string(allOf(containsString("Vastgelegd"), not(containsString("BE68 5390 0754 7034")))));
        mvc.perform(get("/raden/" + Objects.requireNonNull(file.council()) + "?only=money")
                        .with(role("legal")))
                .andExpect(content().string(containsString("€ 1.000,00 toegekend uit Buurtsubsidies")));
    }

    @Test
    void readsOnFromWhereThePageEnded() throws Exception {
        for (int at = 0; at < 60; at++) {
            office.budgets.raise(LedgerFixture.BUDGET, LedgerFixture.allotment(1, "extra " + at));
        }
        var first = mvc.perform(get(budgetPage()).with(role("finance")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first).contains("extra 59").doesNotContain("extra 5<").contains("&amp;before=");
        mvc.perform(get(budgetPage() + "?before=12").with(role("finance"))).andExpect(status().isOk());
    }

    private String budgetPage() {
        return "/geld/budgetten/" + office.budget().id();
    }
}
