package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** What somebody without a link asks in a signed letter, noted by an official. */
class SignedLetterPagesTest extends IdeaScenario {

    private static final String WHY = "Het is geen winkel.";
    private static final Actor OFFICIAL = Actor.person(PersonId.create(), "Participatieambtenaar");

    @Autowired
    private Documents documents;

    @Test
    void asksSomebodyElseToLookAgainWhenTheLetterCameInOnTime() throws Exception {
        var idea = refusedOnPaper();
        var refusedOn = today();
        mvc.perform(get(url(idea)).with(role("area-manager@" + poort))).andExpect(status().isForbidden());
        mvc.perform(get("/zaken/" + view(idea).number()).with(role("participation-office")))
                .andExpect(content().string(containsString(url(idea))));

        refused(note(idea, "", refusedOn, WHY, true), "Kies wat de brief vraagt");
        refused(note(idea, "LOOK_AGAIN", null, WHY, true), "Kies de dag waarop");
        refused(note(idea, "LOOK_AGAIN", refusedOn.minusDays(1), WHY, true), "moet binnengekomen zijn van");
        refused(note(idea, "LOOK_AGAIN", refusedOn.plusDays(1), WHY, true), "moet binnengekomen zijn van");
        refused(note(idea, "LOOK_AGAIN", refusedOn, WHY, false), "getekende papier");
        note(idea, "LOOK_AGAIN", refusedOn, " ", true).andExpect(status().isUnprocessableEntity());
        refused(
                mvc.perform(multipart(url(idea))
                        .file(new MockMultipartFile(
                                "file", "brief.txt", "text/plain", "nee".getBytes(StandardCharsets.US_ASCII)))
                        .param("what", "LOOK_AGAIN")
                        .param("on", refusedOn.toString())
                        .param("reason", WHY)
                        .with(role("participation-office"))
                        .with(csrf())),
                "getekende papier");
        assertThat(open(idea)).isEmpty();
        assertThat(scans(idea)).isZero();

        note(idea, "LOOK_AGAIN", refusedOn, WHY, true)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));
        run();

        assertThat(open(idea)).containsExactly("Task_LookAgain");
        assertThat(ideas.get(idea).objection()).isEqualTo(WHY);
        assertThat(scans(idea)).isEqualTo(1);
        refused(note(idea, "LOOK_AGAIN", refusedOn, WHY, true), "Kies wat de brief vraagt");
    }

    @Test
    void countsTheDayTheLetterCameInNotTheDayItIsNoted() throws Exception {
        var idea = refusedOnPaper();
        var last = clocks.find(idea, IdeaCare.LOOK_AGAIN, null).orElseThrow().lastDay();
        // the case goes no further before its timer has run
        clock.set(last.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC));

        refused(note(idea, "LOOK_AGAIN", last.plusDays(1), WHY, true), "moet binnengekomen zijn van");
        note(idea, "LOOK_AGAIN", last, WHY, true)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));
    }

    @Test
    void leavesToWhoHasALinkWhatTheyCanDoThemselves() throws Exception {
        var idea = toCheck("bank");
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));

        mvc.perform(get(url(idea)).with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString("niets te noteren"), not(containsString("LOOK_AGAIN")))));
        refused(note(idea, "LOOK_AGAIN", today(), WHY, true), "Kies wat de brief vraagt");
        mvc.perform(get("/zaken/" + view(idea).number()).with(role("participation-office")))
                .andExpect(content().string(not(containsString(url(idea)))));
    }

    @Test
    void takesAnIdeaBackOnlyWithASignedLetterAndTellsTheOthers() throws Exception {
        var idea = onPaper(Map.of());
        WijkbudgetRoundProcessTest.refused(
                "wijkbudget.refusal.idea-not-yours",
                () -> cases.stop(idea, CaseStatus.WITHDRAWN, "De indiener belde.", OFFICIAL));
        refused(note(idea, "WITHDRAW", today(), "Wij verhuizen.", false), "getekende papier");
        assertThat(view(idea).status()).isEqualTo(CaseStatus.OPEN);

        note(idea, "WITHDRAW", today(), "Wij verhuizen.", true)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));

        assertThat(view(idea).status()).isEqualTo(CaseStatus.WITHDRAWN);
        outbox.sendDue();
        assertThat(mail.receivedBy("Kerkplein-2@wijk.example"))
                .extracting(Mails::text)
                .last()
                .asString()
                .contains("“bank”", "participatiebureau", "Wij verhuizen.", "Klopt dat niet?");
    }

    @Test
    void changesAnIdeaByALetterThatCameInDuringTheCall() throws Exception {
        var idea = onPaper(Map.of());
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        var change = new HashMap<>(Map.of("version", "0", "title", "", "idea", "Twee banken.", "cost", "veel"));
        change.putAll(Map.of("need", "Wie moe is, kan zitten.", "place", "Kerkplein"));
        refused(change(idea, today().minusDays(1), change), "moet binnengekomen zijn van");
        refused(change(idea, today(), change), "Vul een bedrag");
        change.put("cost", "1500,50");
        refused(change(idea, today(), change), "Twee banken.");
        change.put("title", "Twee banken");
        assertThat(ideas.before(idea)).isEmpty();

        change(idea, today(), change)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));
        run();

        var now = ideas.get(idea);
        assertThat(now.words().title()).isEqualTo("Twee banken");
        assertThat(now.cents()).isEqualTo(150_050);
        assertThat(now.published()).isNull();
        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(scans(idea)).isEqualTo(1);

        var last = today();
        clock.set(days(round, Phase.CALL).ends().plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC));
        change.putAll(Map.of("version", "1", "title", "Drie banken"));
        change(idea, last, change)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        goTo(today());
        change.put("version", "2");
        refused(change(idea, last, change), "Kies wat de brief vraagt");
    }

    private ResultActions change(CaseId idea, LocalDate on, Map<String, String> change) throws Exception {
        var request = multipart(url(idea))
                .file(new MockMultipartFile("file", "brief.jpg", "image/jpeg", PhotoTest.jpeg(40, 20, 1)));
        change.forEach(request::param);
        return mvc.perform(request.param("what", "CHANGE")
                .param("on", on.toString())
                .with(role("participation-office"))
                .with(csrf()));
    }

    @Test
    void countsACoInitiatorWhoSignsDuringTheCall() throws Exception {
        var rows = List.of(
                Map.of("name", "Fatma", "address", "Straat 1"),
                Map.of("name", "Jan", "address", "Straat 2"),
                Map.of("name", "An", "address", "Straat 3"));
        var idea = onPaper(Map.of("coInitiators", rows));
        var fatma = supporters.of(idea).stream()
                .filter(one -> one.name().equals("Fatma"))
                .findFirst()
                .orElseThrow();
        assertThat(fatma.confirmed()).isFalse();

        note(idea, "SUPPORT." + fatma.id(), today(), "", true)
                .andExpect(redirectedUrl("/zaken/" + view(idea).number()));

        assertThat(supporters.find(fatma.id()).orElseThrow().confirmed()).isTrue();
        refused(note(idea, "SUPPORT." + fatma.id(), today(), "", true), "Kies wat de brief vraagt");
    }

    private CaseId refusedOnPaper() throws Exception {
        var idea = onPaper(Map.of());
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));
        return idea;
    }

    private CaseId onPaper(Map<String, Object> more) {
        var changes = new HashMap<String, Object>(more);
        changes.put("contactMail", "");
        return idea("bank", changes, OFFICIAL, true);
    }

    private String url(CaseId idea) {
        return "/wijkbudget/idee/" + view(idea).number() + "/brief";
    }

    private long scans(CaseId idea) {
        return documents.of(idea).stream()
                .filter(one -> one.kind() == Documents.Kind.SCAN)
                .count();
    }

    private ResultActions note(CaseId idea, String what, @Nullable LocalDate on, String reason, boolean scan)
            throws Exception {
        var request = multipart(url(idea));
        if (scan) {
            request.file(new MockMultipartFile("file", "brief.jpg", "image/jpeg", PhotoTest.jpeg(40, 20, 1)));
        }
        return mvc.perform(request.param("what", what)
                .param("on", on == null ? "" : on.toString())
                .param("reason", reason)
                .with(role("participation-office"))
                .with(csrf()));
    }

    private static void refused(ResultActions sent, String why) throws Exception {
        sent.andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(why)));
    }
}
