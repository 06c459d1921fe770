package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.correspondence.Receipts;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.beans.factory.annotation.Autowired;

/** An idea behind its links, and all ideas of a round in one table. */
class IdeaPagesTest extends IdeaScenario {

    @Autowired
    private Receipts receipts;

    @Test
    void offersTheFormWithTheAreasWhoseCallIsOpen() throws Exception {
        mvc.perform(get("/aanvraag/wijkbudget-proposal?alles"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Brugse Poort"),
                                containsString("Kanaaldorpen"),
                                containsString("minstens 3 mensen op verschillende adressen"))));
    }

    @Test
    void opensForItsReaderOnly() throws Exception {
        var idea = idea("bank");
        var own = address(PROPOSER);
        var neighbour = address("Kerkplein-2@wijk.example");

        mvc.perform(get(own))
                .andExpect(content().string(allOf(containsString("komt van mij"), containsString("Wijzig het idee"))));
        mvc.perform(get(neighbour))
                .andExpect(content()
                        .string(allOf(
                                containsString("ik sta achter dit idee"), not(containsString("Wijzig het idee")))));
        mvc.perform(post(neighbour + "/wijzigen").param("title", "Iets anders")).andExpect(status().isNotFound());
        mvc.perform(post(neighbour + "/herbekijken")).andExpect(status().isNotFound());
        for (var broken :
                List.of(own.substring(0, own.length() - 1) + (own.endsWith("A") ? "B" : "A"), "/v/idee/niets")) {
            mvc.perform(get(broken))
                    .andExpect(status().isNotFound())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Deze link werkt niet"),
                                    containsString("Vraag het participatiebureau"))));
        }
        assertThat(ideas.get(idea).words().title()).isEqualTo("bank");
    }

    @Test
    void saysThatItWaitsForWhoSentItAndWhatEachConfirmed() throws Exception {
        var idea = idea("bank");
        receipts.application(view(idea), "Idee voor het wijkbudget", "bewijs@wijk.example", "buurvrouw", true);
        outbox.sendDue();
        assertThat(mail.receivedBy("bewijs@wijk.example")).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("met de vraag om te bevestigen")
                .doesNotContain("Wij kijken uw aanvraag na"));
        mvc.perform(get("/aanvraag/wijkbudget-proposal/ontvangen")
                        .param("nummer", view(idea).number()))
                .andExpect(content().string(containsString("Bevestig eerst.")));

        confirm("Kerkplein-2@wijk.example");

        mvc.perform(get(address("Kerkplein-2@wijk.example")))
                .andExpect(content().string(containsString("Wie het indiende, moet het zelf nog bevestigen.")));
        confirm(PROPOSER);
        mvc.perform(get(address("Kerkplein-2@wijk.example")))
                .andExpect(content()
                        .string(allOf(
                                containsString("U bevestigde dat u achter dit idee staat."),
                                not(containsString("moet het zelf nog bevestigen")))));
    }

    @Test
    void offersARowForACoInitiatorWithTheRuleAndWhoReadsIt() throws Exception {
        mvc.perform(get("/aanvraag/wijkbudget-proposal?alles=1"))
                .andExpect(content()
                        .string(allOf(
                                containsString("coInitiators[0].name"),
                                not(containsString("coInitiators[0].signed")),
                                containsString(
                                        ">Achter een idee staan minstens 3 mensen op verschillende adressen, naast"),
                                containsString("Alleen het participatiebureau leest namen"),
                                containsString("href=\"/publiek/privacy\""))));
    }

    @Test
    void keepsWhatWasTypedWhenAChangeIsRefused() throws Exception {
        idea("bank");
        var own = address(PROPOSER);

        mvc.perform(post(own + "/wijzigen").param("version", "0").param("idea", "Een lange bank."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Een lange bank.")));
        mvc.perform(post(own + "/wijzigen")
                        .param("version", "0")
                        .param("title", "Lange bank")
                        .param("idea", "Een lange bank.")
                        .param("need", "Rust.")
                        .param("place", "Kerkplein"))
                .andExpect(redirectedUrl(own));
        mvc.perform(get(own)).andExpect(content().string(containsString("Lange bank")));
    }

    @Test
    void tellsTheReasonAtOnceAndLetsItsProposerAskAgain() throws Exception {
        var idea = toCheck("bank");
        var inOrder = check("refused", "nonCommercial", "yes", "checkReason", "Het is een winkel.");
        refused("wijkbudget.refusal.in-order", () -> send(idea, "Task_Check", inOrder));
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));
        var own = address(PROPOSER);
        mvc.perform(get(own))
                .andExpect(content()
                        .string(allOf(
                                containsString("Het is een winkel."),
                                containsString("Vraag om te herbekijken"),
                                containsString("Vraag het tot en met"))));

        mvc.perform(post(own + "/herbekijken")).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(own + "/herbekijken").param("reason", "Geen winkel.")).andExpect(redirectedUrl(own));
        run();

        assertThat(open(idea)).containsExactly("Task_LookAgain");
        mvc.perform(post(own + "/herbekijken").param("reason", "Nog eens."))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void lapsesWhenNobodyConfirms() throws Exception {
        var idea = idea("bank");

        // fourteen days, and on to the next working day
        wait(18);

        assertThat(state(idea)).isEqualTo(Idea.State.LAPSED);
        assertThat(view(idea).outcome()).isEqualTo("lapsed");
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER)).hasSize(2);
    }

    @Test
    void canNotBeAdmittedWhenNoProjectCanComeOfIt() throws Exception {
        var idea = toCheck("bank");
        goTo(days(round, Phase.ADVICE).begins());

        WijkbudgetRoundProcessTest.refused(
                "wijkbudget.refusal.dialogue-over", () -> send(idea, "Task_Check", check("admitted")));
        answer(idea, "Task_Check", check("refused", "nonCommercial", "yes", "checkReason", "De ronde is te ver."));
        assertThat(state(idea)).as("though every condition is met").isEqualTo(Idea.State.REFUSED);
    }

    @Test
    void letsItsProposerTakeItBack() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("admitted"));
        var own = address(PROPOSER);
        var neighbour = "Kerkplein-2@wijk.example";
        mvc.perform(post(address(neighbour) + "/intrekken")).andExpect(status().isNotFound());
        mvc.perform(get(own)).andExpect(content().string(containsString("Trek mijn idee in")));

        mvc.perform(post(own + "/intrekken").param("sure", "true")).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(own + "/intrekken").param("why", "Wij verhuizen."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Wij verhuizen."), containsString("Kruis aan dat u zeker bent"))));
        assertThat(view(idea).status()).isEqualTo(CaseStatus.OPEN);
        mvc.perform(post(own + "/intrekken").param("why", "Wij verhuizen.").param("sure", "true"))
                .andExpect(redirectedUrl(own));

        assertThat(view(idea).status()).isEqualTo(CaseStatus.WITHDRAWN);
        outbox.sendDue();
        assertThat(mail.receivedBy(neighbour))
                .extracting(Mails::subject)
                .last()
                .isEqualTo("Het idee " + view(idea).number() + " is ingetrokken");
        mvc.perform(get(own))
                .andExpect(content()
                        .string(allOf(containsString("Ingetrokken"), not(containsString("Trek mijn idee in")))));
        mvc.perform(post(own + "/intrekken")).andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/wijkbudget/" + view(round).number() + "/ideeen/project")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("title", "Groen plein")
                        .param("idea", idea.toString()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void showsAllIdeasWithWhatIsOwedAndDoesTheSameWithMany() throws Exception {
        var bank = received("bank op het plein");
        var other = received("bank op het kerkplein");
        var doubtful = idea("winkel");
        confirm(PROPOSER);
        var url = "/wijkbudget/" + view(round).number() + "/ideeen";
        mvc.perform(post(url + "/publiek")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("seen", CohortActs.seen(doubtful.value(), 0))
                        .param("idea", doubtful.toString()))
                .andExpect(redirectedUrl(url));
        run();
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Participatiebureau: 3"),
                                containsString("Lijkt op " + view(other).number()),
                                containsString("3 van 3 bevestigd"),
                                not(containsString("Laat de gekozen")))));

        mvc.perform(post(url + "/toelaten")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("idea", bank.toString(), doubtful.toString()))
                .andExpect(redirectedUrl(url));
        run();

        assertThat(state(bank)).isEqualTo(State.ADMITTED);
        assertThat(state(doubtful)).as("nobody confirmed to stand behind it").isEqualTo(State.IN);
        mvc.perform(post(url + "/toelaten")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("idea", bank.toString()))
                .andExpect(flash().attributeExists("refusal"));
        mvc.perform(get(url + "?stands=LOOSE").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Toegelaten, in geen project (1)"),
                                containsString("/zaken/" + view(bank).number() + "\""),
                                not(containsString("/zaken/" + view(other).number() + "\"")),
                                not(containsString("Maak de gekozen ideeën publiek")),
                                not(containsString("Laat de gekozen")))));
        mvc.perform(post(url + "/project")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("idea", bank.toString()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(url + "/project")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("title", "Groen plein")
                        .param("idea", bank.toString()))
                .andExpect(redirectedUrl(url));
        mvc.perform(post(url + "/project")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("title", "groen plein")
                        .param("idea", bank.toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("al een project met deze naam")));
        mvc.perform(post(address(PROPOSER) + "/intrekken"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("zit in een project")));
        mvc.perform(get(url + "?stands=ADMITTED&lang=en").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("In the project: Groen plein"),
                                not(containsString("in no project")),
                                not(containsString("/zaken/" + view(other).number() + "\"")))));
        showsTheIdeasOfOneArea(url, other);
        mvc.perform(post(url + "/toelaten").with(role("alderman")).with(csrf())).andExpect(status().isForbidden());
    }

    private void showsTheIdeasOfOneArea(String url, CaseId idea) throws Exception {
        var row = "/zaken/" + view(idea).number() + "\"";
        mvc.perform(get(url + "?area=" + poort).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString(row),
                                containsString("stands=IN&amp;area=" + poort),
                                containsString("data-choose-all"))));
        mvc.perform(get(url + "?area=" + dorpen).with(role("participation-office")))
                .andExpect(content().string(not(containsString(row))));
        mvc.perform(post(url + "/publiek")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("stands", "IN")
                        .param("area", poort.toString()))
                .andExpect(redirectedUrl(url + "?stands=IN&area=" + poort));
    }
}
