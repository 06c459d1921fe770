package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.casefile.Backlog;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils;
import org.samenspraak.grant.GrantStarts.Open;
import org.samenspraak.grant.GrantStarts.Waiting;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens the case for the grant of a council: after its talk, or some weeks before the closing day, whatever comes first. Each in a
 * transaction of its own, as {@link TalkStarter} does.
 */
@Component
public class GrantStarter {

    private static final Logger LOG = LoggerFactory.getLogger(GrantStarter.class);

    private final GrantStarts starts;
    private final Grants grants;
    private final GrantRules rules;
    private final Councils councils;
    private final Cases cases;
    private final CaseLinks links;
    private final Processes processes;
    private final Backlog backlog;
    private final GrantWords words;
    private final Dates dates;

    GrantStarter(
            GrantStarts starts,
            Grants grants,
            GrantRules rules,
            Councils councils,
            Cases cases,
            CaseLinks links,
            Processes processes,
            Backlog backlog,
            GrantWords words,
            Dates dates) {
        this.starts = starts;
        this.grants = grants;
        this.rules = rules;
        this.councils = councils;
        this.cases = cases;
        this.links = links;
        this.processes = processes;
        this.backlog = backlog;
        this.words = words;
        this.dates = dates;
    }

    /** Begins what may begin, round by round; what fails is tried again in the next rounds. */
    @Scheduled(fixedDelayString = "PT10S")
    public void begin() {
        starts.rounds().forEach(this::begin);
    }

    private void begin(Open round) {
        var regulation = cases.get(round.round()).regulation();
        if (!rules.hasGrants(regulation)) {
            return;
        }
        var all = !dates.today().isBefore(rules.opens(regulation, round.closing()));
        var year = rules.yearOf(regulation, round.year());
        backlog.workOff(() -> starts.hold(round.round(), all), one -> begin(one, year), (one, why) -> {
            LOG.error("The grant of council {} in round {} could not begin", one.council(), one.round(), why);
            starts.failed(one, 1, String.valueOf(why.getMessage()));
        });
    }

    private void begin(Waiting one, int year) {
        var council = councils.get(one.council());
        if (!council.inRegister() || grants.of(council.id(), year).isPresent()) {
            starts.failed(one, Rounds.MOST_ATTEMPTS, null);
            return;
        }
        var caseId = CaseId.create();
        var opening = new OpenCase(
                caseId,
                Grant.TRAJECTORY,
                processes.trajectory(Grant.TRAJECTORY).orElseThrow().code(),
                words.dutch("grant.money.title", council.name(), String.valueOf(year)),
                council.id(),
                council.area(),
                dates.today(),
                false,
                Actor.SYSTEM);
        cases.open(opening, cases.get(one.round()).regulation());
        links.tie(caseId, one.talk(), CaseLinks.Kind.SAME_SUBJECT);
        grants.add(caseId, one.round(), one.talk(), council.id(), year);
        processes.start(Grant.TRAJECTORY, caseId, Map.of(), Actor.SYSTEM);
    }
}
