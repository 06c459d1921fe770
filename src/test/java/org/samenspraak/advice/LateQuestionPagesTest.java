package org.samenspraak.advice;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilMeetings;
import org.springframework.beans.factory.annotation.Autowired;

class LateQuestionPagesTest extends AdviceScenario {

    @Autowired
    private CouncilMeetings meetings;

    @Test
    void aQuestionThatIsLateSpeaksOfNoMeetingBeforeItsDay() throws Exception {
        sentOut();
        meetings.add(youth, List.of(LocalDate.of(2026, 11, 30)), null, "", CLERK);
        var link = link("chair@jeugdraad.example");
        mvc.perform(get(link)).andExpect(content().string(containsString("U vergadert niet meer voor deze dag")));

        wait(31);

        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(containsString("is voorbij. U mag"), not(containsString("U vergadert")))));
    }
}
