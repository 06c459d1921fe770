package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Where residents begin to vote: found from everywhere, one voter for each mailbox, and limits that are said. */
class VotePagesTest extends VoteScenario {

    @Autowired
    private BallotLimits limits;

    @Autowired
    private Choosing choosing;

    @BeforeEach
    void theChoiceIsOpen() {
        toChoice();
    }

    @Test
    void takesNoVoteOnceItsRoundIsStopped() throws Exception {
        var link = link(VOTER, poort);
        var code = checked(link, 1);

        cases.stop(round, CaseStatus.STOPPED, "Er is geen geld meer.", CLERK);

        confirm(link, code, 1);
        assertThat(ballots.of(round, poort)).isEmpty();
        assertThat(page(link)).contains("Er is geen geld meer.").doesNotContain("De uitslag komt");
        assertThat(page("/stemmen/" + number))
                .contains("Deze ronde is gestopt.")
                .doesNotContain("name=\"mail\"");
    }

    @Test
    void isFoundFromEveryPublicPageWhileItRuns() throws Exception {
        var pages = List.of(
                "/",
                "/publiek",
                "/publiek/wijkbudget",
                "/publiek/wijkbudget/" + number,
                "/publiek/wijkbudget/" + number + "/projecten");
        for (var page : pages) {
            assertThat(page(page)).as(page).contains("href=\"/stemmen/" + number);
        }
        assertThat(page("/stemmen/" + number))
                .contains("<title>Stemmen: Wijkbudget", "href=\"/publiek/wijkbudget/" + number + "\"")
                .containsPattern("<h3[^>]*><a href=\"/publiek/wijkbudget/" + number
                        + "/projecten/[0-9a-f-]{36}\">1. Buurtmoestuin</a></h3>");
        pastChoice();
        for (var page : pages) {
            assertThat(page(page)).as(page).doesNotContain("href=\"/stemmen/" + number);
        }
    }

    @Test
    void takesNobodyWhereThereIsNothingToChoose() throws Exception {
        jdbc.sql("update wijkbudget_project set state = 'STOPPED' where round = ? and area_id = ?")
                .params(round.value(), dorpen.value())
                .update();
        assertThat(page("/stemmen/" + number))
                .contains("Er staan hier geen projecten op het stembiljet", "<option value=\"" + poort)
                .doesNotContain("<option value=\"" + dorpen);

        mvc.perform(post("/stemmen/" + number)
                        .param("mail", VOTER)
                        .param("area", dorpen.toString())
                        .param("declared", "true"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(mail.receivedBy(VOTER)).isEmpty();
    }

    @Test
    void keepsNothingOfWhoIsStillTypingAtTheClose() throws Exception {
        var link = link(VOTER, poort);
        var token = link.substring(link.lastIndexOf('/') + 1);
        var voter = voters.open(token).orElseThrow();
        choosing.close(round);

        voters.ask(round, poort, "laat@wijk.example", Locale.forLanguageTag("nl"));
        desk.keep(voter, token, List.of(1));

        assertThat(jdbc.sql("select count(address) from wijkbudget_voter where round = ?")
                        .param(round.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(desk.chosen(voter, token)).isEmpty();
    }

    @Test
    void countsOneVoterForEachAddressHoweverItIsWritten() throws Exception {
        var first = link(VOTER, poort);
        var again = link("Kiezer+nog@wijk.example", dorpen);

        assertThat(again).as("mailed to the address that asked first").isEmpty();
        assertThat(lastLink(VOTER)).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from wijkbudget_voter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (var more = 0; more < 2 * limits.mailsADay(); more++) {
            link(VOTER, poort);
        }
        assertThat(mail.receivedBy(VOTER)).hasSize(limits.mailsADay());
        assertThat(page("/stemmen/" + number)).contains("hoogstens " + limits.mailsADay() + " mails per dag");

        goTo(today().plusDays(1));
        assertThat(link(VOTER, poort)).as("lost it, and asks again tomorrow").isEqualTo(first);
        assertThat(mail.receivedBy(VOTER)).hasSize(limits.mailsADay() + 1);
    }

    @Test
    void knowsAMailboxOfGmailHoweverItIsWritten() {
        assertThat(List.of("M.ari.eke@gmail.com", "marieke+2@googlemail.com", "marieke@gmail.com"))
                .allMatch(one -> Voters.normal(one).equals("marieke@gmail.com"));
        assertThat(Voters.normal("m.arieke@wijk.example")).isEqualTo("m.arieke@wijk.example");
    }

    @Test
    void holdsWhoAsksOrGuessesTooOftenFromOnePlaceWhateverTheySayOfThemselves() throws Exception {
        for (var at = 0; at < limits.asksAnHour(); at++) {
            askFrom("203.0.113.9", at).andExpect(redirectedUrl("/stemmen/" + number + "/gevraagd"));
        }
        askFrom("203.0.113.9", 999)
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("over een uur")));
        askFrom("203.0.113.10", 999).andExpect(redirectedUrl("/stemmen/" + number + "/gevraagd"));

        for (var at = 0; at < limits.guessesAnHour(); at++) {
            guess().andExpect(status().isOk());
        }
        guess().andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Probeer het over een uur opnieuw")));
    }

    private ResultActions askFrom(String place, int at) throws Exception {
        return mvc.perform(post("/stemmen/" + number)
                .with(request -> {
                    request.setRemoteAddr(place);
                    return request;
                })
                .header("X-Forwarded-For", "198.51.100." + at)
                .param("mail", "kiezer" + at + "@wijk.example")
                .param("area", poort.toString())
                .param("declared", "true"));
    }

    private ResultActions guess() throws Exception {
        return mvc.perform(post("/stemmen/" + number + "/nagaan")
                .with(request -> {
                    request.setRemoteAddr("203.0.113.11");
                    return request;
                })
                .param("code", "0000-0000-0000-0000"));
    }

    @Test
    void namesTheRoundAndAllThatIsMissingAtOnce() throws Exception {
        assertThat(page("/stemmen/" + number))
                .contains("<h1 class=\"utrecht-heading-1\">Stemmen: <span>"
                        + view(round).title());
        mvc.perform(post("/stemmen/" + number))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Schrijf één e-mailadres"),
                                containsString("Kies het gebied"),
                                containsString("Zeg dat u oud genoeg bent"))));
        mvc.perform(post("/stemmen/" + number + "/nagaan").param("code", "0000-0000-0000-0000"))
                .andExpect(content().string(not(containsString("in de lijst"))));
    }
}
