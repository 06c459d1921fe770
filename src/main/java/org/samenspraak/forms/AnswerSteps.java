package org.samenspraak.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What a model may read of the forms that were sent in its case. */
@ProcessSteps("answers")
public class AnswerSteps {

    private final Submissions submissions;

    AnswerSteps(Submissions submissions) {
        this.submissions = submissions;
    }

    /** @throws IllegalArgumentException for a group of fields, which is more than one answer */
    @Step(
            name = "Antwoord uit een formulier",
            about =
                    "Geeft een antwoord uit de laatste keer dat het formulier verstuurd werd; niets als het open bleef.")
    public @Nullable Object value(StepContext step, String form, String key) {
        var answer = submissions
                .latest(step.caseId(), form)
                .map(it -> Tree.get(it.values(), key))
                .orElse(null);
        if (answer instanceof Map) {
            throw new IllegalArgumentException(form + "." + key + " holds several answers");
        }
        return answer;
    }
}
