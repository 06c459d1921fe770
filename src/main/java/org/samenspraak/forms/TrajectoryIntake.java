package org.samenspraak.forms;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.regulation.RegulationId;

/** What a trajectory module says about a new case before it opens; may refuse. A trajectory without one needs no Java. */
public interface TrajectoryIntake {

    /** The process key it speaks for. */
    String trajectory();

    Subject subject(Answers answers, Actor by);

    /** Refuses what an official may not enter for somebody else, or not as it came in. */
    default void refuse(Answers answers, Arrival came) {}

    /** The regulation that the case is bound to, where the form lets somebody choose one. */
    default Optional<RegulationId> regulation(Answers answers) {
        return Optional.empty();
    }

    /** What the case would bring, where who starts it has to read that first; none where nothing has to be read. Refuses like {@link #subject}. */
    default Optional<Foreseen> foreseen(Answers answers, Actor by) {
        return Optional.empty();
    }

    /** Whether who starts one still has to confirm it by a link in another mail: before that nobody reads it. */
    default boolean waitsForConfirmation() {
        return false;
    }

    /** Why nobody of this kind can begin one now, said before they fill in a form; none while they can. */
    default Optional<Closed> closed(Actor.Kind by) {
        return Optional.empty();
    }

    /**
     * In words of the reader.
     *
     * @param link path of a page that says more
     */
    record Closed(String why, String more, String link) {}

    /**
     * @param template with a fragment {@code foreseen(data)}
     * @param data equal when the same would be read
     */
    record Foreseen(String template, Object data) {

        /** What a browser sends back to say that its reader saw this. */
        public String seen() {
            return Integer.toHexString(data.hashCode());
        }
    }

    /**
     * How it came in, as who enters it says.
     *
     * @param scanned whether a scan of the paper goes with it
     */
    record Arrival(LocalDate received, boolean onPaper, boolean scanned) {

        /** Fields that ask it. */
        public static final String RECEIVED = "_paper.received";

        public static final String SCAN = "_paper.scan";
    }

    record Subject(String title, @Nullable CouncilId council, @Nullable AreaId area) {}
}
