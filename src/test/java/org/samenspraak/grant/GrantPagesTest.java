package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.testing.SqlCount;

/** The pages of rounds and of agreements. */
class GrantPagesTest extends TalkScenario {

    @Test
    void aRoundShowsWhereEachCouncilStands() throws Exception {
        var round = "/rondes/" + cases.get(round(Map.of())).number();
        mvc.perform(get(round).with(SignedInAs.role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Voor 1 raad begint het gesprek nog.")));
        starter.begin();
        run();

        mvc.perform(get(round + "?stands=PREPARING").with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Wijkraad Runkst")))
                .andExpect(content().string(containsString("Bereidt zich voor (1)")));
        mvc.perform(get(round + "?stands=PLANNED").with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("Geen raad staat hier.")));
        mvc.perform(get(round + "?stands=geen%27zin").with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("Wijkraad Runkst")))
                .andExpect(content().string(not(containsString("Herinner de gekozen raden"))));
        mvc.perform(post(round + "/herinnering")
                        .param("council", council.toString())
                        .with(SignedInAs.role("participation-office"))
                        .with(csrf()))
                .andExpect(redirectedUrl(round));
        mvc.perform(post(round + "/herinnering")
                        .with(SignedInAs.role("auditor"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/rondes/2027-RND-9999").with(SignedInAs.role("auditor")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theDatesOnThePageAreThoseOfTheChosenRegulationAndYear() throws Exception {
        assertThat(datesOf("hasselt", "2027"))
                .contains("Sluitingsdag van 2027: vr 31 december 2027")
                .doesNotContain("1 oktober", "31 december 2028");
        assertThat(datesOf("hasselt", "2028"))
                .contains("Sluitingsdag van 2028: zo 31 december 2028")
                .doesNotContain("31 december 2027");
        assertThat(datesOf("enschede-2024", "2027"))
                .contains("Sluitingsdag van 2027: vr 1 oktober 2027")
                .doesNotContain("31 december");
    }

    /** What the page says once somebody chose this and let it follow. */
    private String datesOf(String regulation, String year) throws Exception {
        var office = SignedInAs.role("participation-office");
        mvc.perform(post("/start/yearly-round")
                        .param("under", regulation)
                        .param("year", year)
                        .param("_update", "year")
                        .with(office)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        return mvc.perform(get("/start/yearly-round").with(office))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theOfficeFindsCouncilsByAreaAndKindAndAddsThem() throws Exception {
        var kermt = council("Wijkraad Kermt");
        var round = "/rondes/" + cases.get(round(Map.of("whom", "chosen"))).number() + "/raden";
        mvc.perform(get(round + "?kind=WIJKRAAD&area=" + area).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Wijkraad Runkst")))
                .andExpect(content().string(containsString("Voeg alle gevonden raden toe")));
        mvc.perform(get(round + "?kind=DORPSRAAD").with(SignedInAs.role("participation-office")))
                .andExpect(content().string(not(containsString("Wijkraad Runkst"))));

        var office = SignedInAs.role("participation-office");
        mvc.perform(post(round).with(office).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kruis minstens één raad aan")));
        mvc.perform(post(round).param("council", kermt.toString()).with(office).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(round)
                        .param("all", "true")
                        .param("kind", "DORPSRAAD")
                        .with(office)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(added()).containsExactly(kermt.value());
        mvc.perform(get(round).with(office)).andExpect(content().string(containsString("Doet al mee")));

        mvc.perform(post(round)
                        .param("all", "true")
                        .param("area", area.toString())
                        .with(office)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(added()).containsExactlyInAnyOrder(kermt.value(), council.value());
        mvc.perform(post(round)
                        .param("all", "true")
                        .with(SignedInAs.role("area-manager@" + area))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private List<UUID> added() {
        return jdbc.sql("select council_id from grant_round_council")
                .query(UUID.class)
                .list();
    }

    @Test
    void anAreaManagerRemindsInTheirOwnAreaOnly() throws Exception {
        var round = "/rondes/" + cases.get(round(Map.of())).number();
        starter.begin();
        run();

        remind(round, "area-manager@" + AreaId.create());
        assertThat(reminded()).isZero();
        mvc.perform(get(round).with(SignedInAs.role("area-manager@" + AreaId.create())))
                .andExpect(content().string(containsString("Wijkraad Runkst")))
                .andExpect(content().string(not(containsString("name=\"council\""))));

        remind(round, "area-manager@" + area);
        assertThat(reminded()).isOne();
        mvc.perform(post(round + "/opnieuw")
                        .with(SignedInAs.role("area-manager@" + area))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void remindsAllThatPrepareAndSaysWhatCameOfEach() throws Exception {
        council("Wijkraad Kermt");
        var round = "/rondes/" + cases.get(round(Map.of())).number();
        starter.begin();
        run();
        remind(round, "participation-office");
        jdbc.sql("update grant_talk set state = 'UNPREPARED' where council_id <> ?")
                .param(council.value())
                .update();
        var other = jdbc.sql("select council_id from grant_talk where state = 'UNPREPARED'")
                .query(UUID.class)
                .single();

        assertThat(came(round, "council", other.toString())).containsExactly("over");
        jdbc.sql("update grant_talk set state = 'PREPARING'").update();
        assertThat(came(round, "all", "true")).containsExactly("reminded", "today");
        assertThat(came(round, "all", "true")).containsExactly("today", "today");
        assertThat(jdbc.sql("select count(*) from correspondence_reminder")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** By name: Wijkraad Kermt before Wijkraad Runkst. */
    private List<String> came(String round, String name, String value) throws Exception {
        var sent = mvc.perform(post(round + "/herinnering")
                        .param(name, value)
                        .with(SignedInAs.role("participation-office"))
                        .with(csrf()))
                .andExpect(redirectedUrl(round))
                .andReturn();
        var flash = sent.getFlashMap();
        mvc.perform(get(round).cookie(sent.getResponse().getCookies()).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Wat er met elke raad gebeurde")));
        var came = (List<?>) Objects.requireNonNull(flash.get("reminded"));
        return came.stream()
                .map(RoundRows.Reminded.class::cast)
                .map(RoundRows.Reminded::came)
                .toList();
    }

    private void remind(String round, String role) throws Exception {
        mvc.perform(post(round + "/herinnering")
                        .param("council", council.toString())
                        .with(SignedInAs.role(role))
                        .with(csrf()))
                .andExpect(redirectedUrl(round));
    }

    private int reminded() {
        return jdbc.sql("select count(*) from grant_round_council where reminded_on is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void aPageOfManyCouncilsAsksTheDatabaseNoMoreThanOneOfOne() throws Exception {
        var one = "/rondes/" + cases.get(round(Map.of())).number();
        starter.begin();
        run();
        var office = SignedInAs.role("participation-office");
        var before = SqlCount.of(() -> mvc.perform(get(one).with(office)));
        for (int i = 0; i < 20; i++) {
            council("Wijkraad " + i);
        }
        jdbc.sql("update grant_round set closed_at = now()").update();
        // the same form at the same moment is one that was sent twice
        wait(1);
        var many = "/rondes/" + cases.get(round(Map.of())).number();
        starter.begin();
        run();

        assertThat(before).isPositive();
        assertThat(SqlCount.of(() -> mvc.perform(get(many).with(office))
                        .andExpect(content().string(containsString("Bereidt zich voor (21)")))))
                .isEqualTo(before);
    }

    @Test
    void anAgreementIsFinishedOrMovedByWhoKeepsIt() throws Exception {
        reported();
        var measured = agreements.open(council, 10).get(1);
        var path = "/afspraken/" + measured.id();
        var mobility = SignedInAs.role("department-mobility");
        mvc.perform(get("/afspraken?mine=true").with(mobility))
                .andExpect(content().string(containsString("Snelheid meten")))
                .andExpect(content().string(not(containsString("Flyers maken"))));
        mvc.perform(get("/afspraken?show=late").with(mobility))
                .andExpect(content().string(containsString("Er zijn geen afspraken.")));

        mvc.perform(post(path + "/gedaan")
                        .param("version", "0")
                        .param("note", "Al klaar.")
                        .with(SignedInAs.role("department-green"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(path + "/gedaan").param("version", "0").with(mobility).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf hoe de afspraak is afgelopen")));
        mvc.perform(post(path + "/dag")
                        .param("version", "0")
                        .param("due", "2020-01-01")
                        .param("reason", "Later.")
                        .with(mobility)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Later.")));
        mvc.perform(post(path + "/dag")
                        .param("version", "0")
                        .param("due", "2027-10-01")
                        .param("reason", "Het toestel is stuk.")
                        .with(mobility)
                        .with(csrf()))
                .andExpect(redirectedUrl(path));
        mvc.perform(post(path + "/gedaan")
                        .param("version", "1")
                        .param("note", "Gemeten: 52 per uur.")
                        .with(mobility)
                        .with(csrf()))
                .andExpect(redirectedUrl(path));

        mvc.perform(get(path).with(SignedInAs.role("auditor")))
                .andExpect(
                        content().string(matchesPattern("(?s).*Gedaan op [^<]+ door [^:<]+: Gemeten: 52 per uur\\..*")))
                .andExpect(content().string(containsString("1 keer verschoven")));
        assertThat(agreements.open(council, 10)).extracting(Agreement::what).containsExactly("Flyers maken");
        mvc.perform(get("/afspraken?show=done&na=2027-13-45_x").with(mobility))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Snelheid meten")));
    }

    @Test
    void theDossierTheAgendaAndTheYearsShowTalksAndAgreements() throws Exception {
        var talk = planned();
        var office = SignedInAs.role("participation-office");
        mvc.perform(get("/agenda?maand=2027-06").with(office))
                .andExpect(content().string(containsString("Gesprek met de raad")));
        mvc.perform(get("/zaken/" + cases.get(talk).number()).with(office))
                .andExpect(content().string(containsString("Buurthuis De Linde")));
        goTo(LocalDate.of(2027, 6, 2));
        answer(talk, "Task_Report", report("2027-06-01"));

        mvc.perform(get("/zaken/" + cases.get(talk).number()).with(office))
                .andExpect(content().string(containsString("Snelheid meten")));
        mvc.perform(get("/raden/" + council).with(office))
                .andExpect(content().string(containsString("Afgesproken: Snelheid meten")));
    }
}
