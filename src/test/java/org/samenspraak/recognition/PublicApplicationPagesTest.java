package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.testing.Applicant;
import org.samenspraak.testing.TypedForm;

/** The public form of recognition, page by page as a browser sends it. */
class PublicApplicationPagesTest extends RecognitionScenario {

    private static final Pattern LINK = Pattern.compile("/v/[A-Za-z0-9_-]{64}");

    @Test
    void opensACaseAndMailsThatItCame() throws Exception {
        var receipt = send(Map.of());

        mvc.perform(get(receipt))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-REC-0001")));
        run();
        var dossier = cases.byNumber("2026-REC-0001").orElseThrow();
        assertThat(dossier.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(dossier.title()).isEqualTo("Wijkraad Runkst");
        assertThat(dossier.onPaper()).isFalse();
        assertThat(open(dossier.id())).containsExactly("Task_GiveAreaView");
        outbox.sendDue();
        assertThat(mail.receivedBy("secretaris@voorbeeld.be")).singleElement().satisfies(sent -> {
            assertThat(sent.getSubject()).contains("2026-REC-0001");
            assertThat(GreenMailUtil.getBody(sent)).contains("2026-REC-0001");
        });
        assertThat(mail.receivedBy("chair@voorbeeld.be")).hasSize(1);
    }

    @Test
    void showsTheSameReceiptWhenSendIsPressedTwice() throws Exception {
        var applicant = new Applicant(mvc);
        applicant.walk(answers(Map.of()));
        var number = applicant.cookie();
        var check = applicant.page();
        applicant.press("_send=1");
        var first = applicant.location();
        assertThat(first).contains("/ontvangen?nummer=2026-REC-0001").doesNotContain(number);
        assertThat(applicant.cookie()).isEmpty();

        // the click before the answer came, and back to the page after it
        applicant.takeCookie(number);
        applicant.back(check).press("_send=1");
        assertThat(applicant.location()).isEqualTo(first);
        applicant.loseCookie();
        applicant.back(check).press("_send=1");
        assertThat(applicant.location()).isEqualTo(first);
        applicant.back(check).press("_go=1", "name=Nog iets");
        assertThat(applicant.location()).isEqualTo(first);
        assertThat(applicant.back(check).type("_step=1").text()).contains("Dit staat niet meer open voor u");

        assertThat(count("casefile_case")).isEqualTo(1);
        assertThat(count("forms_draft")).isZero();
        outbox.sendDue();
        assertThat(mail.receivedBy("secretaris@voorbeeld.be")).hasSize(1);
    }

    @Test
    void takesTwoApplicationsOfOneBrowserOneAfterTheOther() throws Exception {
        var applicant = new Applicant(mvc);
        applicant.walk(answers(Map.of()));
        applicant.press("_send=1");
        assertThat(applicant.open("").expectFirst("#name").val()).isEmpty();

        applicant.walk(answers(Map.of("name", "Wijkraad Kuringen")));
        applicant.press("_send=1");

        assertThat(applicant.location()).contains("nummer=2026-REC-0002");
        assertThat(count("forms_draft")).isZero();
    }

    @Test
    void beginsAnewWhenTheBrowserKeptTheNumberOfWhatWasSent() throws Exception {
        var applicant = new Applicant(mvc);
        applicant.walk(answers(Map.of()));
        var number = applicant.cookie();
        applicant.press("_send=1");

        applicant.takeCookie(number);
        applicant.walk(answers(Map.of("name", "Wijkraad Kuringen")));
        assertThat(applicant.cookie()).isNotEqualTo(number);
        applicant.press("_send=1");

        assertThat(applicant.location()).contains("nummer=2026-REC-0002");
    }

    @Test
    void walksWithoutCookiesToo() throws Exception {
        var applicant = new Applicant(mvc).withoutCookies();

        var check = applicant.walk(answers(Map.of()));
        assertThat(check.text()).contains("Kijk uw antwoorden na", "Wijkraad Runkst");
        check = applicant.press("_go=1");
        assertThat(check.expectFirst("#name").val()).isEqualTo("Wijkraad Runkst");
        applicant.press("_next=1", "name=Wijkraad Kuringen");
        applicant.press("_send=1");

        assertThat(applicant.location()).contains("nummer=2026-REC-0001");
        assertThat(cases.byNumber("2026-REC-0001").orElseThrow().title()).isEqualTo("Wijkraad Kuringen");
        applicant.press("_send=1");
    }

    @Test
    void mendsAnAnswerAndComesBackToCheck() throws Exception {
        var applicant = new Applicant(mvc);
        applicant.walk(answers(Map.of()));

        applicant.press("_go=1");
        assertThat(applicant.location()).isEqualTo("/aanvraag/recognition?stap=1&nakijken");
        applicant.press("_next=1", "name=");
        assertThat(applicant.status()).isEqualTo(422);
        var check = applicant.press("_next=1", "name=Wijkraad Kuringen");

        assertThat(check.text()).contains("Kijk uw antwoorden na", "Wijkraad Kuringen");
        applicant.press("_go=1");
        applicant.press("_all=1");
        applicant.press("_steps=1", "contactMail=geen adres");
        applicant.open("?stap=1&nakijken");
        assertThat(applicant.press("_next=1").select("#contactMail"))
                .as("past what is in order, to what is not")
                .hasSize(1);
    }

    /** Anybody can fill in the name of any council. */
    @Test
    void tellsNobodyTheNumberOfAnApplicationThatRuns() throws Exception {
        send(Map.of());

        for (var purpose : List.of("Samen de buurt mooier maken.", "Nog eens.")) {
            var stranger = new Applicant(mvc);
            stranger.walk(answers(Map.of("purpose", purpose)));
            var page = stranger.press("_send=1");

            assertThat(stranger.status()).isEqualTo(422);
            assertThat(page.text())
                    .contains("Voor deze raad loopt al een aanvraag. U hoeft geen tweede in te dienen.", purpose)
                    .doesNotContain("REC-0001");
            assertThat(page.select(".error-summary a[href='#name']")).hasSize(1);
        }
    }

    @Test
    void withdrawsByTheLinkOfTheReceiptWhateverStageTheCaseIsIn() throws Exception {
        send(Map.of());
        run();
        var link = receipt();
        var caseId = cases.byNumber("2026-REC-0001").orElseThrow().id();
        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-REC-0001")))
                .andExpect(content().string(containsString(link + "/intrekken")));
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        check(caseId, Map.of());
        advise(caseId);
        assertThat(open(caseId)).containsExactly("Task_DecideCollege");

        mvc.perform(post(link + "/intrekken").param("reason", "")).andExpect(status().isUnprocessableEntity());
        assertThat(view(caseId).status()).isEqualTo(CaseStatus.OPEN);
        mvc.perform(post(link + "/intrekken").param("reason", "Wij stoppen ermee."))
                .andExpect(status().isOk());
        run();

        assertThat(view(caseId).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(open(caseId)).isEmpty();
        mvc.perform(get(link)).andExpect(status().isGone()).andExpect(content().string(containsString("afgesloten")));
        mvc.perform(post(link + "/intrekken").param("reason", "Nog eens.")).andExpect(status().isGone());
        mvc.perform(get(link + "/intrekken/bewijs"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        outbox.sendDue();
        assertThat(mail.receivedBy("secretaris@voorbeeld.be")).anySatisfy(sent -> assertThat(sent.getSubject())
                .isEqualTo("Ontvangen: u trok dossier 2026-REC-0001 in"));
    }

    @Test
    void opensNoApplicationWithTheSignatureOfAnother() throws Exception {
        send(Map.of());
        var first = receipt();
        send(Map.of("name", "Wijkraad Kuringen"));
        var second = receipt();

        mvc.perform(get(first.substring(0, 24) + second.substring(24))).andExpect(status().isNotFound());
        mvc.perform(get(second)).andExpect(status().isOk());
    }

    /** The link in the last receipt. */
    private String receipt() throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy("secretaris@voorbeeld.be")) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }

    /** Walks the form and sends it; where the browser goes. */
    private String send(Map<String, Object> changes) throws Exception {
        var applicant = new Applicant(mvc);
        applicant.walk(answers(changes));
        applicant.press("_send=1");
        assertThat(applicant.location()).contains("/ontvangen");
        return applicant.location();
    }

    private Map<String, List<String>> answers(Map<String, Object> changes) {
        return TypedForm.of(application(changes));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
