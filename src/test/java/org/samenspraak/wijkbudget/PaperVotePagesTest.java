package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Municipality;
import org.springframework.beans.factory.annotation.Autowired;

/** Voting on paper: cards that are given, come back, and are put right. */
class PaperVotePagesTest extends PaperScenario {

    @Autowired
    private Municipality municipality;

    @Test
    void takesACardOnceAndCatchesWhoVotedOnline() throws Exception {
        var given = cards.issue(round, poort, 3, "", CLERK);
        var first = given.get(0);
        vote(VOTER, poort, 1);
        var ofVoter = cards.issue(round, poort, 1, "KIEZER@wijk.example", CLERK).get(0);
        var ofOther = cards.issue(round, poort, 1, "papier@wijk.example", CLERK).get(0);
        refused("wijkbudget.paper.refusal.cards-many", () -> cards.issue(round, poort, 2, "twee@wijk.example", CLERK));
        refused("wijkbudget.paper.refusal.has-card", () -> cards.issue(round, poort, 1, "Papier@wijk.example", CLERK));

        assertThat(cards.take(round, first, null)).isTrue();
        refused("wijkbudget.paper.refusal.twice", () -> cards.take(round, first, null));
        refused("wijkbudget.paper.refusal.no-card", () -> cards.take(round, 999, null));
        assertThat(cards.take(round, given.get(1), "unsigned")).isTrue();
        assertThat(cards.take(round, ofVoter, null)).as("voted online").isFalse();
        assertThat(cards.take(round, ofOther, null)).isTrue();
        assertThat(page(link("papier@wijk.example", poort)))
                .as("who asks after voting on paper")
                .contains("U stemde op papier");
        assertThat(ballots.turnout(round).get(0).refused()).isEqualTo(2);
        var asked = link("beide@wijk.example", poort);
        cards.take(
                round, cards.issue(round, poort, 1, "beide@wijk.example", CLERK).get(0), null);
        assertThat(page(asked)).contains("U stemde op papier").doesNotContain("U stemde met deze link");

        assertThat(rows.piles(round).get(0)).satisfies(pile -> {
            assertThat(pile.given()).isEqualTo(6);
            assertThat(pile.came()).isEqualTo(3);
            assertThat(pile.refused()).isEqualTo(2);
        });
        refused("wijkbudget.paper.refusal.cards", () -> paper.begin(round, poort, 4));
    }

