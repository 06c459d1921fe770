package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Links of which the question is over, late or in the wrong hands: nothing typed is lost, nobody is silenced. */
class PromptsOverPagesTest extends CouncilCaseIT {

    @Autowired
    private LinkRound links;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Timeline timeline;

    @Test
    void withdrawsTheLinkOfAWrongReaderAndAsksToReachTheCouncil() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        mvc.perform(post(link + "/niet-voor-mij"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("De link werkt niet meer"), not(containsString("Wijkraad")))));
        mvc.perform(post(link + "/niet-voor-mij")).andExpect(status().isOk());

        mvc.perform(get(link)).andExpect(status().isNotFound());
        mvc.perform(signature(link)).andExpect(status().isNotFound());
        mvc.perform(get(link + "/document")).andExpect(status().isNotFound());
        mvc.perform(get("/v/" + tokenOf(ELS))).andExpect(status().isOk());
        assertThat(tasks.ofCase(caseId))
                .extracting(OpenTask::element)
                .containsOnlyOnce("Task_ReachCouncil")
                .contains("Task_SignChair");
    }

    @Test
    void mailsNoNewLinkToWhoSaidThatTheQuestionIsNotForThem() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(post(link + "/niet-voor-mij")).andExpect(content().string(not(containsString("nieuwe-link"))));
        var before = mail.receivedBy(AN).size();

        mvc.perform(post(link + "/nieuwe-link"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kijk in uw mailbox")));
        links.mail();
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(before);
    }

    @Test
    void takesAnAnswerOnceAndGivesWhoPressesTwiceTheSameReceipt() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);

        for (int press = 0; press < 2; press++) {
            mvc.perform(signature(link))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(header().string("Location", link + "?bedankt"));
        }
        mvc.perform(get(link)).andExpect(content().string(containsString("An Peeters, voorzitter")));
        outbox.sendDue();

        assertThat(outbox.page(State.SENT, null, 50))
                .filteredOn(row -> row.to().equals(AN) && row.subject().startsWith("Ontvangen: "))
                .hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoWhoWasFirstAndGivesBackWhatTheyTyped() throws Exception {
        askForView();
        var an = "/v/" + tokenOf(AN);
        var els = "/v/" + tokenOf(ELS);
        mvc.perform(view(an, "Wij blijven.", "An Peeters", "voorzitter"))
                .andExpect(header().string("Location", an + "?bedankt"));

        mvc.perform(view(els, "Wij willen <b>praten</b>.", "Els Maes", "secretaris"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Dit is al verstuurd"),
                                containsString("An Peeters, voorzitter"),
                                containsString("Dit had u ingevuld"),
                                containsString("Wij willen &lt;b&gt;praten&lt;/b&gt;."))));
        mvc.perform(view(an, "Toch niet.", "An Peeters", "voorzitter"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Toch niet.")));
    }

    @Test
    void saysThatTheTermIsOverWhereTheCityWentOnWithoutAnAnswer() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        goOn(20);

        mvc.perform(get(link))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("De termijn om te antwoorden is voorbij")));
        mvc.perform(view(link, "Nog net niet op tijd.", "An Peeters", "voorzitter"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Nog net niet op tijd.")));
    }

    @Test
    void givesBackTheDraftThatAClockEnded() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(AN);
        var els = "/v/" + tokenOf(ELS);
        mvc.perform(post(link + "/concept").param("view", "Half af."));
        goOn(20);

        for (var reader : new String[] {link, els}) {
            mvc.perform(get(reader))
                    .andExpect(status().isGone())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Dit had u ingevuld"),
                                    containsString("Half af."),
                                    not(containsString("Waarom de stad wil intrekken")))));
        }
    }

    @Test
    void takesALateAnswerWhereTheQuestionStaysOpenAndMarksIt() throws Exception {
        askToSign();
        var link = "/v/" + tokenOf(AN);
        mvc.perform(get(link)).andExpect(content().string(not(containsString("is voorbij"))));
        goOn(31);

        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("De termijn liep tot en met wo 14 oktober 2026 en is voorbij"),
                                containsString("Verstuur"))));
        mvc.perform(signature(link)).andExpect(header().string("Location", link + "?bedankt"));

        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("form.sent-late"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.args()).containsEntry("until", "2026-10-14"));
    }

    @Test
    void keepsNothingBehindALinkThatIsOver() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        processes.cancel(caseId, "Gestopt", OFFICE);

        for (var over : new String[] {token, "A".repeat(64)}) {
            mvc.perform(post("/v/" + over + "/concept").param("signedAs", "Te laat"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("niet meer open")));
        }
        assertThat(jdbc.sql("select count(*) from forms_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysThatAQuestionWasWithdrawn() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        processes.cancel(caseId, "Gestopt", OFFICE);

        mvc.perform(get("/v/" + token))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Deze vraag is ingetrokken")));
    }

    private void goOn(int days) {
        clock.advance(Duration.ofDays(days));
        engine.set(clock.instant());
        engine.runDue();
    }

    private static MockHttpServletRequestBuilder view(String link, String view, String name, String function) {
        return multipart(link).param("view", view).param("_name", name).param("_function", function);
    }

    private static MockHttpServletRequestBuilder signature(String link) {
        return multipart(link).param("agrees", "true").param("signedAs", "An Peeters");
    }
}
