package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.correspondence.Outbox;
import org.springframework.beans.factory.annotation.Autowired;

/** The public form of recognition, as a browser sends it. */
class PublicApplicationPagesTest extends RecognitionScenario {

    private static final Pattern LINK = Pattern.compile("/v/[A-Za-z0-9_-]{64}");

    @Autowired
    private Outbox outbox;

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
    void showsTheSameReceiptForTheSameFormSentTwice() throws Exception {
        var first = send(Map.of());

        var second = send(Map.of());

        assertThat(second).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from casefile_case")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        outbox.sendDue();
        assertThat(mail.receivedBy("secretaris@voorbeeld.be")).hasSize(1);
    }

    @Test
    void tellsWhichApplicationIsOpenWhenTheCouncilAppliesAgainLater() throws Exception {
        send(Map.of());
        clock.advance(Duration.ofHours(2));

        mvc.perform(multipart("/aanvraag/recognition").params(sent(application(Map.of("purpose", "Nog eens.")))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("2026-REC-0001")))
                .andExpect(content().string(containsString("Nog eens.")));
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

    /** Sends the form and returns where the browser goes. */
    private String send(Map<String, Object> changes) throws Exception {
        var response = mvc.perform(multipart("/aanvraag/recognition").params(sent(application(changes))))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(response.getRedirectedUrl());
    }
}
