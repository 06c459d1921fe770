package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks through a publication sees each text of it, and each can be hidden. */
class HiddenTextsPagesTest extends OutScenario {

    @Autowired
    private Publishing publishing;

    private CaseId request = CaseId.create();
    private CaseId advice = CaseId.create();

    @BeforeEach
    void decide() {
        request = request("Plein & park", "mobility", "department-mobility");
        advice = given(request, youth, "advice", LAST.minusDays(2));
        point(request, advice, 1, "Zet banken.", Outcome.NOT, "Te duur.");
        decide(request);
    }

    /** Whoever reads it before it stands there must see all of it, and be able to hide each text. */
    @ParameterizedTest
    @CsvSource({
        "QUESTION, Wat vindt u van het plein?",
        "STILL_OPEN, De kleur van de banken.",
        "DECISION_NUMBER, 2026_CBS_0042",
        "DECISION_LINK, https://stad.example/besluit/42",
        "DECISION_REASON, blijven staan.",
        "LOOK_BACK, De banken staan er."
    })
    void hidesEachTextOfTheQuestionAndTheDecision(String name, String words) throws Exception {
        jdbc.sql("update advice_request set look_back = 'De banken staan er.', looked_back_on = decision_day"
                        + " where case_id = ?")
                .param(request.value())
                .update();
        jdbc.sql(
                        "update advice_question set question = 'Wat vindt u van het plein?', still_open = 'De kleur van de banken.'"
                                + " where request = ?")
                .param(request.value())
                .update();
        publishing.publish(request, Actor.SYSTEM);
        mvc.perform(get(office()).with(role("participation-office")))
                .andExpect(content().string(allOf(containsString(words), containsString("value=\"" + name + "\""))));

        mvc.perform(post(office())
                .param("hide", name)
                .param("why", "CONFIDENTIAL")
                .with(csrf())
                .with(role("participation-office")));

        for (var address : new String[] {page(), page() + ".json", "/publiek/adviesvragen.csv"}) {
            mvc.perform(get(address))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(words))));
        }
        mvc.perform(get(page()))
                .andExpect(content().string(containsString("Deze tekst staat hier niet, want hij is vertrouwelijk")));
        mvc.perform(get(page() + ".json"))
                .andExpect(jsonPath("$.hidden[0].text").value(name));

        mvc.perform(post(office()).param("was", name).with(csrf()).with(role("participation-office")));

        mvc.perform(get(page() + ".json")).andExpect(content().string(containsString(words)));
        assertThat(kinds(request)).contains("advice.text-hidden.CONFIDENTIAL", "advice.text-shown");
    }

    /** A text goes for a reason that everybody reads; who forgets it loses no choice. */
    @Test
    void hidesNothingWithoutAReason() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        var point = jdbc.sql("select id::text from advice_point where advice = ?")
                .param(advice.value())
                .query(String.class)
                .single();
        var asked = post(office()).param("hide", point).with(csrf()).with(role("participation-office"));

        mvc.perform(asked)
                .andExpect(flash().attributeExists("refusal"))
                .andExpect(flash().attribute("chosen", Set.of(point)));
        mvc.perform(get(page())).andExpect(content().string(containsString("Zet banken.")));

        mvc.perform(asked.param("why", "MISTAKE"));

        mvc.perform(get(page()))
                .andExpect(content()
                        .string(allOf(
                                containsString("want hij was niet voor deze pagina bedoeld"),
                                not(containsString("persoonsgegevens in")))));
        mvc.perform(get("/zaken/" + number(request) + "/tijdlijn").with(role("participation-office")))
                .andExpect(content().string(containsString("daar niet voor bedoeld: Jeugdraad, punt 1")));
    }

    /** Councils and others learn how long there was, each its own last day. */
    @Test
    void tellsTheTerm() throws Exception {
        publishing.publish(request, Actor.SYSTEM);
        var last = jdbc.sql("select last_day from advice_given where case_id = ?")
                .param(advice.value())
                .query(LocalDate.class)
                .single();

        mvc.perform(get(page())).andExpect(content().string(containsString("Advies kon tot en met")));
        mvc.perform(get(page() + ".json"))
                .andExpect(jsonPath("$.councils[0].lastDay").value(last.toString()));
        mvc.perform(get(page() + ".csv")).andExpect(content().string(containsString("\"" + last + "\"")));
    }

    private String page() {
        return "/publiek/adviezen/" + number(request);
    }

    private String office() {
        return "/zaken/" + number(request) + "/publicatie";
    }
}
