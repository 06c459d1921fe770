package org.samenspraak.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.CaseMoves.Shift;
import org.samenspraak.process.StandingCases.Place;
import org.samenspraak.process.TrajectoryFiles.Version;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What would become of the cases of today on other files. It is done for one case of each place, and undone at once. */
@Service
public class CaseTrials {

    private final TrajectoryFiles files;
    private final StandingCases standing;
    private final CaseMoves moves;
    private final Models models;
    private final TransactionTemplate transaction;

    CaseTrials(
            TrajectoryFiles files,
            StandingCases standing,
            CaseMoves moves,
            Models models,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.standing = standing;
        this.moves = moves;
        this.models = models;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tries it with files that are not published.
     *
     * @throws ModelRefused when the check finds a fault in them
     */
    public List<Outlook> of(String folder, Map<String, String> draft) {
        return tried(folder, () -> files.publish(folder, draft));
    }

    /** The same with a version that is there. */
    public List<Outlook> of(String folder, Version version) {
        return tried(folder, () -> version);
    }

    private List<Outlook> tried(String folder, Supplier<Version> made) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var version = made.get();
            return standing.places(folder, version.deployment()).stream()
                    .map(place -> outlook(folder, place, version))
                    .toList();
        }));
    }

    private Outlook outlook(String folder, Place place, Version version) {
        var names = place.steps().stream()
                .map(step -> models.name(place.definition(), step))
                .toList();
        var routes = moves.routes(folder, place.sample(), version).stream()
                .filter(route -> route.from().equals(place.definition()))
                .toList();
        try {
            return new Outlook(place, names, moves.move(place.sample(), routes, Actor.SYSTEM), null);
        } catch (Refusal inTheWay) {
            return new Outlook(place, names, List.of(), inTheWay);
        }
    }

    /**
     * What would become of the cases at one place.
     *
     * @param steps the names of what they wait at
     * @param shifts the tasks of the one that was tried, with their dates before and after
     * @param inTheWay why they would stay where they are, or none
     */
    public record Outlook(Place place, List<String> steps, List<Shift> shifts, @Nullable Refusal inTheWay) {}
}
