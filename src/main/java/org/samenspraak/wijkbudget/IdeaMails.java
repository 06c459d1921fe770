package org.samenspraak.wijkbudget;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Component;

/** Mails to who stands behind an idea, each with a link of their own. */
@Component
class IdeaMails {

    private final PersonLinks links;

    IdeaMails(PersonLinks links) {
        this.links = links;
    }

    /** What a mail about an idea would say, before it goes out. */
    String foreseen(CaseId idea, String text, Map<String, Object> given) {
        return links.foreseen(idea, text, given);
    }

    /** To one person; who is on paper is told by the area manager, whom the timeline tells so. */
    void send(Supporter to, String text) {
        send(to, text, Map.of());
    }

    /**
     * @param given lists that the text names under {@code fields}
     * @return the mail that was queued; none to who is on paper
     */
    Optional<UUID> send(Supporter to, String text, Map<String, Object> given) {
        if (to.mail() == null) {
            links.unsent(to.caseId(), text);
            return Optional.empty();
        }
        return Optional.of(links.mail(to.caseId(), text, given, to.name(), to.mail(), to.id(), Actor.SYSTEM));
    }
}
