package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.grant.OpenForums.Registered;
import org.samenspraak.grant.OpenForums.Stage;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** An open forum of a council: in calendars and on the website, moved, called off, held with its agreements. */
class OpenForumProcessTest extends GatheringScenario {

    @Autowired
    private OpenForums forums;

    @Test
    void isPlannedHeldAndFollowedUp() throws Exception {
        assertThat(forums.of(council, 2027)).isEmpty();
        var forum = forum();

        assertThat(forums.of(council, 2027))
                .contains(new Registered(
                        cases.get(forum).number(), "Verkeer in Runkst", LocalDate.of(2027, 6, 1), Stage.PLANNED));
        assertThat(forums.of(council, 2028)).isEmpty();
        assertThat(mailTo(MANAGER)).contains("METHOD:REQUEST", "20270601T173000Z", "SUMMARY:Verkeer in Runkst");
        mvc.perform(get("/publiek/volgen"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Verkeer in Runkst"),
                                containsString("/publiek/raden/" + council),
                                containsString("\"startDate\":\"2027-06-01T19:30:00+02:00\""))));
        mvc.perform(get("/publiek/zittingen.ics"))
                .andExpect(content()
                        .string(allOf(
                                containsString("SUMMARY:Verkeer in Runkst"), containsString("DTSTART:20270601T173000Z"),
                                containsString("DTEND:"), containsString("LOCATION:"))));
        mvc.perform(get("/agenda?maand=2027-06").with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Open forum")));

        assertThatThrownBy(() -> answer(forum, "Task_ReportForum", held(), member()))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("grant.refusal.not-yet");
        goTo(LocalDate.of(2027, 6, 3));
        answer(forum, "Task_ReportForum", held(), member());
        mvc.perform(get("/publiek/raden/" + council)).andExpect(content().string(containsString("Verkeer in Runkst")));
        mvc.perform(get("/publiek/nieuws.atom?council=" + council))
                .andExpect(content().string(containsString("Open voor iedereen: Verkeer in Runkst")));

        assertThat(known(forum, "Task_FollowForum"))
                .containsEntry("took", "yes")
                .containsEntry("wishes", "Trager verkeer.");
        answer(
                forum,
                "Task_FollowForum",
                Map.of(
                        "took",
                        "yes",
                        "agreements",
                        List.of(Map.of(
                                "what",
                                "Snelheid meten",
                                "whose",
                                "city",
                                "group",
                                "department-mobility",
                                "due",
                                "2027-09-01"))));

        assertThat(cases.get(forum).outcome()).isEqualTo("forum-held");
        assertThat(agreements.open(council, 10)).extracting(Agreement::what).containsExactly("Snelheid meten");
        mvc.perform(get("/raden/" + council).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Open forum: Verkeer in Runkst")))
                .andExpect(content().string(containsString("Afgesproken: Snelheid meten")));
        forum("2027-09-01");
        assertThat(forums.of(council, 2027).orElseThrow())
                .returns(LocalDate.of(2027, 6, 1), Registered::day)
                .returns(Stage.HELD, Registered::stage);
    }

    @Test
    void comesOnAnotherDayAndIsOffThen() throws Exception {
        var forum = forum();
        answer(
                forum,
                "Task_ReportForum",
                Map.of(
                        "held", "move",
                        "offReason", "De zaal is bezet.",
                        "day", "2027-06-08",
                        "time", "20:00",
                        "place", "School"),
                member());
        assertThat(mailTo(MANAGER)).contains("METHOD:REQUEST", "SEQUENCE:1", "20270608T180000Z");

        answer(forum, "Task_ReportForum", Map.of("held", "off", "offReason", "Geen spreker."), member());

        assertThat(mailTo(MANAGER)).contains("METHOD:CANCEL", "SEQUENCE:2", "Geen spreker.");
        assertThat(cases.get(forum).outcome()).isEqualTo("forum-off");
        assertThat(forums.of(council, 2027)).isEmpty();
        mvc.perform(get("/publiek/volgen")).andExpect(content().string(not(containsString("Verkeer in Runkst"))));
    }

    @Test
    void theAreaManagerSaysThatItWasNotWhenTheCouncilIsSilent() {
        var forum = forum();

        goTo(LocalDate.of(2027, 6, 20));

        assertThat(forums.of(council, 2027).orElseThrow().stage()).isEqualTo(Stage.OVER);
        assertThat(open(forum)).containsExactly("Task_FollowForum");
        answer(forum, "Task_FollowForum", Map.of("took", "no"));
        assertThat(cases.get(forum).outcome()).isEqualTo("forum-not-held");
        assertThat(forums.of(council, 2027)).isEmpty();
    }

    @Test
    void theAreaManagerSaysThatItWasWhenTheCouncilIsSilent() {
        var forum = forum();
        goTo(LocalDate.of(2027, 6, 20));

        answer(forum, "Task_FollowForum", Map.of("took", "yes"));

        assertThat(cases.get(forum).outcome()).isEqualTo("forum-held");
        assertThat(gatherings.get(forum).heldOn()).isEqualTo("2027-06-01");
    }

    @Test
    void takesOneThatWasAlreadyAndInvitesNobodyToIt() throws Exception {
        var before = mail.receivedBy(MANAGER).size();
        var forum = forum("2027-04-20");
        outbox.sendDue();

        assertThat(mail.receivedBy(MANAGER)).hasSize(before);
        answer(forum, "Task_ReportForum", held(), member());
        answer(forum, "Task_FollowForum", Map.of("took", "yes"));
        assertThat(gatherings.get(forum).heldOn()).isEqualTo("2027-04-20");
    }

    @Test
    void refusesADayThatIsLongOver() {
        assertThatThrownBy(() -> forum("2026-04-20"))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("grant.refusal.day");
    }

    private static Map<String, Object> held() {
        return Map.of("held", "yes", "attended", "40", "said", "Veel volk.", "wishes", "Trager verkeer.");
    }
}
