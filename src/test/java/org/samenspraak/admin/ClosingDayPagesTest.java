package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.CalendarChange;
import org.samenspraak.deadlines.CalendarChange.Kind;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ClosingDayPagesTest extends PostgresIT {

    private static final String URL = "/beheer/sluitingsdagen";
    private static final String LAST_DAY = "2026-10-14";

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private CalendarChanges calendar;

    private final CaseId caseId = CaseId.create();

    @BeforeEach
    void startTerm() {
        cases.open(new OpenCase(
                caseId,
                "recognition",
                "REC",
                "Wijkraad Runkst",
                null,
                null,
                LocalDate.of(2026, 9, 14),
                false,
                Actor.SYSTEM));
        clocks.due(caseId, "supplement", null);
    }

    @Test
    void offersNoWayToTakeAwayAPeriodThatRuns() throws Exception {
        var period = new CalendarChange(Kind.PAUSE, LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 20), "reces");
        calendar.apply(period, calendar.preview(period).seen(), Actor.SYSTEM);
        mvc.perform(get(URL).with(role("administrator"))).andExpect(content().string(containsString("kind=UNPAUSE")));

        clock.advance(Duration.ofDays(2));

        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(content().string(containsString("loopt al, kan niet meer weg")))
                .andExpect(content().string(not(containsString("kind=UNPAUSE"))));
    }

    @Test
    void showsWhatMovesBeforeItMoves() throws Exception {
        mvc.perform(preview(LAST_DAY, "Brugdag"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(cases.get(caseId).number())))
                .andExpect(content().string(not(containsString("Wijkraad Runkst"))))
                .andExpect(content().string(containsString("aanvraag aanvullen")))
                .andExpect(content().string(containsString("15 oktober 2026")));

        assertThat(lastDay()).isEqualTo(LAST_DAY);
    }

    @Test
    void showsWhereOnlyAReminderMoves() throws Exception {
        jdbc.sql("update regulation_parameter set value = '3 wd' where key = 'supplement.reminders'")
                .update();

        mvc.perform(preview("2026-10-12", "Brugdag"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Er schuift geen enkele termijn op",
                                "Alleen herinneringen schuiven op",
                                cases.get(caseId).number(),
                                "9 oktober 2026",
                                "8 oktober 2026")));
    }

    @Test
    void movesTheTermsWhenItIsApplied() throws Exception {
        mvc.perform(apply("administrator", Kind.CLOSE)).andExpect(redirectedUrl(URL));

        assertThat(lastDay()).isEqualTo("2026-10-15");
        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(content().string(containsString("14 oktober 2026")))
                .andExpect(content().string(containsString("Brugdag")));
    }

    @Test
    void opensADayAgain() throws Exception {
        calendar.add(LocalDate.parse(LAST_DAY), "Brugdag", Actor.SYSTEM);

        mvc.perform(get(URL + "/gevolgen")
                        .param("day", LAST_DAY)
                        .param("kind", "OPEN")
                        .with(role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Het stadhuis gaat weer open")));
        mvc.perform(apply("administrator", Kind.OPEN)).andExpect(redirectedUrl(URL));

        assertThat(lastDay()).isEqualTo(LAST_DAY);
        assertThat(calendar.toCome()).isEmpty();
    }

    @Test
    void saysNextToTheFieldWhatIsWrong() throws Exception {
        mvc.perform(preview("2026-10-17", "Brugdag"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"day-error\"")))
                .andExpect(content().string(containsString("value=\"Brugdag\"")));
        mvc.perform(preview("", "Brugdag")).andExpect(status().isUnprocessableEntity());
        mvc.perform(preview("17/10/2026", "Brugdag"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"17/10/2026\"")))
                .andExpect(content().string(containsString("value=\"Brugdag\"")));
        mvc.perform(preview(LAST_DAY, " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"name-error\"")));
    }

    @Test
    void letsOnlyAdministratorsChangeThem() throws Exception {
        mvc.perform(get(URL).with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(URL + "/gevolgen"))));
        mvc.perform(get("/beheer").with(role("participation-office")))
                .andExpect(content().string(containsString(URL)));
        mvc.perform(apply("participation-office", Kind.CLOSE)).andExpect(status().isForbidden());
        mvc.perform(get(URL).with(role("finance"))).andExpect(status().isForbidden());
    }

    private LocalDate lastDay() {
        return clocks.find(caseId, "supplement", null).orElseThrow().lastDay();
    }

    private static MockHttpServletRequestBuilder preview(String day, String name) {
        return get(URL + "/gevolgen").param("day", day).param("name", name).with(role("administrator"));
    }

    private MockHttpServletRequestBuilder apply(String role, Kind kind) {
        var day = LocalDate.parse(LAST_DAY);
        var seen =
                calendar.preview(new CalendarChange(kind, day, day, "Brugdag")).seen();
        return post(URL)
                .param("kind", kind.name())
                .param("day", LAST_DAY)
                .param("name", "Brugdag")
                .param("seen", seen)
                .with(role(role))
                .with(csrf());
    }
}
