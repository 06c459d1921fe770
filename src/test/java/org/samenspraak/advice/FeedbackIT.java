package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.council;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.MailParts;
import org.samenspraak.testing.Mails;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.RequestBuilder;

class FeedbackIT extends OutScenario {

    @Autowired
    private Feedback feedback;

    @Autowired
    private Letters letters;

    @Autowired
    private Outbox outbox;

    private CaseId request = CaseId.create();
    private CaseId ofYouth = CaseId.create();
    private CaseId ofElders = CaseId.create();

    @BeforeEach
    void decide() {
        request = request("Plein en park", "mobility", "department-mobility");
        ofYouth = given(request, youth, "advice", LAST.minusDays(2));
        ofElders = given(request, elders, "advice", LAST.minusDays(1));
        point(request, ofYouth, 1, "Meer banken in de schaduw.", Outcome.FOLLOWED, "");
        point(request, ofElders, 1, "Denk aan de rollators.", Outcome.NOT, "Daar is geen plaats voor.");
        decide(request);
    }

    @Test
    void tellsEachCouncilItsOwnPointsOnce() throws Exception {
        feedback.tell(request, Actor.SYSTEM);
        feedback.tell(request, Actor.SYSTEM);
        outbox.sendDue();

        var letter = letter(ofYouth);
        assertThat(letter)
                .contains("Plein en park", "Meer banken in de schaduw.", "Ons antwoord: Gevolgd", "blz. 12")
                .contains("10 september 2026 door het college van burgemeester en schepenen", "2026_CBS_0042")
                .contains("Het plan is met wijzigingen goedgekeurd.", "De bomen van An Claes blijven staan.")
                .contains("https://stad.example/besluit/42", "/raad/dossier/" + number(ofYouth))
                .doesNotContain("rollators", "null", "??", "{");
        assertThat(letter(ofElders)).contains("Denk aan de rollators.", "Niet gevolgd", "Daar is geen plaats voor.");
        assertThat(mail.receivedBy("an@jeugd.example")).hasSize(1);
        assertThat(mail.receivedBy("jef@senior.example")).hasSize(1);
        assertThat(jdbc.sql("select told_at is not null from advice_request")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** A council with several requests tells them apart in its mailbox, and reads on by one link. */
    @Test
    void theMailSaysWhichQuestionWhatWasDecidedAndWhereToReadIt() throws Exception {
        feedback.tell(request, Actor.SYSTEM);
        outbox.sendDue();

        var sent = mail.receivedBy("jef@senior.example").get(0);
        assertThat(Mails.subject(sent)).isEqualTo("Seniorenraad: Wat er met uw advies gebeurd is – Plein en park");
        assertThat(MailParts.text(sent))
                .contains("Het gaat over: Plein en park", "Het plan is met wijzigingen goedgekeurd.")
                .contains("Wat er met uw punten gebeurde: 1 niet gevolgd.", "/raad/dossier/" + number(ofElders));
        assertThat(letter(ofElders)).contains("/publiek/adviezen/" + number(request));
    }

    @Test
    void goesOnWithWhoWasNotToldYet() throws Exception {
        feedback.tell(request, Actor.SYSTEM);
        var third = newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example");
        var silent = given(request, third, "silent", null);

        feedback.tell(request, Actor.SYSTEM);

        assertThat(letters.latest(silent, "advice-feedback")).isEmpty();
        assertThat(letter(silent, "advice-decided"))
                .contains("Wat er beslist is over een vraag aan uw raad", "Plein en park", "2026_CBS_0042")
                .doesNotContain("Meer banken");
        assertThat(jdbc.sql("select count(*) from advice_feedback")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void tellsNothingToACouncilWhoseQuestionWasWithdrawn() {
        var wrong = given(request, newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example"), null, null);
        jdbc.sql("update advice_given set withdrawn = true where case_id = ?")
                .param(wrong.value())
                .update();

        feedback.tell(request, Actor.SYSTEM);
        outbox.sendDue();

        assertThat(letters.latest(wrong, "advice-feedback")).isEmpty();
        assertThat(mail.receivedBy("bo@cultuur.example")).isEmpty();
    }

    @Test
    void tellsWhoGaveItsAdviceWithAnother() throws Exception {
        var third = newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example");
        var joint = given(request, third, "advice", LAST);
        jdbc.sql("update advice_given set joint_with = array[cast(? as uuid)] where case_id = ?")
                .params(youth.value(), joint.value())
                .update();
        jdbc.sql("update advice_given set joint_with = array[cast(? as uuid)] where case_id = ?")
                .params(third.value(), ofYouth.value())
                .update();

        feedback.tell(request, Actor.SYSTEM);

        assertThat(letter(joint)).contains("Meer banken in de schaduw.").doesNotContain("geen punten gekregen");
    }

    @Test
    void tellsACouncilThatGaveAdviceByItself() throws Exception {
        var own = CaseId.create();
        cases.open(new org.samenspraak.casefile.OpenCase(
                own, "unsolicited-advice", "ONG", "Zebrapad", youth, area, ASKED, false, OFFICE));
        jdbc.sql("insert into advice_given (case_id, council_id, answer, given_at) values (?, ?, 'advice', now())")
                .params(own.value(), youth.value())
                .update();
        point(own, own, 1, "Leg een zebrapad aan.", Outcome.ANSWERED, "Dat ligt er in mei.");

        feedback.tell(own, Actor.SYSTEM);

        assertThat(letter(own))
                .contains("Zebrapad", "Beantwoord", "Dat ligt er in mei.")
                .doesNotContain("Het besluit is");
    }

    @Test
    void putsAdviceAndWhatWasDoneWithItOnTheCouncilsYears() throws Exception {
        var silent = newCouncil("Cultuurraad", "Bo Jans", "bo@cultuur.example");
        given(request, silent, "silent", null);
        assertThat(years(youth)).contains("Advies gegeven (punten: 1)").doesNotContain("Antwoord op het advies");

        feedback.tell(request, Actor.SYSTEM);

        assertThat(years(youth)).contains("Antwoord op het advies: 1 gevolgd, 0 deels gevolgd");
        assertThat(years(elders)).contains("0 gevolgd, 0 deels gevolgd, 1 niet gevolgd");
        assertThat(years(silent)).contains("Geen advies binnen de termijn").doesNotContain("punten");
        assertThat(page("/raad/dossier/jaren", "an@jeugd.example")).contains("Antwoord op het advies");
    }

    private String years(CouncilId council) throws Exception {
        return text(get("/raden/" + council + "?only=advice").with(role("participation-office")));
    }

    @Test
    void letsACouncilReadItsOwnPointsFirstInItsDossier() throws Exception {
        var address = "/raad/dossier/" + number(ofYouth);
        assertThat(page(address, "an@jeugd.example")).doesNotContain("Wat er met uw advies gebeurd is");

        feedback.tell(request, Actor.SYSTEM);

        var page = page(address, "an@jeugd.example");
        assertThat(page)
                .contains("Wat er met uw advies gebeurd is", "Plein en park", "Denk aan de rollators.", "Niet gevolgd")
                .contains("het college van burgemeester en schepenen", "10 september 2026", "2026_CBS_0042")
                .contains(
                        "Het plan is met wijzigingen goedgekeurd.", "Toelichting: De bomen van An Claes blijven staan.")
                .doesNotContain("Ambtenaar Achtergrond", "Iemand Anders", "advice.");
        assertThat(page.indexOf("Meer banken in de schaduw.")).isLessThan(page.indexOf("De punten van andere raden"));
        assertThat(page.indexOf("Denk aan de rollators.")).isGreaterThan(page.indexOf("De punten van andere raden"));
        mvc.perform(get(address).with(council("jef@senior.example"))).andExpect(status().isNotFound());
    }

    @Test
    void keepsWhatIsHiddenFromOtherCouncils() throws Exception {
        jdbc.sql("insert into advice_hidden_text select ?, id::text, 'PERSONAL' from advice_point where advice = ?")
                .params(request.value(), ofElders.value())
                .update();
        feedback.tell(request, Actor.SYSTEM);

        assertThat(page("/raad/dossier/" + number(ofYouth), "an@jeugd.example")).doesNotContain("rollators");
        assertThat(page("/raad/dossier/" + number(ofElders), "jef@senior.example"))
                .contains("rollators");
    }

    private String page(String address, String reader) throws Exception {
        return text(get(address).with(council(reader)));
    }

    private String text(RequestBuilder request) throws Exception {
        var html = mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(html).text();
    }

    private String letter(CaseId caseId) throws IOException {
        return letter(caseId, "advice-feedback");
    }

    private String letter(CaseId caseId, String name) throws IOException {
        var pdf = bytes(letters.latest(caseId, name).orElseThrow());
        PdfUa.isAccessible(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
