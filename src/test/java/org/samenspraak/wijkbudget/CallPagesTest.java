package org.samenspraak.wijkbudget;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Where a resident reads whether an idea can be handed in. */
class CallPagesTest extends BudgetScenario {

    private static final String FORM = "/aanvraag/wijkbudget-proposal";

    @Test
    void saysWhenTheNextCallBeginsInsteadOfAFormThatNobodyCanSend() throws Exception {
        says(FORM, allOf(containsString("Er loopt nu geen oproep"), not(containsString("De volgende begint"))));
        var round = adopted();
        says(
                FORM,
                allOf(
                        containsString("De volgende begint op ma 3 mei 2027"),
                        containsString("href=\"/publiek/wijkbudget\""),
                        not(containsString("name=\"title\""))));

        goTo(OPENS);
        says(FORM, not(containsString("Er loopt nu geen oproep")));
        officeSays(not(containsString("Er loopt nu geen oproep")));
        goTo(rounds.phases(round).get(1).begins());
        says(FORM, containsString("Er loopt nu geen oproep"));
        officeSays(allOf(not(containsString("Er loopt nu geen oproep")), containsString("name=\"title\"")));
    }

    @Test
    void isFoundFromEveryPublicPageWhileItRuns() throws Exception {
        var round = adopted();
        var page = "/publiek/wijkbudget/" + view(round).number();
        says(page, not(containsString(FORM)));

        goTo(OPENS);
        for (var url : new String[] {"/", "/publiek", "/publiek/wijkbudget", page}) {
            says(url, containsString("href=\"" + FORM + "\""));
        }
        says(page, containsString("U kunt een idee insturen tot en met"));
        says(FORM + "?alles", containsString(": u kunt een idee insturen tot en met "));
        says(
                FORM + "/ontvangen?nummer=2027-WBI-0001",
                allOf(
                        containsString("als mede-indiener, krijgt ook een mail"),
                        containsString("href=\"" + page + "\"")));

        goTo(rounds.phases(round).get(1).begins());
        for (var url : new String[] {"/", "/publiek", "/publiek/wijkbudget", page}) {
            says(url, not(containsString(FORM)));
        }
    }

    /** Who enters an idea from paper. */
    private void officeSays(Matcher<String> what) throws Exception {
        mvc.perform(get("/start/wijkbudget-proposal").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }

    private void says(String url, Matcher<String> what) throws Exception {
        mvc.perform(get(url)).andExpect(status().isOk()).andExpect(content().string(what));
    }
}
