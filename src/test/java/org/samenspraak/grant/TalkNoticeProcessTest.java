package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Days of a talk that are asked about, and what people are told when it was before its day. */
class TalkNoticeProcessTest extends TalkScenario {

    @Autowired
    private Meetings organs;

    @Test
    void aSessionOfTheCollegeAndADayTooSoonNeedAReason() {
        organs.add("college", List.of(LocalDate.of(2027, 6, 1)), OFFICE);
        var talk = talk();
        answer(talk, "Task_Prepare", preparation());

        refuses(talk, "grant.refusal.session", plan("2027-06-01"));
        refuses(talk, "grant.refusal.soon", plan("2027-05-05"));
        answer(talk, "Task_PlanTalk", plan("2027-05-05", "dayReason", "De schepen is vanaf juni weg."));
        assertThat(open(talk)).containsExactly("Task_Report");
    }

    @Test
    void aTalkThatWasHeldBeforeItsDayIsNotCalledOff() throws Exception {
        var talk = planned();
        goTo(LocalDate.of(2027, 5, 20));
        answer(talk, "Task_Report", report("2027-05-19"));

        assertThat(mailTo(ALDERMAN))
                .contains("METHOD:CANCEL", "stond nog in de agenda", "19 mei 2027")
                .doesNotContain("gaat niet door")
                .doesNotContain("een nieuwe uitnodiging");
        assertThat(outbox.page(talk, null, 20))
                .filteredOn(mail -> mail.subject().startsWith("Uitnodiging voor het gesprek"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(outbox.sheet(mail.id()).attachments())
                        .as("the calendar")
                        .isOne());
    }

    private void refuses(CaseId talk, String key, Map<String, Object> answers) {
        assertThatThrownBy(() -> answer(talk, "Task_PlanTalk", answers))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }
}
