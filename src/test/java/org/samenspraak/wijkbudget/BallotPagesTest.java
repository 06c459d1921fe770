package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
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
    void saysInTheListOfMailsThatNoNameOfAVoterIsKept() throws Exception {
        link(VOTER, poort);

        mvc.perform(get("/beheer/berichten?state=SENT").with(role("administrator")))
                .andExpect(content().string(allOf(containsString("niet bewaard"), not(containsString(VOTER)))));
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
        var code = checked(link, 1, 3);
        assertThat(page(link + "/nakijken?lang=en")).contains("Confirm my vote", "1. Buurtmoestuin");

        assertThat(page(link)).contains("value=\"1\" checked=\"checked\"").doesNotContain("value=\"2\" checked");
        mvc.perform(get(link + "/gestemd/" + code)).andExpect(redirectedUrl(link));
        var receipt = receipt(link, code, 1, 3);
        assertThat(receipt(link, code, 1, 3)).as("twice with one code is once").isEqualTo(receipt);
        assertThat(ballots.of(round, poort)).containsExactly(List.of(1, 3));
        for (var language : List.of("", "?lang=en")) {
            assertThat(page(link + "/gestemd/" + code + language))
                    .as("opened again, in the other language too")
                    .contains(receipt.shown());
        }
        confirm(link, code, 2).andExpect(content().string(containsString("U stemde al")));
        assertThat(page(link)).contains("U stemde al", "Uw controlecode");
        mvc.perform(post(link + "/bewaren").param("choice", "2"))
                .andExpect(header().string("HX-Refresh", "true"))
                .andExpect(content().string(""));
        mvc.perform(post("/stemmen/" + number + "/nagaan")
                        .param(
                                "code",
                                receipt.shown()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('0', 'o')
                                        .replace('1', 'l')))
                .andExpect(content().string(allOf(containsString("telt mee"), containsString(receipt.mark()))));
        mvc.perform(post("/stemmen/" + number + "/nagaan").param("code", "0000-0000-0000-0000"))
                .andExpect(content()
                        .string(allOf(
                                containsString("vinden we geen"), containsString("value=\"0000-0000-0000-0000\""))));
        mvc.perform(post("/stemmen/" + number + "/nagaan"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Vul uw controlecode in")));
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        mvc.perform(get(link + "/gestemd/" + code)).andExpect(redirectedUrl(link));
        mvc.perform(get("/stemmen/" + number + "/nagaan?lang=en"))
                .andExpect(redirectedUrl("/stemmen/" + number + "?lang=en#code"));
        mvc.perform(get(link + "/bevestigen?lang=en")).andExpect(redirectedUrl(link + "?lang=en"));
    }

    @Test
    void refusesTooManyAndWhatStandsOnAnotherBallot() throws Exception {
        var link = link(VOTER, poort);

        choose(link).andExpect(status().isUnprocessableEntity());
        choose(link, 1, 2, 3)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Kies hoogstens 2"), containsString("checked"))));
        confirm(link, ReceiptCode.draw().text(), 4).andExpect(status().isUnprocessableEntity());
        for (var odd : List.of("4", "-1", "<script>", "99999999999")) {
            mvc.perform(post(link).param("choice", "1", odd))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("staat niet op dit stembiljet")));
        }
        assertThat(ballots.of(round, poort)).isEmpty();
    }

    @Test
    void confirmsNothingWithTheCodeOfAnotherOrForAnotherChoice() throws Exception {
        var link = link(VOTER, poort);
        var other = link("ander@wijk.example", poort);
        var code = checked(link, 1);

        confirm(link, code, 2)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Uw stem is niet bevestigd")));
        receipt(link, code, 1);
        mvc.perform(get(other + "/gestemd/" + code)).andExpect(redirectedUrl(other));
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
        var old = checked(link, 1);

        assertThat(page(link)).contains("Woont u niet in");
        move(link, dorpen).andExpect(redirectedUrl(link));
        assertThat(page(link)).contains("4. Bank aan het kanaal").doesNotContain("1. Buurtmoestuin", "checked");
        confirm(link, old, 1).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(link + "/gebied").param("area", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableEntity());
        var code = checked(link, 4);
        receipt(link, code, 4);
        assertThat(page(link + "/gestemd/" + code)).contains("in de bus", "Meld het aan het bureau");
        var voter = voters.open(link.substring(link.lastIndexOf('/') + 1)).orElseThrow();
        refused("wijkbudget.vote.done-text", () -> desk.move(voter, poort));
        move(link, poort)
                .andExpect(content()
                        .string(allOf(containsString("U stemde al"), containsString("Meld het aan het bureau"))));

        assertThat(ballots.of(round, poort)).isEmpty();
        assertThat(ballots.of(round, dorpen)).containsExactly(List.of(4));
    }

    @Test
    void saysWhatIsChosenSoFar() throws Exception {
        var link = link(VOTER, poort);
        assertThat(page(link)).contains("U koos nog niets, van hoogstens 2");
        mvc.perform(post(link + "/bewaren").param("choice", "1", "3", "4"))
                .andExpect(
                        content().string(containsString("U koos 2 projecten, van hoogstens 2. Samen 192.000,00 euro")));
        assertThat(page(link)).contains("U koos 2 projecten");
        assertThat(page(link + "?lang=en")).contains("data-hx-post=\"" + link + "/bewaren?lang=en\"");
        mvc.perform(post(link + "/bewaren?lang=en").param("choice", "1", "2", "3"))
                .andExpect(content()
                        .string(allOf(
                                containsString("You have chosen 3 projects"),
                                containsString("Choose at most 2 projects."))));
    }

    private ResultActions move(String link, AreaId area) throws Exception {
        return mvc.perform(post(link + "/gebied").param("area", area.toString()));
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
        assertThatThrownBy(() -> DraftSeal.open(link.substring(link.lastIndexOf('/') + 1), UUID.randomUUID(), two))
                .as("laid by another voter")
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
        var code = checked(link, 1);
        var lateCode = checked(late, 2);
        var closes = votes.find(round).orElseThrow().closes();

        clock.set(closes.minus(Duration.ofMillis(1)));
        var receipt = receipt(link, code, 1);
        clock.set(closes);
        confirm(late, lateCode, 2)
                .andExpect(content()
                        .string(allOf(containsString("Het stemmen is gesloten"), containsString("2. Speelplein"))));
        assertThat(page(late)).contains("Het stemmen is gesloten");
        mvc.perform(get("/stemmen/" + number + "/biljetten.txt")).andExpect(status().isNotFound());

        pastChoice();

        assertThat(ballots.of(round, poort)).containsExactly(List.of(1));
        assertThat(page("/stemmen/" + number + "/biljetten.txt"))
                .as("of one voter: it would tell that nobody else voted there")
                .isBlank();
        for (int more = 1; more < BallotRows.LEAST; more++) {
            ballots.add(round, poort, "PAPER", List.of(1), null);
            ballots.add(round, poort, "ONLINE", List.of(1), new byte[] {(byte) more});
        }
        assertThat(page("/stemmen/" + number + "/biljetten.txt"))
                .as("all ballots of the area less its codes: how few voted on paper")
                .isBlank();
        ballots.add(round, poort, "PAPER", List.of(1), null);
        assertThat(page("/stemmen/" + number + "/biljetten.txt").lines())
                .hasSize(BallotRows.LEAST)
                .contains(receipt.mark());
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
        mvc.perform(get(link + "/gestemd/" + code)).andExpect(status().isNotFound());
    }
}
