package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Component;

/** Mails to who stands behind an idea, each with a link of their own; a letter to who has no e-mail address. */
@Component
class IdeaMails {

    private final PersonLinks links;
    private final IdeaLetters letters;
    private final BudgetRounds rounds;
    private final BudgetWords words;

    IdeaMails(PersonLinks links, IdeaLetters letters, BudgetRounds rounds, BudgetWords words) {
        this.links = links;
        this.letters = letters;
        this.rounds = rounds;
        this.words = words;
    }

    /** What a mail about an idea would say, before it goes out. */
    String foreseen(CaseId idea, String text, Map<String, Object> given) {
        return links.foreseen(idea, text, given);
    }

    /** Asks a co-initiator whether they stand behind an idea; by letter only while the call is open. */
    void ask(Supporter one, Idea idea) {
        var last = words.dutchDay(rounds.phase(idea.round(), Phase.CALL).ends());
        var told = Map.of("subject", idea.words().title(), "term", last);
        send(one, "idea-co-initiator", Map.of("told", List.of(told)));
    }

    /** To one person. */
    void send(Supporter to, String text) {
        send(to, text, Map.of());
    }

    /**
     * @param given lists that the text names under {@code fields}
     * @return the mail that was queued; none for a letter
     */
    Optional<UUID> send(Supporter to, String text, Map<String, Object> given) {
        if (to.mail() == null) {
            letters.make(to, text, given);
            return Optional.empty();
        }
        return Optional.of(links.mail(to.caseId(), text, given, to.name(), to.mail(), to.id(), Actor.SYSTEM));
    }
}
