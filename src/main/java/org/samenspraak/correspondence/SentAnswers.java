package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.forms.Submissions.Sent;
import org.samenspraak.kernel.CaseId;

/** The last answers to each form of a case, for the texts of letters. Addresses of people are not told. Public for the templates. */
public final class SentAnswers {

    private final Submissions submissions;
    private final Forms forms;
    private final CaseId caseId;
    private final Map<String, Optional<Sent>> read = new HashMap<>();

    SentAnswers(Submissions submissions, Forms forms, CaseId caseId) {
        this.submissions = submissions;
        this.forms = forms;
        this.caseId = caseId;
    }

    private Optional<Sent> of(@Nullable String formId) {
        return formId == null
                ? Optional.empty()
                : read.computeIfAbsent(formId, id -> submissions.of(caseId).stream()
                        .filter(row -> row.formId().equals(id))
                        .findFirst()
                        .map(row -> submissions.get(caseId, row.id())));
    }

    /** Empty when the form was not sent. */
    Answers answers(@Nullable String formId) {
        return of(formId).map(Sent::answers).orElse(new Answers(Map.of()));
    }

    @Nullable
    Instant at(@Nullable String formId) {
        return of(formId).map(sent -> sent.row().at()).orElse(null);
    }

    /**
     * One answer in the words of its form; a box as whether it is ticked.
     *
     * @param name form and path ("recognition-check.missing")
     */
    public @Nullable Object words(String name) {
        var dot = name.indexOf('.');
        var sent = of(name.substring(0, Math.max(dot, 0)));
        var path = name.substring(dot + 1);
        return sent.map(it -> it.answers().values().get(path) instanceof Boolean ticked
                        ? ticked
                        : Objects.toString(
                                forms.sent(it.form(), it.answers(), false)
                                        .values()
                                        .get(path),
                                ""))
                .orElse(null);
    }
}
