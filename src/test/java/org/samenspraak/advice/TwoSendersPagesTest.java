package org.samenspraak.advice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Chair and secretary of one council who press the button at the same moment, each with a text of their own. */
class TwoSendersPagesTest extends AdviceScenario {

    private static final String OF_CHAIR = "Zet een bank aan de poort.";
    private static final String OF_SECRETARY = "Plant een boom aan de hoek.";

    @Autowired
    private PlatformTransactionManager transactions;

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    private CaseId request;
    private CaseId ofYouth;
    private AbstractMockHttpServletRequestBuilder<?> chair;
    private AbstractMockHttpServletRequestBuilder<?> secretary;

    @BeforeEach
    void bothHaveTheirPageOpen() throws Exception {
        request = sentOut();
        ofYouth = caseOf(request, youth);
        chair = pressed(link("chair@jeugdraad.example"), "chair Jeugdraad", OF_CHAIR);
        secretary = pressed(link("secretary@jeugdraad.example"), "secretary Jeugdraad", OF_SECRETARY);
    }

    @AfterEach
    void stop() {
        people.shutdownNow();
    }

    @RepeatedTest(4)
    void oneIsTakenAndTheOtherReadsWhoSentItAndKeepsEveryWord() throws Exception {
        var answers = atOnce(chair, secretary);

        assertThat(answers)
                .as(answers.get(0).getRedirectedUrl() + " " + answers.get(1).getRedirectedUrl())
                .extracting(MockHttpServletResponse::getStatus)
                .containsExactlyInAnyOrder(200, 302);
        var chairSent = answers.get(0).getStatus() == 302;
        var second = Jsoup.parse(answers.get(chairSent ? 1 : 0).getContentAsString());
        assertThat(second.text())
                .contains(
                        "Dit is al verstuurd",
                        "Verstuurd door " + (chairSent ? "chair Jeugdraad" : "secretary Jeugdraad"),
                        "Dit had u ingevuld",
                        "Kopieer wat u nog nodig hebt",
                        OF_CHAIR,
                        OF_SECRETARY);
        assertThat(texts()).containsExactly(chairSent ? OF_CHAIR : OF_SECRETARY);
        assertThat(submissions()).isEqualTo(1);
    }

    /** What the chair sends waits in the middle of its transaction: what the secretary only keeps then is shown too. */
    @Test
    void whoGoesToTheNextPageMeanwhileKeepsEveryWord() throws Exception {
        var answers = new TransactionTemplate(transactions).execute(held -> {
            jdbc.sql("select 1 from advice_request where case_id = ? for update")
                    .param(request.value())
                    .query(Integer.class)
                    .single();
            var first = sending(chair);
            await().atMost(20, SECONDS)
                    .until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            return List.of(first, sending(secretary.param("_save", "1")));
        });

        assertThat(answers.get(0).get(20, SECONDS).getRedirectedUrl()).endsWith("?bedankt");
        var second = answers.get(1).get(20, SECONDS);
        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(Jsoup.parse(second.getContentAsString()).text())
                .contains("Verstuurd door chair Jeugdraad", OF_SECRETARY);
        assertThat(texts()).containsExactly(OF_CHAIR);
    }

    /** The page as that person has it before them, with their own advice. */
    private AbstractMockHttpServletRequestBuilder<?> pressed(String link, String name, String text) throws Exception {
        var page = Jsoup.parse(mvc.perform(get(link).param("alles", "1"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        var press =
                multipart(link).param("_name", name).param("_function", "lid").with(csrf());
        page.select("#form input[type=hidden]")
                .forEach(hidden -> press.param(hidden.attr("name"), hidden.attr("value")));
        TypedForm.of(advice(text)).forEach((key, values) -> press.param(key, values.toArray(String[]::new)));
        return press;
    }

    private CompletableFuture<MockHttpServletResponse> sending(AbstractMockHttpServletRequestBuilder<?> press) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return mvc.perform(press).andReturn().getResponse();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                people);
    }

    private List<String> texts() {
        return jdbc.sql("select text from advice_point where advice = :case")
                .params(Map.of("case", ofYouth.value()))
                .query(String.class)
                .list();
    }

    private int submissions() {
        return jdbc.sql("select count(*) from forms_submission where case_id = ?")
                .param(ofYouth.value())
                .query(Integer.class)
                .single();
    }
}
