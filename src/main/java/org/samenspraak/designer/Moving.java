package org.samenspraak.designer;

import java.util.List;
import org.samenspraak.designer.MoveRows.MoveRow;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.StandingCases;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes running cases along to the version that new cases start on, as many as a designer chooses, and back. */
@Service
class Moving {

    private final MoveRows rows;
    private final StandingCases standing;
    private final TrajectoryFiles files;
    private final Audit audit;

    Moving(MoveRows rows, StandingCases standing, TrajectoryFiles files, Audit audit) {
        this.rows = rows;
        this.standing = standing;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Asks to move the cases at these places; a worker does it.
     *
     * @param places by their keys
     * @throws Refusal when there is none
     */
    @Transactional
    long begin(String folder, List<String> places, Actor by) {
        var version = files.current(folder).orElseThrow(() -> new NotFound("designer.refusal.no-version"));
        var cases = standing.at(folder, version.deployment(), places);
        if (cases.isEmpty()) {
            throw Refusal.of("places", "designer.refusal.no-cases");
        }
        var move = rows.add(folder, version.deployment(), null, cases, by);
        audit.add(Act.CASES_TO_VERSION, by, folder + " " + version.number() + " (" + cases.size() + ")");
        return move;
    }

    /** Leaves what was not moved yet where it is. */
    @Transactional
    void stop(String folder, long move) {
        rows.stop(find(folder, move).id());
    }

    /** Brings the cases that a move took along back to the version each came from, where they still can. */
    @Transactional
    long undo(String folder, long move, Actor by) {
        var done = find(folder, move);
        var cases = rows.moved(done.id());
        if (cases.isEmpty() || rows.counts(move).waiting() > 0 || done.undoes() != null) {
            throw new Refusal("designer.refusal.no-undo");
        }
        audit.add(Act.CASES_TO_VERSION, by, folder + " ← " + move + " (" + cases.size() + ")");
        return rows.add(folder, null, move, cases, by);
    }

    MoveRow find(String folder, long move) {
        return rows.find(move)
                .filter(row -> row.folder().equals(folder))
                .orElseThrow(() -> new NotFound("designer.refusal.no-move"));
    }
}
