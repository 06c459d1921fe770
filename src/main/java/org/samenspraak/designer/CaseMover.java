package org.samenspraak.designer;

import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Backlog;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.designer.MoveRows.Waiting;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.CaseMoves;
import org.samenspraak.process.StandingCases.Route;
import org.samenspraak.process.TrajectoryFiles;
import org.samenspraak.process.TrajectoryFiles.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves cases in the background, each in a transaction of its own: what fails is left as it was. Two nodes never take the same. */
@Component
class CaseMover {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMover.class);

    private final MoveRows rows;
    private final CaseMoves moves;
    private final TrajectoryFiles files;
    private final Timeline timeline;
    private final Backlog backlog;

    CaseMover(MoveRows rows, CaseMoves moves, TrajectoryFiles files, Timeline timeline, Backlog backlog) {
        this.rows = rows;
        this.moves = moves;
        this.files = files;
        this.timeline = timeline;
        this.backlog = backlog;
    }

    /** Moves what waits; what can't go stays as it was. */
    @Scheduled(fixedDelayString = "PT3S")
    void move() {
        backlog.workOff(rows::next, this::move, this::stays);
    }

    private void move(Waiting one) {
        var caseId = new CaseId(one.caseId());
        var by = Actor.person(new PersonId(one.byId()), one.byName());
        var routes = routes(one, caseId);
        rows.moved(one, routes, moves.move(caseId, routes, by));
        if (!routes.isEmpty()) {
            timeline.add(caseId, "case.to-version", Map.of("version", version(one, routes)), null, by);
        }
    }

    /** A "no" has its own words; what nobody foresaw is logged. */
    private void stays(Waiting one, RuntimeException why) {
        if (!(why instanceof Refusal)) {
            LOG.error("Case {} could not go to another version", one.caseId(), why);
        }
        var inTheWay = why instanceof Refusal refusal ? refusal : new Refusal("process.refusal.cannot-move");
        var step =
                inTheWay.args().isEmpty() ? "" : String.valueOf(inTheWay.args().get(0));
        rows.failed(one, inTheWay.messageKey(), step);
    }

    private List<Route> routes(Waiting one, CaseId caseId) {
        return one.undoes() == null
                ? moves.routes(one.folder(), caseId, target(one))
                : rows.back(one.undoes(), one.caseId());
    }

    private Version target(Waiting one) {
        return files.versions(one.folder()).stream()
                .filter(version -> version.deployment().equals(one.deployment()))
                .findFirst()
                .orElseThrow();
    }

    private String version(Waiting one, List<Route> routes) {
        return one.deployment() == null
                ? String.valueOf(files.numberOf(
                        one.folder(), String.valueOf(routes.get(0).to())))
                : String.valueOf(target(one).number());
    }
}
