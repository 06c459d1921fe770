package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Component;

/** Mails to who stands behind an idea, each with a link of their own; a letter to who has no e-mail address. */
@Component
class IdeaMails {

    private final PersonLinks links;
    private final IdeaLetters letters;
    private final BudgetRounds rounds;
    private final Cases cases;
    private final BudgetWords words;
    private final Dates dates;

    IdeaMails(
            PersonLinks links, IdeaLetters letters, BudgetRounds rounds, Cases cases, BudgetWords words, Dates dates) {
        this.links = links;
        this.letters = letters;
        this.rounds = rounds;
        this.cases = cases;
        this.words = words;
        this.dates = dates;
    }

    /** What a mail about an idea would say, before it goes out. */
    String foreseen(CaseId idea, String text, Map<String, Object> given) {
        return links.foreseen(idea, text, given);
    }

    /** The last day to say by letter that somebody stands behind an idea: of the call, or of the check when it was entered later. */
    LocalDate signUntil(Idea idea) {
        var call = rounds.phase(idea.round(), Phase.CALL).ends();
        var entered = dates.local(cases.get(idea.caseId()).openedAt());
        return entered.isAfter(call)
                ? rounds.phase(idea.round(), Phase.ADMISSIBILITY).ends()
                : call;
    }

    /** Asks a co-initiator whether they stand behind an idea. */
    void ask(Supporter one, Idea idea) {
        var last = words.dutchDay(signUntil(idea));
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
