package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.advice.QuestionChanges.Change;
import org.samenspraak.advice.Questions.Texts;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.MailParts;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council is told: before it answers how it goes on, and afterwards what was decided and what was done with its advice. */
class ToldProcessTest extends AdviceScenario {

    private static final String SUMMARY = "Wij volgden de raden in het groen, niet in het parkeren.";

    @Autowired
    private Papers papers;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Autowired
    private AdvisersOffered offered;

    @Autowired
    private Publishing publishing;

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private QuestionChanges changes;

    @Test
    void saysBeforehandWhoDecidesWhenTheReplyComesAndWhatFollows() throws Exception {
        var request = sentOut();
        var address = Advisers.mail("Jeugdraad", Function.CHAIR);
        var link = link(address);

        assertThat(GreenMailUtil.getBody(mail.receivedBy(address).get(0)).replace("=\r\n", ""))
                .contains("Fase: ontwerp.", "Wij vragen het advies van uw raad.")
                .contains(
                        "ten laatste op 30 november 2026", "Daarna beslist het college van burgemeester en schepenen.")
                .contains("Na het besluit krijgt uw raad een brief");
        var told = allOf(
                containsString("Fase: ontwerp."),
                containsString("ten laatste op 30 november 2026"),
                containsString("Daarna beslist het college van burgemeester en schepenen."));
        mvc.perform(get(link)).andExpect(content().string(told));

        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));

        mvc.perform(get(link + "?bedankt"))
                .andExpect(content().string(allOf(told, containsString("U hoeft niets meer te doen"))));
    }

    @Test
    void aCouncilWithoutAValidCompositionIsToldBeforehand() throws Exception {
        councils.flagComposition(youth, true, CLERK);
        assertThat(offered.values(Locale.forLanguageTag("nl")))
                .extracting(OfferedValues.Value::label)
                .anyMatch(label -> label.startsWith("Jeugdraad") && label.endsWith("samenstelling klopt nu niet"));
        var request = drafted(Map.of());
        answer(request, "Task_ChooseCouncils", choice(Map.of(), culture));
        assertThat(String.valueOf(known(request, "Task_CheckRequest")))
                .contains("Jeugdraad is nu niet samengesteld zoals het reglement vraagt.");
        answer(request, "Task_CheckRequest", Map.of("checked", "send"));

        var address = Advisers.mail("Jeugdraad", Function.CHAIR);
        var warned = "uw advies telt dan niet als rechtsgeldig advies";
        var link = link(address);
        assertThat(MailParts.text(mail.receivedBy(address).get(0)).replaceAll("\\s+", " "))
                .contains(warned);
        mvc.perform(get(link)).andExpect(content().string(containsString(warned)));
        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));
        mvc.perform(get(link + "?bedankt")).andExpect(content().string(containsString(warned)));
    }

    /** No advice is asked of them: they read it and say so, write something with it, or do nothing. */
    @Test
    void councilsThatAreOnlyToldReadItReactOrLetItBe() throws Exception {
        var request = sentOut(Map.of("position", "inform"), Map.of());
        var address = Advisers.mail("Jeugdraad", Function.CHAIR);
        var link = link(address);
        assertThat(mail.receivedBy(address).get(0).getSubject())
                .contains("Lezen ter informatie")
                .doesNotContain("Advies geven");
        assertThat(MailParts.text(mail.receivedBy(address).get(0)))
                .contains("Wij laten Jeugdraad iets weten. U hoeft geen advies te geven.")
                .doesNotContain("Wij vragen iets");
        var page = Jsoup.parse(mvc.perform(get(link)).andReturn().getResponse().getContentAsString());
        assertThat(page.select("h1").text()).isEqualTo("Lezen ter informatie");
        assertThat(page.select("#form button.utrecht-button--primary-action").eachText())
                .containsExactly("Wij hebben dit gelezen");
        assertThat(page.select("[name=answer], [name^=points]")).isEmpty();

        answer(caseOf(request, youth), "Task_ReadQuestion", Map.of());
        answer(
                caseOf(request, neighbourhood),
                "Task_ReadQuestion",
                Map.of("reaction", "Denk aan de fietsers.", "kind", "condition"));
        goTo(lastDay(request).plusDays(1));

        assertThat(value(caseOf(request, youth), "answer")).isEqualTo("read");
        assertThat(value(caseOf(request, neighbourhood), "answer")).isEqualTo("advice");
        assertThat(value(caseOf(request, culture), "answer")).isEqualTo("unread");
        assertThat(letters.latest(caseOf(request, culture), "advice-silence")).isEmpty();
        assertThat(units.page(request, ReplyFilter.ALL, 400).rows())
                .flatExtracting(ReplyUnit::points)
                .extracting(ReplyPoint::text)
                .containsExactly("Denk aan de fietsers.");

        reply(request, SUMMARY);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        assertThat(view(caseOf(request, culture)).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(view(caseOf(request, youth)).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void whoWasToldReadsAChangedQuestionAnew() {
        var request = sentOut(Map.of("position", "inform"), Map.of());
        var ofYouth = caseOf(request, youth);
        answer(ofYouth, "Task_ReadQuestion", Map.of());
        assertThat(open(ofYouth)).isEmpty();

        var texts = new Texts("Schoolomgeving Kuringen", "Er komt een tweede ontwerp.", "Alles.");
        changes.change(request, new Change(1, texts, "Er is een ontwerp bij.", true, null, Set.of()), CLERK);
        run();
        assertThat(open(ofYouth)).containsExactly("Task_ReadQuestion");
        goTo(lastDay(request).plusDays(1));

        assertThat(open(ofYouth)).isEmpty();
        assertThat(value(ofYouth, "answer")).isEqualTo("read");
    }

    @Test
    void remindsWhoIsAskedAndNotWhoIsTold() {
        var told = sentOut(Map.of("position", "inform"), Map.of());
        var asked = sentOut();
        goTo(lastDay(asked).minusDays(2));
        schedule.giveDue();

        assertThat(reminders(caseOf(asked, culture))).isPositive();
        assertThat(reminders(caseOf(told, culture))).isZero();
    }

    private long reminders(CaseId council) {
        return jdbc.sql("select count(*) from correspondence_reminder r join correspondence_prompt p on p.id = r.prompt"
                        + " where p.case_id = ?")
                .param(council.value())
                .query(Long.class)
                .single();
    }

    @Test
    void theMailsToItsCouncilsAreFoundByTheNumberOfTheRequest() throws Exception {
        var number = view(sentOut()).number();

        for (var found : Map.of(number, true, "2026-ADV-9999", false).entrySet()) {
            var asked = containsString("Schoolomgeving Kuringen");
            mvc.perform(get("/beheer/berichten").param("number", found.getKey()).with(role("administrator")))
                    .andExpect(content().string(found.getValue() ? asked : not(asked)));
        }
    }

    @Test
    void tellsWhatTheDepartmentDidAsAWholeToTheOrganAndTheCouncils() throws Exception {
        var request = sentOut();
        var ofYouth = caseOf(request, youth);
        var link = link(Advisers.mail("Jeugdraad", Function.CHAIR));
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        goTo(lastDay(request).plusDays(1));
        reply(request, SUMMARY);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        papers.make(request, CLERK);
        assertThat(text(papers.find(request, "pdf").orElseThrow())).contains(SUMMARY);

        answer(request, "Task_DecideCollege", decision(today()));
        assertThat(text(letters.latest(ofYouth, "advice-feedback").orElseThrow()))
                .contains(SUMMARY, "Het plan is goedgekeurd.");
        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString(SUMMARY),
                                containsString("Het plan is goedgekeurd."),
                                not(containsString("U hoeft niets meer te doen")))));
    }

    /** A year later: who looks back sees what was promised, the council reads what came of it, and so does everybody. */
    @Test
    void theLookBackShowsThePromisesAndReachesTheCouncilsAndThePublicPage() throws Exception {
        var request = sentOut();
        var ofYouth = caseOf(request, youth);
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        goTo(lastDay(request).plusDays(1));
        var followed = units.page(request, ReplyFilter.ALL, 400).rows().stream()
                .map(unit -> new TypedReply(unit.key(), unit.mark(), "followed", "", "artikel 4", "", ""))
                .toList();
        assertThat(replies.save(request, followed, CLERK).isWhole()).isTrue();
        answer(request, "Task_Reply", Map.of());
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        answer(request, "Task_DecideCollege", decision(today()));
        lookThrough(request);
        outbox.sendDue();
        publishing.release();
        wait(370);
        assertThat(String.valueOf(known(request, "Task_LookBack").get("promises")))
                .contains("Jeugdraad 1. Verkeer: Gevolgd.", "artikel 4");

        answer(request, "Task_LookBack", Map.of("lookBack", "De bank staat er sinds mei."));

        assertThat(text(letters.latest(ofYouth, "advice-looked-back").orElseThrow()))
                .contains("Schoolomgeving Kuringen", "De bank staat er sinds mei.");
        assertThat(letters.latest(caseOf(request, culture), "advice-looked-back"))
                .as("it gave no advice")
                .isEmpty();
        mvc.perform(get("/publiek/adviezen/" + view(request).number()))
                .andExpect(content().string(containsString("De bank staat er sinds mei.")));
    }

    private String text(UUID document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        documents.write(document, bytes);
        try (var read = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    /** Of a request whose council gave one point. */
    private void reply(CaseId request, String summary) {
        var noted = units.page(request, ReplyFilter.ALL, 400).rows().stream()
                .map(unit ->
                        new TypedReply(unit.key(), unit.mark(), "noted", "Wij houden er rekening mee.", "", "", ""))
                .toList();
        assertThat(replies.save(request, noted, CLERK).isWhole()).isTrue();
        answer(request, "Task_Reply", Map.of("summary", summary));
    }
}
