package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.casefile.Backlog;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils;
import org.samenspraak.grant.Rounds.Waiting;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the talks of a round, each in a transaction of its own: what fails for one keeps no other, and what was cut short is not
 * there. Two nodes never begin the same.
 */
@Component
public class TalkStarter {

    private static final Logger LOG = LoggerFactory.getLogger(TalkStarter.class);

    private final Rounds rounds;
    private final Talks talks;
    private final Councils councils;
    private final Cases cases;
    private final CaseLinks links;
    private final Processes processes;
    private final Backlog backlog;
    private final GrantWords words;
    private final Dates dates;

    TalkStarter(
            Rounds rounds,
            Talks talks,
            Councils councils,
            Cases cases,
            CaseLinks links,
            Processes processes,
            Backlog backlog,
            GrantWords words,
            Dates dates) {
        this.rounds = rounds;
        this.talks = talks;
        this.councils = councils;
        this.cases = cases;
        this.links = links;
        this.processes = processes;
        this.backlog = backlog;
        this.words = words;
        this.dates = dates;
    }

    /** Begins what waits; what fails is tried again in the next rounds. */
    @Scheduled(fixedDelayString = "PT5S")
    public void begin() {
        backlog.workOff(rounds::hold, this::begin, (one, why) -> {
            LOG.error("The talk with council {} of round {} could not begin", one.council(), one.round(), why);
            rounds.failed(one, String.valueOf(why.getMessage()));
        });
    }

    private void begin(Waiting one) {
        var council = councils.get(one.council());
        if (!council.inRegister()) {
            rounds.leaveOut(one.round(), council.id(), words.dutch("grant.round.not-in-register"));
            return;
        }
        var year = rounds.get(one.round()).year();
        var caseId = CaseId.create();
        var opening = new OpenCase(
                caseId,
                Talk.YEARLY,
                processes.trajectory(Talk.YEARLY).orElseThrow().code(),
                words.dutch("grant.talk.title", council.name(), String.valueOf(year)),
                council.id(),
                council.area(),
                dates.today(),
                false,
                Actor.SYSTEM);
        cases.open(opening, cases.get(one.round()).regulation());
        links.tie(caseId, one.round(), CaseLinks.Kind.ROUND);
        talks.add(caseId, one.round(), council.id(), year, Talk.State.PREPARING);
        rounds.begun(one, caseId);
        processes.start(Talk.YEARLY, caseId, Map.of(), Actor.SYSTEM);
    }
}
