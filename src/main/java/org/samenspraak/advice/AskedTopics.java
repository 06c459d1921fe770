package org.samenspraak.advice;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.QuestionTopics;
import org.samenspraak.council.Memberships;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Masks;
import org.springframework.stereotype.Component;

/** The subject that an official gave a question, or a council its own advice, as the public page shows it later: without persons. */
@Component
class AskedTopics implements QuestionTopics {

    private static final int LONGEST = 80;
    private static final String MORE = "…";

    private final GivenAnswers given;
    private final Questions questions;
    private final Memberships memberships;
    private final AskedView view;
    private final Cases cases;

    AskedTopics(GivenAnswers given, Questions questions, Memberships memberships, AskedView view, Cases cases) {
        this.cases = cases;
        this.given = given;
        this.questions = questions;
        this.memberships = memberships;
        this.view = view;
    }

    @Override
    public Optional<String> of(CaseId caseId) {
        return given.find(caseId).map(this::topic);
    }

    @Override
    public Optional<String> why(CaseId caseId, Locale language) {
        return given.find(caseId)
                .filter(advice -> advice.request() != null)
                .map(advice ->
                        AdviceWords.in(language, () -> view.why(advice, Objects.requireNonNull(advice.request()))));
    }

    private String topic(Advice advice) {
        var request = advice.request();
        var subject = request == null
                ? cases.get(advice.caseId()).title()
                : questions.current(request).texts().subject();
        var masked = new Masks(MORE, memberships.names(Set.of(advice.council()))).of(subject);
        return shortened(String.valueOf(masked));
    }

    private static String shortened(String topic) {
        return topic.length() <= LONGEST
                ? topic
                : topic.substring(0, Math.max(topic.lastIndexOf(' ', LONGEST), LONGEST / 2)) + MORE;
    }
}
