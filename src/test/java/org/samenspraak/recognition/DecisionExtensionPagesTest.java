package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DecisionExtensionPagesTest extends RecognitionScenario {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Autowired
    private Clocks clocks;

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
                .andExpect(content().string(containsString(address() + "?task=" + task)))
                .andExpect(content().string(containsString("die niet ook de voorzitter is")));

        extend("2027-02-15", "Het college wacht op de begroting.")
                .andExpect(redirectedUrl("/taken/" + task + "?_list=view%3Dmine"));

        var due = Objects.requireNonNull(task(caseId, "Task_DecideCollege").due());
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Europe/Brussels"))).isEqualTo(LocalDate.of(2027, 2, 15));
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content().string(containsString("Het college wacht op de begroting.")));
        extend("2027-02-25", "Nog eens.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("al één keer verlengd")));
    }

    @Test
    void saysInBothLanguagesHowTheDateCameAbout() throws Exception {
        calendar.add(LocalDate.of(2027, 2, 15), "vorming", CLERK);
        extend("2027-02-13", "Het college wacht op de begroting.");

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
        extend("2027-02-15", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom")))
                .andExpect(content().string(containsString("value=\"2027-02-15\"")));
        extend("morgen", "De begroting.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies een dag.")))
                .andExpect(content().string(containsString("De begroting.")));
        extend("2029-01-01", "Te laat.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Volgens het reglement")));
    }

    @Test
    void isForWhoDecidesOnly() throws Exception {
        mvc.perform(act("EXTEND", "2027-02-15", "De begroting.", "", "finance")).andExpect(status().isForbidden());
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

    @Test
    void leadsTheOldAddressToThePageOfTheTerm() throws Exception {
        mvc.perform(get("/taken/{task}/verlengen", task).with(role("college")))
                .andExpect(redirectedUrl(address() + "?task=" + task));
    }

    @Test
    void showsTheNewDateBeforeItIsSaved() throws Exception {
        mvc.perform(act("EXTEND", "2027-02-13", "De begroting.", "", "college"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "12 januari 2027",
                                "15 februari 2027",
                                "zaterdag 13 februari is geen werkdag",
                                "Bewaren")));
        assertThat(lastDay()).isEqualTo(LocalDate.of(2027, 1, 12));

        mvc.perform(act("EXTEND", "2027-02-13", "De begroting.", "something else", "college"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ondertussen is er iets gewijzigd")));
        assertThat(lastDay()).isEqualTo(LocalDate.of(2027, 1, 12));
    }

    @Test
    void isSuspendedAndResumedByWhoSteersTheCase() throws Exception {
        save("SUSPEND", "", "Het college wacht op de begroting.");

        assertThat(task(caseId, "Task_DecideCollege").due()).isNull();
        mvc.perform(get("/werk").with(role("college")))
                .andExpect(content().string(allOf(containsString("Opgeschort"), containsString("/taken/" + task))));
        mvc.perform(get("/taken/{task}", task).with(role("college")))
                .andExpect(content()
                        .string(allOf(containsString("sinds ma 14 september 2026"), not(containsString(address())))));
        wait(200);
        mvc.perform(get("/werk?view=late").with(role("college")))
                .andExpect(content().string(not(containsString("/taken/" + task))));
        mvc.perform(act("EXTEND", "2027-06-13", "Meer.", "", "college"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Hervat ze eerst")));

        save("RESUME", "", "De begroting is er.");

        assertThat(lastDay()).isEqualTo(LocalDate.of(2027, 8, 2)); // 200 days later is a Saturday
        mvc.perform(get("/zaken/{number}", cases.get(caseId).number()).with(role("college")))
                .andExpect(content()
                        .string(allOf(
                                containsString(address()),
                                containsString("Het college wacht op de begroting."),
                                containsString("na 200 dagen"))));
    }

    @Test
    void isMovedByHandByWhoSteersTheCaseOnly() throws Exception {
        for (var act : List.of("MOVE", "SUSPEND", "RESUME")) {
            mvc.perform(act(act, "2026-12-01", "Daarom.", "", "college")).andExpect(status().isForbidden());
        }
        save("MOVE", "2026-12-01", "Het college beslist vroeger.");

        assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 12, 1));
        mvc.perform(get(address()).with(role("auditor")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "zo bepaald door participation-office, want: Het college beslist vroeger."),
                                not(containsString("name=\"act\"")))));
    }

    @Test
    void knowsOnlyTheTermsOfTheCase() throws Exception {
        var number = cases.get(caseId).number();
        mvc.perform(get("/zaken/{number}/termijnen/999999", number).with(role("college")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/zaken/{number}/termijnen/x", number).with(role("college")))
                .andExpect(status().isNotFound());
        mvc.perform(act("", "", "Daarom.", "", "participation-office"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies wat u wilt doen")));
    }

    private void save(String act, String until, String reason) throws Exception {
        mvc.perform(act(act, until, reason, seen(act, until, reason, "participation-office"), "participation-office"))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions extend(String until, String reason) throws Exception {
        return mvc.perform(act("EXTEND", until, reason, seen("EXTEND", until, reason, "college"), "college"));
    }

    /** What the preview says that it showed. */
    private String seen(String act, String until, String reason, String role) throws Exception {
        var page = mvc.perform(act(act, until, reason, "", role))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = SEEN.matcher(page);
        return seen.find() ? seen.group(1) : "";
    }

    private MockHttpServletRequestBuilder act(String act, String until, String reason, String seen, String role) {
        return post(address())
                .param("act", act)
                .param("until", until)
                .param("reason", reason)
                .param("seen", seen)
                .param("task", task)
                .param("_list", "view=mine")
                .with(csrf())
                .with(role(role));
    }

    private String address() {
        var clock = clocks.find(caseId, "decision", null).orElseThrow();
        return "/zaken/" + cases.get(caseId).number() + "/termijnen/" + clock.id();
    }

    private LocalDate lastDay() {
        return clocks.find(caseId, "decision", null).orElseThrow().lastDay();
    }
}
