package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Two people press the same button at the same moment: one is taken, the other is told. */
class AtOncePagesTest extends RecognitionScenario {

    private static final Pattern LINK = Pattern.compile("/v/[A-Za-z0-9_-]{64}");

    @Autowired
    private Outbox outbox;

    @Autowired
    private Submissions submissions;

    @Test
    void takesOneAnswerOfTwoPeopleOfACouncilAndShowsTheOtherWhoseItWas() throws Exception {
        var caseId = intended();
        var chair = answer(link("chair@voorbeeld.be"), "Lid 1");
        var secretary = answer(link("secretary@voorbeeld.be"), "Lid 2");

        var both = atOnce(chair, secretary);

        assertThat(both).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(200, 302);
        var late = both.get(0).getStatus() == 200 ? both.get(0) : both.get(1);
        var first = late == both.get(1) ? "Lid 1" : "Lid 2";
        assertThat(late.getContentAsString()).contains("Dit is al verstuurd", "Verstuurd door " + first);
        assertThat(submissions.of(caseId))
                .filteredOn(row -> row.formId().equals("withdrawal-view"))
                .singleElement()
                .satisfies(row -> assertThat(row.by()).startsWith(first));
        run();
        assertThat(open(caseId)).containsExactly("Task_DecideCollege");
    }

    @Test
    void takesOneFormOfTwoOfficials() throws Exception {
        var caseId = complete(Map.of());
        var task = task(caseId, "Task_Advise").id();
        var answers = sent(Map.of(
                "advice", "grant",
                "adviceReason", "Alles is in orde.",
                "meeting", "1-10-2026",
                "draft", "Het orgaan erkent de raad."));
        Supplier<AbstractMockHttpServletRequestBuilder<?>> form =
                () -> post("/taken/{task}", task).params(answers).with(csrf()).with(role("participation-office"));

        var both = atOnce(form.get(), form.get());

        assertThat(both).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(302, 409);
        assertThat(submissions.of(caseId))
                .filteredOn(row -> row.formId().equals("recognition-advice"))
                .hasSize(1);
        run();
        assertThat(open(caseId)).containsExactly("Task_DecideCollege");
    }

    private CaseId intended() {
        var council = council(recognised(Map.of()));
        var form = forms.shipped("withdrawal-intention");
        var answers = Map.<String, Object>of("council", council.id().toString(), "reason", "Er is geen werking.");
        var opened =
                intake.start("recognition-withdrawal", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    private static AbstractMockHttpServletRequestBuilder<?> answer(String link, String name) {
        return multipart(link)
                .param("view", "Wij willen verder.")
                .param("_name", name)
                .param("_function", "lid");
    }

    private String link(String address) throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy(address)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }

    private List<MockHttpServletResponse> atOnce(
            AbstractMockHttpServletRequestBuilder<?> one, AbstractMockHttpServletRequestBuilder<?> other)
            throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var done = new ArrayList<MockHttpServletResponse>();
            for (var response : pool.invokeAll(List.of(sending(one, barrier), sending(other, barrier)))) {
                done.add(response.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<MockHttpServletResponse> sending(
            AbstractMockHttpServletRequestBuilder<?> request, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            return mvc.perform(request).andReturn().getResponse();
        };
    }
}