    private void refusesOddAnswers(String url, String card) throws Exception {
        for (var odd : List.of(
                List.of("/kaart", "card", card.replace(' ', '-'), "reason", "<b>"),
                List.of("/kaarten", "area", poort.toString(), "many", "abc"),
                List.of("/stapels", "area", poort.toString(), "sheets", "1,5"))) {
            mvc.perform(post(url + odd.get(0))
                            .with(role("participation-office"))
                            .with(csrf())
                            .param(odd.get(1), odd.get(2))
                            .param(odd.get(3), odd.get(4)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Er klopt iets niet")));
        }
        assertThat(rows.piles(round).get(0).came()).isEqualTo(5);
    }

    @Test
    void putsACardRightThatCameBackByASlip() throws Exception {
        var card = cards.issue(round, poort, 1, "vergist@wijk.example", CLERK).get(0);
        refused("wijkbudget.paper.refusal.out", () -> cards.giveBack(round, card, CLERK));
        cards.take(round, card, null);
        cards.issue(round, poort, 4, "", CLERK).forEach(other -> cards.take(round, other, null));
        var pile = paper.begin(round, poort, 5);
        refused("wijkbudget.paper.refusal.in-pile", () -> cards.giveBack(round, card, CLERK));
        paper.remove(pile, "Een kaart te veel.", CLERK, ONE);

        mvc.perform(post("/wijkbudget/" + number + "/papier/kaart")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("card", PaperCards.shown(card))
                        .param("reason", "slip"))
                .andExpect(flash().attribute("notice", "wijkbudget.paper.card-out"));

        assertThat(rows.piles(round).get(0).came()).isEqualTo(4);
        assertThat(cards.take(round, card, null)).as("it can come back again").isTrue();
        cards.giveBack(round, card, CLERK);
        vote("vergist@wijk.example", poort, 1);
        assertThat(ballots.of(round, poort)).containsExactly(List.of(1));
        assertThat(cards.take(round, card, null)).as("voted online since").isFalse();
        cards.giveBack(round, card, CLERK);
        cards.take(round, card, "lost");
        refused("wijkbudget.paper.refusal.was-lost", () -> cards.take(round, card, null));
        cards.issue(round, poort, 1, "vergist@wijk.example", CLERK);
        refused("wijkbudget.paper.refusal.has-other", () -> cards.giveBack(round, card, CLERK));
    }

    @Test
    void listsTheNewestCardsFirstWithTheirNumber() throws Exception {
        var before = cards.issue(round, poort, 1, "", CLERK).get(0);
        clock.advance(Duration.ofMinutes(1));
        var newest = cards.issue(round, poort, 1, "", CLERK).get(0);

        var page = mvc.perform(get("/wijkbudget/" + number + "/papier").with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .containsSubsequence(
                        "Stemkaart " + PaperCards.shown(newest) + " voor",
                        "Stemkaart " + PaperCards.shown(before) + " voor");
    }

    @Test
    void walksByItsPages() throws Exception {
        var url = "/wijkbudget/" + number + "/papier";
        mvc.perform(post(url + "/kaarten")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("area", poort.toString())
                        .param("many", "6"))
                .andExpect(redirectedUrl(url));
        var card = shownCards().get(0);
        mvc.perform(post(url + "/kaart")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("card", card))
                .andExpect(redirectedUrl(url));
        mvc.perform(post(url + "/kaart")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("card", card.replace(" ", "")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kaart " + card + " kwam al terug")));
        var given = shownCards();
        given.subList(1, 5).forEach(other -> cards.take(round, Integer.parseInt(other.replace(" ", "")), null));
        refusesOddAnswers(url, given.get(5));
        var pile = mvc.perform(post(url + "/stapels")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("area", poort.toString())
                        .param("sheets", "5"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(post(pile).with(role("participation-office")).with(csrf()).param("lines", "1,9\n1\n1\n1\n1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Regel 1"), containsString("1,9\n1\n1\n1\n1</textarea>"))));
        mvc.perform(post(pile).with(role("participation-office")).with(csrf()).param("lines", "1,3\n1\n1\n1\n1"))
                .andExpect(redirectedUrl(pile));
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content().string(allOf(containsString("tweede invoer"), containsString(pile))));
        mvc.perform(post(pile + "/weg").with(role("participation-office")).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(pile + "/weg")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("why", "Scheef gelegd."))
                .andExpect(redirectedUrl(url));
        assertThat(rows.batches(round)).as("its sheets can be laid anew").isEmpty();
        refused("wijkbudget.paper.refusal.cards", () -> paper.begin(round, poort, 6));
        paper.begin(round, poort, 5);
        assertThat(rows.batches(round))
                .as("no two piles have one number")
                .extracting(PaperRows.Batch::number)
                .containsExactly(2);
    }

    @Test
    void printsCardsWithNumbersThatNobodyGuessesAndSheetsWithout() throws Exception {
        cards.issue(round, poort, 3, "", CLERK);
        var cards = shownCards();
        var url = "/wijkbudget/" + number + "/papier";
        var page = mvc.perform(get(url).with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        var printed = printed(page.replaceAll("(?s).*(/wijkbudget/[^\"]+/kaarten/[^\"]+)\".*", "$1"));
        assertThat(cards).allSatisfy(card -> assertThat(printed).contains(card)).doesNotHaveDuplicates();
        assertThat(printed).contains("Stemkaart voor Brugse Poort", view(round).title(), municipality.address());
        assertThat(printed(url + "/stembiljet/" + poort + ".pdf"))
                .contains("Buurtmoestuin", "Kruis 1 tot 2 projecten aan", municipality.address())
                .doesNotContain(cards.get(0));
        mvc.perform(get(url + "/stembiljet/" + poort + ".pdf").with(role("alderman")))
                .andExpect(status().isForbidden());
        mvc.perform(get(url + "/kaarten/" + ONE + ".pdf").with(role("participation-office")))
                .andExpect(status().isNotFound());
    }

    /** The glyph of an empty box is a third as wide as its font is high: a pen needs seven millimetres. */
    @Test
    void printsBoxesThatAPenCanCross() throws Exception {
        var sizes = new ArrayList<Float>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getUnicode().equals("□")) {
                    sizes.add(text.getFontSizeInPt());
                }
            }
        };
        try (var read = Loader.loadPDF(pdf("/wijkbudget/" + number + "/papier/stembiljet/" + poort + ".pdf"))) {
            stripper.getText(read);
        }

        assertThat(sizes).isNotEmpty().allMatch(size -> size >= 30);
    }

    private String printed(String url) throws Exception {
        try (var read = Loader.loadPDF(pdf(url))) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private byte[] pdf(String url) throws Exception {
        return mvc.perform(get(url).with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> shownCards() {
        return jdbc
                .sql("select number from wijkbudget_card where round = ? order by number")
                .param(round.value())
                .query(Integer.class)
                .list()
                .stream()
                .map(PaperCards::shown)
                .toList();
    }
}
