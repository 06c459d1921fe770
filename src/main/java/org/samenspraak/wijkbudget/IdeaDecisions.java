package org.samenspraak.wijkbudget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.stereotype.Component;

/** Keeps what was decided on an idea and tells its proposer, with what they can do about it. */
@Component
class IdeaDecisions {

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final MergedIdeas merged;
    private final IdeaMails mails;
    private final Cases cases;
    private final Clocks clocks;
    private final Regulations regulations;
    private final BudgetWords words;
    private final Dates dates;

    IdeaDecisions(
            Ideas ideas,
            IdeaSupporters supporters,
            MergedIdeas merged,
            IdeaMails mails,
            Cases cases,
            Clocks clocks,
            Regulations regulations,
            BudgetWords words,
            Dates dates) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.merged = merged;
        this.mails = mails;
        this.cases = cases;
        this.clocks = clocks;
        this.regulations = regulations;
        this.words = words;
        this.dates = dates;
    }

    void decide(CaseId caseId, State state, @Nullable String reason, String text) {
        decide(caseId, state, reason, text, Map.of());
    }

    /** Everybody reads it once the mail to its proposer left; who was merged into it hears it too. */
    void decide(CaseId caseId, State state, @Nullable String reason, String text, Map<String, Object> given) {
        ideas.stand(caseId, state, reason);
        ideas.toldBy(
                caseId, mails.send(supporters.proposer(caseId), text, given).orElse(null));
        merged.tell(caseId, state.name(), reason);
    }

    /** Starts the term in which its proposer may ask to look again. */
    String askUntil(CaseId caseId) {
        clocks.due(caseId, IdeaCare.LOOK_AGAIN, null);
        return words.dutchDay(
                clocks.find(caseId, IdeaCare.LOOK_AGAIN, null).orElseThrow().lastDay());
    }

    /** Who decided that it goes no further, on which day, and what its proposer can do about it. */
    Map<String, Object> taken(Idea idea) {
        return told(
                "taken",
                words.dutch("wijkbudget.idea.taken", words.dutchDay(dates.today())),
                "objection",
                regulations
                        .objection(cases.get(idea.round()).regulation(), "idea")
                        .value());
    }

    /** One entry for a letter: keys and their texts. */
    static Map<String, Object> told(String... fields) {
        var entry = new HashMap<String, String>();
        for (int at = 0; at < fields.length; at += 2) {
            entry.put(fields[at], fields[at + 1]);
        }
        return Map.of("told", List.of(entry));
    }
}
