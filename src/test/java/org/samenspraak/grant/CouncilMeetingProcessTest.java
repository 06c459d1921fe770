package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;

/** A meeting of the city with all councils: its theme, invitations to each apart, report, what the city promised all. */
class CouncilMeetingProcessTest extends GatheringScenario {

    private static final String BO = "bo@raad.example";

    private CouncilId kermt = CouncilId.create();

    @BeforeEach
    void anotherCouncil() {
        kermt = council("Wijkraad Kermt");
        memberships.replace(kermt, List.of(person("Bo Jans", BO, Function.CHAIR)), today(), OFFICE);
    }

    @Test
    void allCouncilsAreInvitedApartToldOfAnotherDayAndOfTheReport() throws Exception {
        var meeting = meeting("office");
        answer(meeting, "Task_PlanMeeting", meetingPlan("2027-06-10"));

        for (var address : List.of(AN, ELS, BO, ALDERMAN, MANAGER)) {
            assertThat(mailTo(address))
                    .contains("METHOD:REQUEST", "SEQUENCE:0", "mailto:" + address, "Het plan voor de wijken")
                    .contains("het college");
        }
        assertThat(mailTo(BO)).doesNotContain(AN, ALDERMAN);

        answer(meeting, "Task_RecordMeeting", Map.of("held", "move", "offReason", "De zaal is bezet."));
        assertThat(mailTo(BO)).contains("METHOD:CANCEL", "SEQUENCE:1", "De zaal is bezet.");
        answer(meeting, "Task_PlanMeeting", meetingPlan("2027-06-17"));
        assertThat(mailTo(BO)).contains("METHOD:REQUEST", "SEQUENCE:2");
        goTo(LocalDate.of(2027, 6, 18));
        answer(
                meeting,
                "Task_RecordMeeting",
                Map.of(
                        "held",
                        "yes",
                        "heldOn",
                        "2027-06-17",
                        "attended",
                        "60",
                        "said",
                        "Het college legde het plan uit.",
                        "agreements",
                        List.of(Map.of(
                                "what",
                                "Het plan op de website",
                                "group",
                                "department-mobility",
                                "due",
                                "2027-07-01"))));

        assertThat(mailTo(BO)).contains("Het college legde het plan uit.");
        assertThat(cases.get(meeting).outcome()).isEqualTo("meeting-held");
        for (var member : List.of(AN, BO)) {
            mvc.perform(get("/raad/afspraken").with(SignedInAs.council(member)))
                    .andExpect(content().string(containsString("Het plan op de website")));
        }
        mvc.perform(get("/afspraken").with(SignedInAs.role("department-mobility")))
                .andExpect(content().string(containsString("Raden en college")));
        mvc.perform(get("/agenda?maand=2027-07&group=department-mobility").with(SignedInAs.role("department-mobility")))
                .andExpect(content().string(containsString("Het plan op de website")));
    }

    @Test
    void theCouncilsChooseTheThemeUntilItIsFixed() throws Exception {
        var meeting = meeting("councils");
        assertThat(mailTo(BO)).contains("De raden kiezen zelf het thema");

        theme(council, "", "Groen");
        theme(kermt, "own", "Verkeer");
        assertThat(cases.get(theme(kermt, "Groen", "")).outcome()).isEqualTo("theme-counted");

        assertThat(gatherings.themes(meeting, 10)).containsExactly(new Gatherings.Theme("Groen", 2));
        assertThat(known(meeting, "Task_ChooseTheme"))
                .containsEntry("theme", "Groen")
                .containsEntry("chosen", "Groen (2 raden)");
        answer(meeting, "Task_ChooseTheme", Map.of("theme", "Groen"));

        assertThat(gatherings.get(meeting).title()).isEqualTo("Raden en college: Groen");
        var form = forms.shipped("meeting-theme");
        assertThatThrownBy(() -> intake.start(
                        "meeting-theme",
                        form,
                        judged(form, Map.of(), Map.of("own", "Te laat")),
                        today(),
                        false,
                        member()))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("grant.refusal.no-theme-asked");

        answer(meeting, "Task_PlanMeeting", meetingPlan("2027-06-10"));
        answer(meeting, "Task_RecordMeeting", Map.of("held", "off", "offReason", "Te weinig volk."));
        assertThat(cases.get(meeting).outcome()).isEqualTo("meeting-off");
        assertThat(mailTo(BO)).contains("METHOD:CANCEL", "Te weinig volk.");
    }

    @Test
    void theRegulationSaysWhoMeetsTheCouncils() {
        assertThat(forms.prefill(forms.shipped("council-meeting"), null, OFFICE))
                .containsEntry("with", "college");
    }
}
