package org.samenspraak.forms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;

/** How long drafts and the files in them are kept, and how much of them. */
@Service
public class DraftTerms {

    /** A draft with fewer answers holds hardly anything. */
    static final int FEW = 3;
    /** The days a draft is kept after somebody last typed in it. */
    private static final String RETENTION = "draft-retention";
    /** Signs in a whole draft. */
    private static final int LARGEST = 500_000;
    /** The same for somebody without a link or a sign-in; a hundred members fit in it. */
    private static final int LARGEST_OF_VISITOR = 250_000;
    /** For cases under a regulation from before that parameter. */
    private static final int DAYS = 90;

    private final Regulations regulations;
    private final FormSettings settings;
    private final Municipality municipality;
    private final Clock clock;

    DraftTerms(Regulations regulations, FormSettings settings, Municipality municipality, Clock clock) {
        this.regulations = regulations;
        this.settings = settings;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** For a draft in which somebody types now who has no link or sign-in. */
    public Retention ofVisitor(DraftPlace place) {
        return new Retention(
                days(place),
                FEW,
                settings.sketchesOfVisitors().toDays(),
                settings.filesOfVisitors().toDays());
    }

    int largest(DraftPlace place) {
        return place.isVisitor() ? LARGEST_OF_VISITOR : LARGEST;
    }

    /** The day on which what is typed there now goes. */
    LocalDate removeOn(DraftPlace place) {
        return today().plusDays(days(place));
    }

    LocalDate removeFilesOn(DraftPlace place) {
        return place.isVisitor() ? today().plusDays(settings.filesOfVisitors().toDays()) : removeOn(place);
    }

    /** What visitors typed before, and hardly anything, goes now. */
    Instant sketchesUntil() {
        return clock.instant().minus(settings.sketchesOfVisitors());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(municipality.zone()));
    }

    private int days(DraftPlace place) {
        return regulations
                .find(place.regulation(), RETENTION)
                .map(Parameter::number)
                .orElse(DAYS);
    }

    /**
     * @param sketchDays of a draft with fewer answers than {@code few}
     * @param fileDays of the files in it
     */
    public record Retention(int days, int few, long sketchDays, long fileDays) {}
}
