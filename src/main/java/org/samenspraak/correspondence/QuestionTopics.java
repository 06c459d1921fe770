package org.samenspraak.correspondence;

import java.util.Locale;
import java.util.Optional;
import org.samenspraak.kernel.CaseId;

/**
 * What a question to a council is about, so that two questions of one kind are told apart in a mailbox. It becomes part of the
 * subject of mails: nothing in it may tell of a person.
 */
public interface QuestionTopics {

    /** Empty for a case that another module knows, or that needs no more than the name of its task. */
    Optional<String> of(CaseId caseId);

    /** Why it goes to this council and no other, in a sentence; as {@link #of}. */
    Optional<String> why(CaseId caseId, Locale language);
}
