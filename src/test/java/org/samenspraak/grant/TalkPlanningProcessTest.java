package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;

/** The day of a talk: what refuses it, and the invitations that calendar programs read. */
class TalkPlanningProcessTest extends GatheringScenario {

    @Test
    void everybodyIsInvitedAndTheSameEntryIsMovedAndTakenAway() throws Exception {
        var talk = planned();

        for (var address : List.of(AN, ELS, ALDERMAN, MANAGER)) {
            var first = calendar(address);
            assertThat(value(first, Property.METHOD)).isEqualTo("REQUEST");
            assertThat(ofEvent(first, Property.SEQUENCE)).isEqualTo("0");
            assertThat(ofEvent(first, Property.LOCATION)).isEqualTo("Buurthuis De Linde");
            assertThat(ofEvent(first, Property.DTSTART)).contains("20270601T173000Z");
        }
        var uid = ofEvent(calendar(AN), Property.UID);

        answer(talk, "Task_Report", Map.of("held", "move", "moveReason", "De zaal is niet vrij."));
        var off = calendar(ALDERMAN);
        assertThat(value(off, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(ofEvent(off, Property.SEQUENCE)).isEqualTo("1");
        assertThat(ofEvent(off, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(ofEvent(off, Property.UID)).isEqualTo(uid);
        assertThat(mailTo(ALDERMAN)).contains("De zaal is niet vrij.");

        answer(talk, "Task_PlanTalk", plan("2027-06-08"));
        var moved = calendar(AN);
        assertThat(ofEvent(moved, Property.SEQUENCE)).isEqualTo("2");
        assertThat(ofEvent(moved, Property.UID)).isEqualTo(uid);
    }

    @Test
    void aStoppedCaseTakesTheTalkOutOfTheCalendars() throws Exception {
        var talk = planned();

        cases.stop(talk, CaseStatus.STOPPED, "Per vergissing begonnen.", OFFICE);

        assertThat(value(calendar(MANAGER), Property.METHOD)).isEqualTo("CANCEL");
        assertThat(mailTo(AN)).contains("Per vergissing begonnen.");
    }

    @Test
    void refusesADayThatIsOverAndWithoutAReasonOneThatDoesNotFit() {
        jdbc.sql("update regulation_parameter set value = '2' where key = 'talk.blackout'")
                .update();
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());

        refuses(talk, "grant.refusal.day", plan("2027-05-02"));
        refuses(talk, "grant.refusal.after-closing", plan("2028-01-05"));
        refuses(talk, "grant.refusal.quiet", plan("2027-12-20"));
        refuses(
                talk,
                "grant.refusal.proposals",
                plan(
                        "2027-06-01",
                        "way",
                        "propose",
                        "proposals",
                        List.of(Map.of("day", "2027-06-01", "time", "19:30"))));
        answer(talk, "Task_PlanTalk", plan("2028-01-05", "dayReason", "De raad kan niet vroeger."));
        assertThat(open(talk)).containsExactly("Task_Report");
    }

    @Test
    void showsAndRefusesAnotherTalkOfTheSamePeople() {
        council("Wijkraad Kermt");
        planned();
        var other = jdbc.sql("select case_id from grant_talk where council_id <> ?")
                .param(council.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .single();
        answer(other, "Task_Prepare", preparation());

        assertThat(said(other, "Task_PlanTalk", "busy"))
                .contains("dinsdag 1 juni 2027, 19:30: gesprek met Wijkraad Runkst, door schepen van participatie");
        refuses(other, "grant.refusal.busy", plan("2027-06-01", "time", "20:00"));
        answer(other, "Task_PlanTalk", plan("2027-06-01", "time", "20:30"));
        assertThat(open(other)).containsExactly("Task_Report");
    }

    @Test
    void showsAndRefusesAMeetingWithAllAndAnOpenForumOfTheCouncil() {
        var meeting = meeting("office");
        answer(meeting, "Task_PlanMeeting", meetingPlan("2027-06-01"));
        forum("2027-06-08");
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());

        assertThat(said(talk, "Task_PlanTalk", "busy"))
                .contains(
                        "dinsdag 1 juni 2027, 19:00: Raden en college",
                        "dinsdag 8 juni 2027, 19:30: Verkeer in Runkst");
        refuses(talk, "grant.refusal.busy-meeting", plan("2027-06-01"));
        refuses(talk, "grant.refusal.busy-meeting", plan("2027-06-08"));
        answer(talk, "Task_PlanTalk", plan("2027-06-08", "dayReason", "Het gesprek is op het forum zelf."));
        assertThat(open(talk)).containsExactly("Task_Report");
    }

    @Test
    void aMeetingWithAllDoesNotFallOnATalkWithoutAReason() {
        planned();
        var meeting = meeting("office");

        assertThat(said(meeting, "Task_PlanMeeting", "busy")).contains("gesprek met Wijkraad Runkst");
        refuses(meeting, "Task_PlanMeeting", "grant.refusal.busy", meetingPlan("2027-06-01"));
        var other = start(
                "council-meeting",
                Map.of(),
                Map.of("subject", "Stad en raden", "with", "city", "themeBy", "office", "theme", "Groen"),
                OFFICE);
        answer(other, "Task_PlanMeeting", meetingPlan("2027-06-02"));
        refuses(meeting, "Task_PlanMeeting", "grant.refusal.busy-meeting", meetingPlan("2027-06-02"));
        var why = new HashMap<>(meetingPlan("2027-06-01"));
        why.put("dayReason", "De schepen komt later.");
        answer(meeting, "Task_PlanMeeting", why);
        assertThat(open(meeting)).containsExactly("Task_RecordMeeting");
    }

    @Test
    void refusesADayOffWithoutAReasonAndTheSameMomentTwice() {
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());
        refuses(talk, "grant.refusal.closed", plan("2027-05-17"));
        var moment = Map.of("day", "2027-06-01", "time", "19:30");
        refuses(
                talk,
                "grant.refusal.same-moment",
                plan(
                        "2027-06-01",
                        "way",
                        "propose",
                        "proposals",
                        List.of(moment, moment, Map.of("day", "2027-06-02", "time", "19:30"))));
        answer(talk, "Task_PlanTalk", plan("2027-05-17", "dayReason", "De raad vraagt Pinkstermaandag."));
        assertThat(open(talk)).containsExactly("Task_Report");
    }

    @Test
    void aTalkThatWasBeforeItsDayLeavesNoDayInTheCalendars() throws Exception {
        var talk = planned();

        answer(talk, "Task_Report", report("2027-05-03"));

        assertThat(value(calendar(ALDERMAN), Property.METHOD)).isEqualTo("CANCEL");
        assertThat(mailTo(ALDERMAN)).contains("Het gesprek was al op 3 mei 2027.");
        assertThat(open(talk)).containsExactly("Task_ConfirmReport");
    }

    @Test
    void whoPlansSeesWhatTheCouncilChose() {
        var talk = talk();
        answer(talk, "Task_Prepare", preparation("talking", "short"));

        assertThat(known(talk, "Task_PlanTalk"))
                .containsEntry("wishedWay", "Een kort gesprek")
                .containsEntry("minutes", 30);
    }

    @Test
    void theTalkPartnerIsThatOfTheRegulationOrSomebodyElseWithAReason() throws Exception {
        var manager = jdbc.sql("select id::text from identity_person where email = ?")
                .param(MANAGER)
                .query(String.class)
                .single();
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());
        assertThat(known(talk, "Task_PlanTalk"))
                .containsEntry("partner", alderman.toString())
                .containsEntry("partnerRole", "de schepen of wethouder");

        refuses(talk, "grant.refusal.partner", plan("2027-06-01", "partner", manager));
        answer(talk, "Task_PlanTalk", plan("2027-06-01", "partner", manager, "partnerReason", "De schepen is ziek."));

        assertThat(mailTo(AN)).contains("Met: wijkmanager Runkst");
        answer(talk, "Task_Report", Map.of("held", "move", "moveReason", "De schepen kan toch."));
        answer(talk, "Task_PlanTalk", plan("2027-06-08"));
        assertThat(mailTo(AN)).contains("Met: schepen van participatie en wijkmanager Runkst");
    }

    @Test
    void anExtraTalkGoesTheSameWay() {
        var form = forms.shipped("extra-talk");
        var opened = intake.start(
                        "extra-talk",
                        form,
                        judged(
                                form,
                                Map.of("portal", Map.of("council", council.toString())),
                                Map.of("subject", "Speeltuin", "points", List.of(Map.of("topic", "Speeltuin")))),
                        today(),
                        false,
                        member())
                .id();
        run();
        answer(opened, "Task_PlanTalk", plan("2027-06-01"));
        goTo(LocalDate.of(2027, 6, 2));
        answer(opened, "Task_Report", report("2027-06-01"));
        answer(opened, "Task_ConfirmReport", Map.of("agreed", "yes"));

        assertThat(cases.get(opened).outcome()).isEqualTo("held");
        assertThat(agreements.open(council, 10)).hasSize(2);
    }

    @Test
    void anExtraTalkStopsWithThePlaceInTheRegister() {
        var form = forms.shipped("extra-talk");
        var opened = intake.start(
                        "extra-talk",
                        form,
                        judged(
                                form,
                                Map.of(),
                                Map.of(
                                        "council",
                                        council.toString(),
                                        "subject",
                                        "Speeltuin",
                                        "points",
                                        List.of(Map.of("topic", "Speeltuin")))),
                        today(),
                        false,
                        OFFICE)
                .id();
        run();

        processes.signal(opened, "register-ended", Map.of(), OFFICE);
        run();

        assertThat(cases.get(opened).outcome()).isEqualTo("register-ended");
    }

    private void refuses(CaseId talk, String key, Map<String, Object> answers) {
        refuses(talk, "Task_PlanTalk", key, answers);
    }

    private void refuses(CaseId caseId, String task, String key, Map<String, Object> answers) {
        assertThatThrownBy(() -> answer(caseId, task, answers))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private Calendar calendar(String address) throws Exception {
        outbox.sendDue();
        var all = mail.receivedBy(address);
        var text = find(all.get(all.size() - 1));
        assertThat(text).isNotNull();
        return new CalendarBuilder().build(new StringReader(String.valueOf(text)));
    }

    private static @Nullable String find(Part part) throws Exception {
        if (part.getContentType().startsWith("text/calendar")) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                var found = find(several.getBodyPart(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String value(Calendar calendar, String name) {
        return calendar.getProperty(name).orElseThrow().getValue();
    }

    private static String ofEvent(Calendar calendar, String name) {
        return calendar.getComponents().get(0).getProperty(name).orElseThrow().getValue();
    }
}
