package org.samenspraak.correspondence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** Questions to a council: each task offered to a council becomes one prompt per person asked, with a link of their own. */
public class Prompts {

    /** What a link opens. Tells no more than the page may show. */
    public Opening open(String token) {
        throw new UnsupportedOperationException();
    }

    /** Mails a new link to the known address of an expired one; always says the same. */
    public void askAgain(String token) {
        throw new UnsupportedOperationException();
    }

    public List<Row> ofCase(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** What a link turned out to be. */
    public sealed interface Opening {

        record Open(UUID prompt, String taskId, CaseId caseId, CouncilId council, String name, String function)
                implements Opening {}

        /** The answer was sent, by whom and when as shown to the council. */
        record Answered(CaseId caseId, CouncilId council) implements Opening {}

        record Expired() implements Opening {}

        record Withdrawn() implements Opening {}

        /** Guessed, broken or of another time. */
        record Unknown() implements Opening {}
    }

    public record Row(UUID id, String taskName, String to, @Nullable String function, boolean open) {}
}
