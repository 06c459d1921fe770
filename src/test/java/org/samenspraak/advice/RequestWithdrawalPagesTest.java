package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.CaseId;
import org.springframework.test.web.servlet.ResultActions;

/** Who asked takes the question back: with a reason that the councils read, until the organ decided. */
class RequestWithdrawalPagesTest extends AdviceScenario {

    @Test
    void whoAskedTakesItBackAndTheCouncilsReadWhy() throws Exception {
        var request = sentOut();
        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));
        mvc.perform(get("/zaken/" + view(request).number()).with(role("department-youth")))
                .andExpect(content().string(containsString(url(request))));

        withdraw(request, "department-youth", " ").andExpect(status().isUnprocessableEntity());
        assertThat(view(request).status()).isEqualTo(CaseStatus.OPEN);
        withdraw(request, "department-youth", "Het plan gaat niet door.")
                .andExpect(redirectedUrl("/zaken/" + view(request).number()));

        assertThat(view(request).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(open(caseOf(request, culture))).isEmpty();
        assertThat(letters()).isEqualTo(3);
        assertThat(jdbc.sql(
                                "select subject || text from correspondence_message where case_id = ? and key like 'letter:%' limit 1")
                        .param(caseOf(request, culture).value())
                        .query(String.class)
                        .single())
                .contains("– Schoolomgeving Kuringen", "De reden: Het plan gaat niet door.");
        mvc.perform(get("/zaken/" + view(request).number()).with(role("department-youth")))
                .andExpect(content().string(containsString("De vraag is ingetrokken, want: Het plan gaat niet door.")));
        mvc.perform(get(url(request)).with(role("department-youth")))
                .andExpect(content().string(containsString("Intrekken kan niet meer.")));
    }

    @Test
    void councilsWhoseCaseIsClosedAreToldTooUntilTheOrganDecided() throws Exception {
        var request = agreed();
        withdraw(request, "department-youth", "Het budget is weg.").andExpect(status().is3xxRedirection());
        assertThat(letters()).isEqualTo(3);

        var decided = agreed();
        answer(decided, "Task_DecideCollege", decision(today()));
        withdraw(decided, "department-youth", "Te laat.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Intrekken kan niet meer.")));
        assertThat(letters()).isEqualTo(3);
    }

    @Test
    void isForWhoAskedAndForTheOffice() throws Exception {
        var request = drafted(Map.of());
        mvc.perform(get(url(request)).with(role("finance"))).andExpect(status().isForbidden());
        withdraw(request, "finance", "Zomaar.").andExpect(status().isForbidden());
        mvc.perform(get(url(request)).param("lang", "en").with(role("participation-office")))
                .andExpect(content().string(containsString("Withdraw the request for advice")));
        withdraw(request, "participation-office", "Dubbel.").andExpect(status().is3xxRedirection());
        assertThat(view(request).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    private CaseId agreed() {
        var request = sentOut();
        goTo(lastDay(request).plusDays(1));
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        return request;
    }

    private ResultActions withdraw(CaseId request, String role, String reason) throws Exception {
        return mvc.perform(
                post(url(request)).param("reason", reason).with(csrf()).with(role(role)));
    }

    private static String url(CaseId request) {
        return "/adviesvragen/" + request + "/intrekken";
    }

    private int letters() {
        return jdbc.sql("select count(*) from correspondence_letter where template = 'advice-withdrawn'")
                .query(Integer.class)
                .single();
    }
}
