package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A round with five proposers that was decided. */
abstract class SurveyScenario extends DecidedScenario {

    static final List<String> OTHERS = Stream.of("an", "bo", "cas", "dirk")
            .map(name -> name + "@wijk.example")
            .toList();

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyViews views;

    /** One project of one idea; four more ideas, one of which its proposer handed in twice. */
    CaseId decided() throws Exception {
        for (var other : OTHERS) {
            idea("bank van " + other, Map.of("contactMail", other), RESIDENT, false);
            confirm(other);
        }
        idea("nog een bank", Map.of("contactMail", OTHERS.get(0).toUpperCase(Locale.ROOT)), RESIDENT, false);
        confirm(OTHERS.get(0).toUpperCase(Locale.ROOT));
        return chosen("Groen plein");
    }

    void beginSurvey() {
        goTo(begins(Phase.EXECUTION));
        goTo(begins(Phase.EXECUTION).plusDays(15));
    }

    static Map<String, Object> says(int mark) {
        var answers = new HashMap<String, Object>();
        Survey.QUESTIONS.forEach(question -> answers.put(question, String.valueOf(mark)));
        return answers;
    }

    /** By the link of the newest mail. */
    ResultActions replies(String mailbox, int mark, String words) throws Exception {
        var request = post(address(mailbox) + "/evaluatie").param("surveyWords", words);
        says(mark).forEach((key, value) -> request.param(key, String.valueOf(value)));
        return mvc.perform(request);
    }

    void replied(String mailbox, int mark) throws Exception {
        replies(mailbox, mark, "").andExpect(status().is3xxRedirection());
    }

    long mails(String mailbox, String subject) {
        outbox.sendDue();
        return mail.receivedBy(mailbox).stream()
                .filter(one -> Mails.subject(one).startsWith(subject))
                .count();
    }

    String page(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    void closed() {
        goTo(begins(Phase.EXECUTION).plusDays(30));
        goTo(begins(Phase.EXECUTION).plusDays(44));
        assertThat(surveys.find(round).orElseThrow().isOpen()).isFalse();
    }
}
