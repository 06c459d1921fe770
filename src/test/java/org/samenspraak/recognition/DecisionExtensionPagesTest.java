package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DecisionExtensionPagesTest extends RecognitionScenario {

    @Autowired
    private CalendarChanges calendar;

    private CaseId caseId;
    private String task;

    @BeforeEach
    void bringToTheCollege() {
        caseId = complete(Map.of());
        advise(caseId);
        task = task(caseId, "Task_DecideCollege").id();
    }

    @Test
    void extendsTheDecisionOnceWithAReason() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content().string(containsString("/taken/" + task + "/verlengen")))
                .andExpect(content().string(containsString("die niet ook de voorzitter is")));

        mvc.perform(extend("2027-02-15", "Het college wacht op de begroting."))
                .andExpect(redirectedUrl("/taken/" + task + "?_list=view%3Dmine"));

        var due = Objects.requireNonNull(task(caseId, "Task_DecideCollege").due());
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Europe/Brussels"))).isEqualTo(LocalDate.of(2027, 2, 15));
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content().string(containsString("Het college wacht op de begroting.")));
        mvc.perform(extend("2027-02-25", "Nog eens."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("al één keer verlengd")));
    }

    @Test
    void saysInBothLanguagesHowTheDateCameAbout() throws Exception {
        calendar.add(LocalDate.of(2027, 2, 15), "vorming", CLERK);
        mvc.perform(extend("2027-02-13", "Het college wacht op de begroting."));

        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "120 kalenderdagen na de volledige aanvraag van 14 september 2026 = 12 januari"),
                                containsString("verlengd tot en met 13 februari 2027 door "),
                                containsString(", want: Het college wacht op de begroting."),
                                containsString(
                                        "zaterdag 13 februari is geen werkdag: het einde schuift op naar maandag 15"),
                                containsString(
                                        "maandag 15 februari is een sluitingsdag (vorming): het einde schuift op naar"),
                                containsString("De termijn voor het besluit mag één keer"),
                                containsString("dan schuift het einde op naar de volgende werkdag"))));
        mvc.perform(get("/taken/{task}?lang=en", task).with(role("college")))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "120 calendar days after the complete application of 14 September 2026 = 12 Jan"),
                                containsString("extended up to and including 13 February 2027 by "),
                                containsString("Saturday 13 February is not a working day: the end moves to Monday 15"),
                                containsString(
                                        "Monday 15 February is a closing day (vorming): the end moves to Tuesday 16"),
                                containsString("The term for the decision may be extended once"),
                                containsString("its end moves to the next working day"))));
    }

    @Test
    void namesTheDaysThatWereNotCounted() throws Exception {
        goTo(LocalDate.of(2026, 11, 4));
        calendar.add(LocalDate.of(2026, 11, 12), "brugdag", CLERK);
        var other = apply(Map.of("name", "Wijkraad Banneux"));
        answer(other, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));
        var check = task(other, "Task_CheckApplication").id();
        calendar.add(LocalDate.of(2026, 11, 13), "vorming", CLERK);

        mvc.perform(get("/taken/{task}", check).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("10 werkdagen na ontvangst op 4 november 2026 = 20 november 2026"),
                                containsString(
                                        "woensdag 11 november is een feestdag (Wapenstilstand) en telt niet mee"),
                                containsString("donderdag 12 november is een sluitingsdag (brugdag) en telt niet mee"),
                                containsString("vrijdag 13 november werd een sluitingsdag (vorming): het einde"))));
        mvc.perform(get("/taken/{task}?lang=en", check).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("10 working days after receipt on 4 November 2026 = 20 November 2026"),
                                containsString(
                                        "Wednesday 11 November is a public holiday (Armistice Day) and does not"),
                                containsString("Thursday 12 November is a closing day (brugdag) and does not count"),
                                containsString(
                                        "Friday 13 November became a closing day (vorming): the end moves to 23"))));
    }

    @Test
    void keepsWhatWasTypedWhenItCannotBe() throws Exception {
        mvc.perform(extend("2027-02-15", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom")))
                .andExpect(content().string(containsString("value=\"2027-02-15\"")));
        mvc.perform(extend("morgen", "De begroting."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies een dag.")))
                .andExpect(content().string(containsString("De begroting.")));
        mvc.perform(extend("2029-01-01", "Te laat."))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Volgens het reglement")));
    }

    @Test
    void isForWhoDecidesOnly() throws Exception {
        mvc.perform(post("/taken/{task}/verlengen", task).with(csrf()).with(role("finance")))
                .andExpect(status().isForbidden());
    }

    @Test
    void offersNoExtensionWhereTheRegulationHasNone() throws Exception {
        var other = apply(Map.of("name", "Wijkraad Banneux"));
        answer(other, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));
        var check = task(other, "Task_CheckApplication").id();

        mvc.perform(get("/taken/{task}", check).with(role("participation-office")))
                .andExpect(content().string(not(containsString("/verlengen"))))
                .andExpect(content().string(containsString("Erkenning of inschrijving aanvragen")));
        mvc.perform(get("/taken/{task}/verlengen", check).with(role("participation-office")))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder extend(String until, String reason) {
        return post("/taken/{task}/verlengen", task)
                .param("until", until)
                .param("reason", reason)
                .param("_list", "view=mine")
                .with(csrf())
                .with(role("college"));
    }
}
