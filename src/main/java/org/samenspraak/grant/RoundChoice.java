package org.samenspraak.grant;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which councils take part in a round that runs: the office adds some, or all that a search finds. */
@Service
public class RoundChoice {

    private static final int ALL = 5000;
    private static final int LONGEST = 2000;

    private final Rounds rounds;
    private final RoundDates days;
    private final Councils councils;
    private final Cases cases;
    private final Timeline timeline;
    private final Dates dates;

    RoundChoice(Rounds rounds, RoundDates days, Councils councils, Cases cases, Timeline timeline, Dates dates) {
        this.rounds = rounds;
        this.days = days;
        this.councils = councils;
        this.cases = cases;
        this.timeline = timeline;
        this.dates = dates;
    }

    /** Those of these that take part already, in this round or in another one of the year. */
    Set<CouncilId> taken(CaseId round, List<CouncilView> found) {
        return rounds.taken(
                rounds.get(round).year(), found.stream().map(CouncilView::id).toList());
    }

    /** How the days of a round lie for whoever is invited today, in lines. */
    String days(CaseId round) {
        return String.join(
                "\n",
                days.lines(cases.get(round).regulation(), rounds.get(round).year()));
    }

    /** Whether whoever adds councils today has to say why so late. */
    boolean asksReason(CaseId round) {
        var opened = rounds.get(round);
        return opened.lateReason() == null && days.isLate(cases.get(round).regulation(), opened.year());
    }

    /**
     * Invites these; who takes part already stays as it was.
     *
     * @return how many were added
     * @throws Refusal for a round that is closed, for nobody, for who is not in the register, and late without a reason
     */
    @Transactional
    public int add(CaseId round, Collection<CouncilId> named, String lateReason, Actor by) {
        rounds.lock();
        var opened = rounds.get(round);
        if (opened.closed()) {
            throw new Refusal("grant.refusal.round-closed");
        }
        var chosen = new HashSet<>(named);
        chosen.removeAll(rounds.taken(opened.year(), chosen));
        if (rounds.inRegister(chosen) < chosen.size()) {
            throw Refusal.of("council", "grant.refusal.council-gone");
        }
        if (chosen.isEmpty()) {
            throw Refusal.of("council", "grant.refusal.nobody");
        }
        if (asksReason(round)) {
            keepReason(round, opened, lateReason);
        }
        rounds.addCouncils(round, chosen);
        timeline.add(round, "grant.councils-added", Map.of("many", String.valueOf(chosen.size())), null, by);
        return chosen.size();
    }

    /** The same with all that a search finds. */
    @Transactional
    public int addFound(CaseId round, CouncilSearch search, String lateReason, Actor by) {
        var found =
                councils.search(search, null, ALL).stream().map(CouncilView::id).toList();
        return add(round, found, lateReason, by);
    }

    private void keepReason(CaseId round, Rounds.Opened opened, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            var latest = days.latestInvitation(cases.get(round).regulation(), opened.closing());
            throw Refusal.of("lateReason", "grant.refusal.late", dates.day(latest.lastDay()));
        }
        rounds.lateReason(round, reason.strip());
    }
}
