package org.samenspraak.council;

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
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings and mails of a council, as the office keeps them. */
class CouncilMeetingPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private CouncilMeetings meetings;

    @Autowired
    private MailChoices choices;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();
    private CouncilId other = CouncilId.create();

    @BeforeEach
    void fill() {
        area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad <Runkst>", area, OFFICE);
        other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", areas.add("Kuringen", null, OFFICE), OFFICE);
    }

    @Test
    void entersMeetingsOnceAndShowsThem() throws Exception {
        for (int twice = 0; twice < 2; twice++) {
            mvc.perform(post(page())
                            .param("days", "6-10-2026\n\n2026-11-03\n6/10/2026")
                            .param("starts", "20.00 uur")
                            .param("place", "Dorpshuis <b>")
                            .with(role("area-manager@" + area))
                            .with(csrf()))
                    .andExpect(redirectedUrl(page()));
        }

        assertThat(meetings.toCome(council))
                .extracting(CouncilMeeting::day)
                .containsExactly(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 11, 3));
        assertThat(meetings.toCome(council).get(0).starts()).isEqualTo(LocalTime.of(20, 0));
        mvc.perform(get(page()).with(role("finance")))
                .andExpect(content()
                        .string(allOf(
                                containsString("di 6 oktober 2026"),
                                containsString("Dorpshuis &lt;b&gt;"),
                                not(containsString("/weg")),
                                not(containsString("??")))));
        mvc.perform(get(page() + "?lang=en").with(role("participation-office")))
                .andExpect(
                        content().string(allOf(containsString("Remove the meeting of"), containsString("at 20:00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'',20:00,Schrijf minstens één dag",
        "morgen,20:00,is geen dag",
        "31-2-2026,20:00,is geen dag",
        "1-9-2026,20:00,ligt voorbij of te ver weg",
        "1-9-2126,20:00,ligt voorbij of te ver weg",
        "6-10-2026,25:00,Dit is geen uur",
        "6-10-2026,straks,Dit is geen uur"
    })
    void showsWhatIsWrongAndLosesNothing(String days, String starts, String said) throws Exception {
        mvc.perform(post(page())
                        .param("days", days)
                        .param("starts", starts)
                        .param("place", "Bij de kerk")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString(said), containsString("Bij de kerk"))));
        assertThat(meetings.toCome(council)).isEmpty();
    }

    @Test
    void refusesMoreThanAYearOfDays() throws Exception {
        var many = IntStream.range(0, 100)
                .mapToObj(day -> LocalDate.of(2026, 10, 1).plusDays(day).toString())
                .collect(Collectors.joining("\n"));
        mvc.perform(post(page())
                        .param("days", many)
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void removesOnlyOfThisCouncil() throws Exception {
        meetings.add(other, List.of(LocalDate.of(2026, 10, 6)), null, "", OFFICE);
        var theirs = meetings.toCome(other).get(0).id();

        mvc.perform(post(page() + "/" + theirs + "/weg")
                        .with(role("area-manager@" + area))
                        .with(csrf()))
                .andExpect(redirectedUrl(page()));
        assertThat(meetings.toCome(other)).hasSize(1);
        mvc.perform(post("/raden/" + other + "/vergaderingen/" + theirs + "/weg")
                        .with(role("area-manager@" + area))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(meetings.toCome(other)).hasSize(1);
    }

    @Test
    void putsMeetingsInTheAgenda() throws Exception {
        meetings.add(council, List.of(LocalDate.of(2026, 10, 6)), null, "Dorpshuis", OFFICE);
        meetings.add(other, List.of(LocalDate.of(2026, 10, 7)), null, "", OFFICE);

        mvc.perform(get("/agenda?maand=2026-10&toon=lijst&soort=council-meeting")
                        .with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Vergadering van de raad"),
                                containsString("Wijkraad &lt;Runkst&gt;"),
                                containsString("Wijkraad Kuringen"))));
        mvc.perform(get("/agenda?maand=2026-10&toon=lijst&soort=council-meeting&gebied=" + area)
                        .with(role("participation-office")))
                .andExpect(content().string(not(containsString("Wijkraad Kuringen"))));
    }

    @Test
    void choosesWhoGetsTheMails() throws Exception {
        var mo = memberships.add(
                council,
                new NewMember(
                        "Mo Aziz",
                        "mo@raad.example",
                        null,
                        null,
                        EnumSet.noneOf(Memberships.Function.class),
                        true,
                        true,
                        false,
                        Sex.NOT_STATED),
                LocalDate.of(2026, 9, 14),
                OFFICE);
        var url = "/raden/" + council + "/mails";
        mvc.perform(get(url).with(role("area-manager@" + area)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Mo Aziz"),
                                containsString("Gedeelde postbus"),
                                containsString("Openbaar domein en ruimtelijke ordening"),
                                not(containsString("Engels")),
                                not(containsString("??")))));
        mvc.perform(post(url)
                        .param("readers", mo.toString())
                        .param("mailbox", " raad@raad.example ")
                        .param("english", "true")
                        .param("interest", "THEMES")
                        .param("themes", "mobility", "van een ander")
                        .param("version", "0")
                        .with(role("area-manager@" + area))
                        .with(csrf()))
                .andExpect(redirectedUrl("/raden/" + council));

        var chosen = choices.of(council);
        assertThat(chosen.readers()).containsExactly(mo);
        assertThat(chosen.mailbox()).isEqualTo("raad@raad.example");
        assertThat(chosen.english()).isFalse();
        assertThat(chosen.themes()).containsExactly("mobility");
        mvc.perform(post(url)
                        .param("readers", UUID.randomUUID().toString())
                        .param("mailbox", "geen adres")
                        .param("version", "1")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("geen adres")));
        mvc.perform(post(url)
                        .param("version", "1")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/raden/" + council));
        assertThat(choices.of(council).mailbox()).isNull();
        mvc.perform(get(url).with(role("area-manager@" + AreaId.create()))).andExpect(status().isForbidden());
        mvc.perform(get(url).with(role("auditor"))).andExpect(status().isForbidden());
    }

    private String page() {
        return "/raden/" + council + "/vergaderingen";
    }
}
