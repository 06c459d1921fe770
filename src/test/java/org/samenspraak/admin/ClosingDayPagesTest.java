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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "14 oktober 2026 is geen sluitingsdag meer (Brugdag)",
                                "Eén termijn krijgt een vroegere einddatum")));
        mvc.perform(apply("administrator", Kind.OPEN)).andExpect(redirectedUrl(URL));

        assertThat(lastDay()).isEqualTo(LAST_DAY);
        assertThat(calendar.toCome()).isEmpty();
        mvc.perform(get("/zaken/" + cases.get(caseId).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("door een wijziging van de kalender")));
    }

    @Test
    void saysToWhoSavesTwiceThatItIsSaved() throws Exception {
        var close = apply("administrator", Kind.CLOSE);
        mvc.perform(close).andExpect(flash().attribute("notice", "admin.closing-days.applied"));
        mvc.perform(close)
                .andExpect(redirectedUrl(URL))
                .andExpect(flash().attribute("notice", "admin.closing-days.applied-already"));

        var open = apply("administrator", Kind.OPEN);
        mvc.perform(open).andExpect(flash().attribute("noticeArgs", List.of(0L, 1L)));
        mvc.perform(open).andExpect(flash().attribute("notice", "admin.closing-days.applied-already"));
    }

    @Test
    void savesNothingUnderANameOrOfAKindThatNobodySaw() throws Exception {
        var far = LocalDate.of(2030, 10, 16);
        var seen = calendar.preview(new CalendarChange(Kind.CLOSE, far, far, "Brugdag"))
                .seen();
        for (var other :
                List.of(Map.of("kind", "CLOSE", "name", "Staking"), Map.of("kind", "PAUSE", "name", "Brugdag"))) {
            var post = post(URL).param("day", far.toString()).param("seen", seen);
            other.forEach(post::param);
            mvc.perform(post.with(role("administrator")).with(csrf()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Ondertussen is er iets gewijzigd")));
        }
        assertThat(calendar.toCome()).isEmpty();
    }

    @Test
    void keepsTheDaysInWordsInTheAuditTrail() throws Exception {
        mvc.perform(apply("administrator", Kind.CLOSE));
        var recess = new CalendarChange(Kind.PAUSE, LocalDate.of(2027, 7, 11), LocalDate.of(2027, 8, 15), "reces");
        calendar.apply(recess, calendar.preview(recess).seen(), Actor.SYSTEM);

        mvc.perform(get("/beheer/logboek").with(role("administrator")))
                .andExpect(content().string(containsString("14 oktober 2026: Brugdag")))
                .andExpect(content().string(containsString("11 juli 2027 tot en met 15 augustus 2027: reces")));
    }

    @Test
    void asksWhetherADayThatCannotBeIsRight() throws Exception {
        mvc.perform(preview("2027-02-31", "Brugdag"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Klopt deze dag?")));
        for (var far : List.of("2126-10-14", "+999999999-12-31")) {
            mvc.perform(preview(far, "Brugdag"))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Klopt het jaar?")));
        }
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
