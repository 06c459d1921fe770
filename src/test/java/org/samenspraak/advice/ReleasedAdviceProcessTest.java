package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Councils read first what was done with their advice; everybody else when their letters left, and no embargo holds it. */
class ReleasedAdviceProcessTest extends AdviceScenario {

    private static final String ALL = "/publiek/adviezen";

    @Autowired
    private Publishing publishing;

    private CaseId request;

    @BeforeEach
    void untilTheOrganDecides() {
        request = sentOut();
        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));
        outbox.sendDue();
        wait(31);
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        outbox.sendDue();
    }

    @Test
    void waitsForTheLettersToTheCouncils() throws Exception {
        decide();
        publishing.release();
        isHidden();
        assertThat(mail.receivedBy("chair@jeugdraad.example"))
                .noneSatisfy(sent -> assertThat(sent.getSubject()).contains("Wat er met uw advies gebeurd is"));

        outbox.sendDue();
        isHidden();
        publishing.release();

        isPublic();
        assertThat(mail.receivedBy("chair@jeugdraad.example"))
                .anySatisfy(sent -> assertThat(sent.getSubject()).contains("Wat er met uw advies gebeurd is"));
        publishing.release();
        assertThat(events("advice.published")).isEqualTo(1);
    }

    @Test
    void waitsForItsEmbargoAlsoWhenTheLettersLeft() throws Exception {
        decide();
        embargo(today().plusDays(3) + "T09:00");
        outbox.sendDue();
        publishing.release();
        isHidden();

        wait(2);
        publishing.release();
        isHidden();
        wait(2);
        publishing.release();

        isPublic();
        mvc.perform(post(office() + "/embargo")
                        .param("until", today().plusDays(3) + "T09:00")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(flash().attributeExists("refusal"));
        isPublic();
    }

    @Test
    void anEmbargoFromBeforeTheDecisionHoldsAndIsLifted() throws Exception {
        embargo(today().plusDays(30) + "T09:00");
        decide();
        outbox.sendDue();
        publishing.release();
        isHidden();

        embargo("");
        publishing.release();

        isPublic();
    }

    @Test
    void theFieldKeepsTheEmbargoAndTheSameMomentChangesNothing() throws Exception {
        var until = today().plusDays(30) + "T09:00";
        embargo(until);
        mvc.perform(get(office()).with(role("participation-office")))
                .andExpect(content().string(containsString("value=\"" + until + "\"")));

        embargo(until);

        assertThat(events("advice.embargo")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T10:00, embargo-over",
        "9999-12-31T10:00, embargo-far",
        "2027-03-28T02:30, no-hour",
        "gisteren, no-moment"
    })
    void anEmbargoThatCannotBeMeantIsRefused(String until, String why) throws Exception {
        var told = mvc.perform(post(office() + "/embargo")
                        .param("until", until)
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(flash().attribute("until", until))
                .andReturn()
                .getFlashMap()
                .get("refusal");

        assertThat(told)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::messageKey)
                .isEqualTo("advice.refusal." + why);
        assertThat(events("advice.embargo")).isZero();
    }

    private void decide() {
        answer(request, "Task_DecideCollege", decision(today()));
        assertThat(events("advice.published")).as("somebody reads it first").isZero();
        lookThrough(request);
        assertThat(events("advice.publication-ready")).isEqualTo(1);
    }

    private void embargo(String until) throws Exception {
        mvc.perform(post(office() + "/embargo")
                        .param("until", until)
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(flash().attributeExists("notice"));
    }

    private void isHidden() throws Exception {
        for (var address : new String[] {page(), page() + ".json", page() + ".csv"}) {
            mvc.perform(get(address)).andExpect(status().isNotFound());
        }
        mvc.perform(get(ALL)).andExpect(content().string(not(containsString("Schoolomgeving"))));
        dossierSays("Staat klaar");
        assertThat(events("advice.published"))
                .as("the timeline tells of it when it is so")
                .isZero();
    }

    private void isPublic() throws Exception {
        mvc.perform(get(page()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wij houden er rekening mee.")));
        mvc.perform(get(ALL)).andExpect(content().string(containsString("Schoolomgeving")));
        dossierSays("Openbaar sinds");
        assertThat(events("advice.published")).isEqualTo(1);
    }

    private void dossierSays(String words) throws Exception {
        mvc.perform(get("/zaken/" + view(request).number()).with(role("participation-office")))
                .andExpect(content().string(containsString(words)));
    }

    private String page() {
        return ALL + "/" + view(request).number();
    }

    private String office() {
        return "/zaken/" + view(request).number() + "/publicatie";
    }

    private int events(String kind) {
        return jdbc.sql("select count(*) from casefile_event where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
