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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.deadlines.Meeting;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class MeetingPagesTest extends PostgresIT {

    private static final String URL = "/beheer/zittingen";
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private Meetings meetings;

    @Test
    void addsSeveralDaysAtOnceToOneOrgan() throws Exception {
        add("college", "5-10-2026\r\n\r\n 2026-09-21 \n5/10/2026").andExpect(redirectedUrl(URL));

        assertThat(days("college")).containsExactly(LocalDate.of(2026, 9, 21), DAY);
        assertThat(days("gemeenteraad")).isEmpty();
        assertThat(audited("meeting-added")).containsExactlyInAnyOrder("college 2026-10-05", "college 2026-09-21");
        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Zittingen van het college",
                                "ma 21 september 2026",
                                "ma 5 oktober 2026",
                                "Zittingen van de gemeenteraad",
                                "Er zijn nog geen komende zittingen ingevuld.")));
    }

    @Test
    void addsWhatIsThereAlreadyOnce() throws Exception {
        add("college", "5-10-2026");
        add("college", "5-10-2026").andExpect(redirectedUrl(URL));

        assertThat(days("college")).containsExactly(DAY);
        assertThat(audited("meeting-added")).hasSize(1);
    }

    /** It is Monday 14 September 2026. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days  | college | volgende maandag | &quot;volgende maandag&quot; is geen datum",
                "days  | college | 31-9-2026        | &quot;31-9-2026&quot; is geen datum",
                "days  | college | <b>              | &quot;&lt;b&gt;&quot; is geen datum",
                "days  | college | 13-9-2026        | zo 13 september 2026 is voorbij",
                "days  | college | 5-10-2062        | do 5 oktober 2062 ligt meer dan 3 jaar in de toekomst",
                "days  | college | ''               | Vul minstens één datum in",
                "organ | ''      | 7-10-2026        | Kies wie vergadert.",
                "organ | mayor   | 7-10-2026        | Kies wie vergadert."
            })
    void saysNextToTheFieldWhatIsWrongAndLosesNothing(String field, String organ, String typed, String says)
            throws Exception {
        var days = typed.isEmpty() ? "" : "5-10-2026\n" + typed;
        add(organ, days)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(stringContainsInOrder("id=\"" + field + "-error\"", says)))
                .andExpect(content().string(containsString(days.replace("<b>", "&lt;b&gt;") + "</textarea>")));

        assertThat(days("college")).isEmpty();
    }

    @Test
    void keepsTheOrganThatWasChosen() throws Exception {
        add("gemeenteraad", "morgen")
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "value=\"gemeenteraad\"", "selected", "de gemeenteraad</option>")));
    }

    @Test
    void removesADayOfOneOrgan() throws Exception {
        Meetings.ORGANS.forEach(organ -> meetings.add(organ, List.of(DAY), Actor.SYSTEM));

        remove("administrator").andExpect(redirectedUrl(URL));
        remove("administrator").andExpect(redirectedUrl(URL));

        assertThat(days("college")).isEmpty();
        assertThat(days("gemeenteraad")).containsExactly(DAY);
        assertThat(audited("meeting-removed")).containsExactly("college 2026-10-05");
    }

    @Test
    void showsOnlyWhatIsToCome() throws Exception {
        meetings.add("college", List.of(DAY), Actor.SYSTEM);
        clock.advance(Duration.ofDays(30));

        mvc.perform(get(URL).with(role("administrator")))
                .andExpect(content().string(not(containsString("5 oktober 2026"))));
    }

    @Test
    void letsOnlyAdministratorsChangeThem() throws Exception {
        meetings.add("college", List.of(DAY), Actor.SYSTEM);

        for (var reader : List.of("participation-office", "auditor")) {
            mvc.perform(get("/beheer").with(role(reader))).andExpect(content().string(containsString(URL)));
            mvc.perform(get(URL).with(role(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("ma 5 oktober 2026")))
                    .andExpect(content().string(not(containsString("action=\"" + URL))));
        }
        mvc.perform(get(URL).with(role("finance"))).andExpect(status().isForbidden());
        send("participation-office", "college", "6-10-2026").andExpect(status().isForbidden());
        remove("participation-office").andExpect(status().isForbidden());
        assertThat(days("college")).containsExactly(DAY);
    }

    private List<LocalDate> days(String organ) {
        return meetings.toCome(organ).stream().map(Meeting::day).toList();
    }

    private List<String> audited(String what) {
        return jdbc.sql("select about from identity_audit where what = ?")
                .param(what)
                .query(String.class)
                .list();
    }

    private ResultActions add(String organ, String days) throws Exception {
        return send("administrator", organ, days);
    }

    private ResultActions send(String role, String organ, String days) throws Exception {
        return mvc.perform(post(URL)
                .param("organ", organ)
                .param("days", days)
                .with(role(role))
                .with(csrf()));
    }

    private ResultActions remove(String role) throws Exception {
        return mvc.perform(post(URL + "/verwijderen")
                .param("organ", "college")
                .param("day", DAY.toString())
                .with(role(role))
                .with(csrf()));
    }
}
