package org.samenspraak.correspondence;

import java.util.Map;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;

/** The last answers to each form of a case, for the templates. */
public final class SentAnswers {

    private final Submissions submissions;
    private final CaseId caseId;

    SentAnswers(Submissions submissions, CaseId caseId) {
        this.submissions = submissions;
        this.caseId = caseId;
    }

    /** Empty when the form was not sent. */
    public Map<String, Object> of(String formId) {
        return submissions.latest(caseId, formId).map(Answers::values).orElse(Map.of());
    }
}
