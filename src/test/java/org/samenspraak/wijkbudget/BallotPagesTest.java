package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.AreaId;
import org.springframework.test.web.servlet.ResultActions;

/** The ballot of a resident: a link by mail, choosing, confirming once, and seeing that it counts. */
class BallotPagesTest extends VoteScenario {

    @BeforeEach
    void theChoiceIsOpen() {
        toChoice();
    }

    @Test
    void keepsWhatWasChosenUntilItIsConfirmedAndShowsThatItCounts() throws Exception {
        var link = link(VOTER, poort);
        mvc.perform(get(link))
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content()
                        .string(allOf(containsString("Kies hoogstens 2"), not(containsString("Bank aan het kanaal")))));
        var check = choose(link, 1, 3).andReturn().getResponse().getContentAsString();
        assertThat(check).contains("Bevestig mijn stem", "1. Buurtmoestuin");

        assertThat(page(link)).contains("value=\"1\" checked=\"checked\"").doesNotContain("value=\"2\" checked");
        confirm(link, code(check), 1, 3).andExpect(content().string(containsString("Uw stem zit in de bus")));

        confirm(link, code(check), 1, 3)
                .andExpect(content().string(containsString(new ReceiptCode(code(check)).shown())));
        assertThat(ballots.of(round, poort)).as("twice with one code is once").hasSize(1);
        confirm(link, ReceiptCode.draw().text(), 2).andExpect(content().string(containsString("U stemde al")));
        assertThat(page(link)).contains("U stemde al");
        mvc.perform(post("/stemmen/" + number + "/nagaan")
                        .param("code", new ReceiptCode(code(check)).shown().toLowerCase(Locale.ROOT)))
                .andExpect(content().string(containsString("telt mee")));
        mvc.perform(post("/stemmen/" + number + "/nagaan").param("code", "0000-0000-0000-0000"))
                .andExpect(content().string(containsString("vinden we geen")));
    }

    @Test
    void refusesTooManyAndWhatStandsOnAnotherBallot() throws Exception {
        var link = link(VOTER, poort);

        choose(link).andExpect(status().isUnprocessableEntity());
        choose(link, 1, 2, 3)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Kies hoogstens 2"), containsString("checked"))));
        confirm(link, ReceiptCode.draw().text(), 4).andExpect(status().isUnprocessableEntity());
        assertThat(ballots.of(round, poort)).isEmpty();
    }

    @Test
    void confirmsNothingWithTheCodeOfAnotherOrForAnotherChoice() throws Exception {
        var link = link(VOTER, poort);
        var other = link("ander@wijk.example", poort);
        var code = code(choose(link, 1).andReturn().getResponse().getContentAsString());

        confirm(link, code, 2)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Uw stem is niet bevestigd")));
        confirm(link, code, 1).andExpect(content().string(containsString("Uw stem zit in de bus")));
        confirm(other, code, 1)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Uw stem is niet bevestigd")));

        assertThat(ballots.of(round, poort)).containsExactly(List.of(1));
        assertThat(page(other)).contains("Welke projecten kiest u?");
    }

    @Test
    void letsWhoAskedForAWrongAreaPutThatRightUntilTheyVote() throws Exception {
        var link = link(VOTER, poort);
        choose(link, 1);
        var old = code(choose(link, 1).andReturn().getResponse().getContentAsString());

        assertThat(page(link)).contains("Woont u niet in");
        move(link, dorpen).andExpect(redirectedUrl(link));
        assertThat(page(link)).contains("4. Bank aan het kanaal").doesNotContain("1. Buurtmoestuin", "checked");
        confirm(link, old, 1).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(link + "/gebied").param("area", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableEntity());
        var code = code(choose(link, 4).andReturn().getResponse().getContentAsString());
        confirm(link, code, 4)
                .andExpect(content()
                        .string(allOf(containsString("in de bus"), containsString("Meld het aan het bureau"))));
        move(link, poort)
                .andExpect(content()
                        .string(allOf(containsString("U stemde al"), containsString("Meld het aan het bureau"))));

        assertThat(ballots.of(round, poort)).isEmpty();
        assertThat(ballots.of(round, dorpen)).containsExactly(List.of(4));
    }

    private ResultActions move(String link, AreaId area) throws Exception {
        return mvc.perform(post(link + "/gebied").param("area", area.toString()));
    }

    @Test
    void namesTheRoundAndAllThatIsMissingAtOnce() throws Exception {
        assertThat(page("/stemmen/" + number))
                .contains("<h1 class=\"utrecht-heading-1\">" + view(round).title());
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

    @Test
    void countsOneVoterForEachAddressHoweverItIsWritten() throws Exception {
        var first = link(VOTER, poort);
        var again = link("Kiezer+nog@wijk.example", dorpen);

        assertThat(again).as("mailed to who asked first").isEmpty();
        assertThat(lastLink(VOTER)).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from wijkbudget_voter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        for (var more = 0; more < 2 * Voters.MOST_MAILS; more++) {
            link(VOTER, poort);
        }
        assertThat(mail.receivedBy(VOTER)).hasSize(Voters.MOST_MAILS);
    }

    @Test
    void saysTheSameForEveryAddressAndRefusesWhatItCannotUse() throws Exception {
        link(VOTER, poort);
        for (var address : new String[] {VOTER, "nieuw@wijk.example"}) {
            ask(address, "true").andExpect(redirectedUrl("/stemmen/" + number + "/gevraagd"));
        }
        ask("geen adres", "true").andExpect(status().isUnprocessableEntity());
        ask("a@b.example\r\nBcc: c@d.example", "true").andExpect(status().isUnprocessableEntity());
        ask(VOTER, "false")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(VOTER)));
        mvc.perform(get("/stemmen/biljet/" + "A".repeat(64))).andExpect(status().isNotFound());
        mvc.perform(get("/stemmen/" + number + "?lang=en"))
                .andExpect(content().string(containsString("Mail me the link")));
    }

    private ResultActions ask(String address, String declared) throws Exception {
        return mvc.perform(post("/stemmen/" + number)
                .param("mail", address)
                .param("area", poort.toString())
                .param("declared", declared));
    }

    @Test
    void sealsADraftSoThatOnlyItsLinkOpensIt() throws Exception {
        var link = link(VOTER, poort);
        choose(link, 1);
        var one = jdbc.sql("select sealed from wijkbudget_draft")
                .query(byte[].class)
                .single();
        choose(link, 1, 3);
        var two = jdbc.sql("select sealed from wijkbudget_draft")
                .query(byte[].class)
                .single();

        assertThat(two).hasSameSizeAs(one).isNotEqualTo(one);
        var voter = voters.open(link.substring(link.lastIndexOf('/') + 1)).orElseThrow();
        assertThatThrownBy(() -> DraftSeal.open("B".repeat(64), voter.id(), two))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void remindsOnceWhoBeganAndDidNotConfirm() throws Exception {
        choose(link(VOTER, poort), 1);
        vote("klaar@wijk.example", poort, 2);
        link("vroeg-alleen@wijk.example", poort);
        voters.remind();
        outbox.sendDue();
        assertThat(mail.receivedBy(VOTER)).as("not yet").hasSize(1);

        goTo(days(round, Phase.CHOICE).ends());
        voters.remind();
        voters.remind();
        outbox.sendDue();

        assertThat(mail.receivedBy(VOTER)).hasSize(2);
        assertThat(mail.receivedBy("klaar@wijk.example")).hasSize(1);
        assertThat(mail.receivedBy("vroeg-alleen@wijk.example")).hasSize(1);
    }

    @Test
    void closesToTheMomentAndForgetsAddressesAndDrafts() throws Exception {
        var link = link(VOTER, poort);
        var late = link("laat@wijk.example", poort);
        var code = code(choose(link, 1).andReturn().getResponse().getContentAsString());
        var lateCode = code(choose(late, 2).andReturn().getResponse().getContentAsString());
        var closes = votes.find(round).orElseThrow().closes();

        clock.set(closes.minus(Duration.ofMillis(1)));
        confirm(link, code, 1).andExpect(content().string(containsString("Uw stem zit in de bus")));
        clock.set(closes);
        confirm(late, lateCode, 2)
                .andExpect(content()
                        .string(allOf(containsString("Het stemmen is gesloten"), containsString("2. Speelplein"))));
        assertThat(page(late)).contains("Het stemmen is gesloten");
        mvc.perform(get("/stemmen/" + number + "/biljetten.txt")).andExpect(status().isNotFound());

        pastChoice();

        assertThat(ballots.of(round, poort)).containsExactly(List.of(1));
        assertThat(page("/stemmen/" + number + "/biljetten.txt")).isEqualTo(new ReceiptCode(code).mark() + "\n");
        assertThat(jdbc.sql("select count(*) from wijkbudget_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(address) from wijkbudget_voter")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from correspondence_message where recipient = ?")
                        .param(VOTER)
                        .query(Integer.class)
                        .single())
                .isZero();
        mvc.perform(get(link)).andExpect(status().isNotFound());
    }
}
