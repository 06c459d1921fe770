package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilCalendars;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.CouncilMeeting;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings and mails of a council, as it keeps them itself. */
class CouncilMailSettingsPagesTest extends PortalScenario {

    private static final String MEETINGS = "/raad/instellingen/vergaderingen";
    private static final String MAILS = "/raad/instellingen/mails";
    private static final String MO = "mo@raad.example";

    @Autowired
    private CouncilMeetings meetings;

    @Autowired
    private CouncilCalendars calendars;

    @Autowired
    private MailChoices choices;

    @BeforeEach
    void aCouncil() {
        askForView();
        memberships.add(
                council,
                new NewMember("Mo Aziz", MO, null, null, Set.of(), true, true, false, Sex.NOT_STATED),
                today(),
                OFFICE);
        outbox.sendDue();
    }

    @Test
    void entersMeetingsAndTheirCalendar() throws Exception {
        var an = signedIn(AN);

        assertThat(an.get("/raad/instellingen").body()).contains(MEETINGS, MAILS);
        send(an, MEETINGS, MEETINGS, Map.of("days", "6-10-2026", "starts", "20:00", "place", "Dorpshuis"));
        assertThat(meetings.toCome(council)).extracting(CouncilMeeting::day).containsExactly(LocalDate.of(2026, 10, 6));
        assertThat(send(an, MEETINGS, MEETINGS, Map.of("days", "ooit", "place", "Bij de kerk")))
                .contains("is geen dag", "Bij de kerk");
        send(an, MEETINGS, MEETINGS + "/agenda", Map.of("address", "webcal://agenda.example/geheim.ics"));
        assertThat(calendars.of(council)).isPresent();
        assertThat(an.get(MEETINGS).body()).contains("agenda.example").doesNotContain("geheim", "??");
        send(an, MEETINGS, MEETINGS + "/agenda/weg", Map.of());
        assertThat(calendars.of(council)).isEmpty();
    }

    @Test
    void leavesTheMeetingsOfOthersAlone() throws Exception {
        var other =
                councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", areas.add("Kuringen", null, OFFICE), OFFICE);
        meetings.add(other, List.of(LocalDate.of(2026, 10, 6)), null, "", OFFICE);
        var theirs = meetings.toCome(other).get(0).id();
        var an = signedIn(AN);

        send(an, MEETINGS, MEETINGS + "/" + theirs + "/weg", Map.of());
        send(an, MEETINGS, MEETINGS, Map.of("days", "7-10-2026", "_council", other.toString()));

        assertThat(meetings.toCome(other)).hasSize(1);
        assertThat(meetings.toCome(council)).isEmpty();
    }

    @Test
    void choosesWhoElseGetsTheMails() throws Exception {
        var an = signedIn(AN);
        var mo = memberships.today(council).stream()
                .filter(member -> MO.equals(member.details().email()))
                .findFirst()
                .orElseThrow();

        assertThat(an.get(MAILS).body()).contains("Mo Aziz").doesNotContain("Engels", "??");
        send(an, MAILS, MAILS, Map.of("readers", mo.id().toString(), "interest", "AREA", "version", "0"));
        outbox.sendDue();

        assertThat(choices.of(council).interest()).isEqualTo(Interest.AREA);
        assertThat(mail.receivedBy(MO)).isNotEmpty();
        assertThat(send(an, MAILS, MAILS, Map.of("mailbox", "geen adres", "version", "1")))
                .contains("klopt niet", "geen adres");
    }

    @Test
    void letsOnlyChairAndSecretaryChoose() throws Exception {
        var mo = signedIn(MO);

        assertThat(mo.get(MEETINGS).statusCode()).isEqualTo(200);
        assertThat(mo.get(MEETINGS).body()).doesNotContain("<textarea");
        assertThat(mo.get(MAILS).statusCode()).isEqualTo(403);
        var token = Browser.token(mo.get("/raad"));
        for (var path : List.of(MEETINGS, MEETINGS + "/agenda", MEETINGS + "/agenda/weg", MAILS)) {
            var answer = mo.post(path, Map.of("_csrf", token, "days", "6-10-2026", "address", "https://a.example/x"));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(Browser.location(new Browser(port).get(MEETINGS))).isEqualTo("/raad/aanmelden");
        assertThat(meetings.toCome(council)).isEmpty();
    }

    private static String send(Browser browser, String from, String to, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("_csrf", Browser.token(browser.get(from)));
        return browser.post(to, fields).body();
    }
}
