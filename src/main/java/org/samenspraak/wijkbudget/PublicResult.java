package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody may read of the outcome of a round and of how its projects are carried out; never a person. Amounts are in cents. */
public final class PublicResult {

    private PublicResult() {}

    /**
     * @param decision its number
     * @param reason what the organ added, without persons
     * @param mostPoints that jury or panel could give on a criterion
     */
    public record Results(
            String decision, LocalDate decidedOn, @Nullable String reason, long mostPoints, List<Area> areas) {

        /** Whether somebody voted: the files are there to count again. */
        public boolean voted() {
            return areas.stream().anyMatch(area -> area.few() || area.turnout() != null);
        }

        /** What was decided on a project, if it could be chosen. */
        public Optional<Line> of(UUID project) {
            return areas.stream()
                    .flatMap(area -> area.lines().stream())
                    .filter(line -> line.project().equals(project))
                    .findFirst();
        }

        /** Projects of an area on which the organ decided otherwise than the count. */
        public List<Line> deviations(UUID area) {
            return areas.stream()
                    .filter(one -> one.id().equals(area))
                    .flatMap(one -> one.lines().stream())
                    .filter(line -> line.deviation() != null)
                    .toList();
        }

        /** Whether points of a jury or panel are shown. */
        public boolean scored() {
            return areas.stream().anyMatch(Area::scored);
        }

        /** How many projects get money. */
        public long chosen() {
            return areas.stream()
                    .flatMap(area -> area.lines().stream())
                    .filter(Line::chosen)
                    .count();
        }

        /** What they cost together. */
        public long spent() {
            return areas.stream().mapToLong(Area::spent).sum();
        }
    }

    /**
     * @param cents what the area had
     * @param spent what its chosen projects cost together
     * @param left what it has now: with what came back of projects that cost less or stopped
     * @param turnout ballots; none where residents did not vote, and where few did
     * @param few whether so few voted that nothing of how they did is shown: no ballots, no votes, no reason of the count
     * @param nothing why none of its projects gets money: there is {@code none}, all are {@code infeasible}, or all were {@code left}; none where one does
     * @param lines those that were chosen first
     */
    public record Area(
            UUID id,
            String name,
            long cents,
            long spent,
            long left,
            @Nullable Turnout turnout,
            boolean few,
            @Nullable String nothing,
            List<Line> lines) {

        /** Whether the organ decided otherwise than the count on a project here. */
        public boolean deviates() {
            return lines.stream().anyMatch(line -> line.deviation() != null);
        }

        public boolean scored() {
            return lines.stream().anyMatch(line -> line.points() != null);
        }

        /** The votes of the project that has most; 0 where none are shown. */
        public long most() {
            return lines.stream()
                    .map(Line::votes)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }
    }

    /** @param rejected sheets of paper that do not count */
    public record Turnout(long ballots, long rejected) {}

    /**
     * A project that could be chosen.
     *
     * @param rank in which order it got its money by the count; none when the count did not choose it
     * @param votes valid ballots that name it; none when nobody counted, or few voted
     * @param points the mean of jury or panel; none where points decide nothing, or few voted
     * @param reason of the count, in the reader's language
     * @param deviation why the organ decided otherwise
     * @param stopped whether it stopped after it was chosen
     */
    public record Line(
            UUID project,
            int number,
            String title,
            long cents,
            @Nullable Integer rank,
            @Nullable Long votes,
            @Nullable BigDecimal points,
            boolean chosen,
            String reason,
            @Nullable String deviation,
            boolean stopped) {}

    /**
     * How a project is carried out.
     *
     * @param carrier {@code COUNCIL} or {@code CITY}
     * @param council whose account gets the money; when the city took it over, who got some of it before
     * @param late whether its last day is over and it is not done
     * @param extendedFrom the last day before it was extended
     * @param wasLate whether that was over by then
     * @param endedLate whether it ended after its last day
     * @param handOvers who leads it was another one from then on, in order
     * @param leftReason why it ended without all of its milestones
     * @param paid all that was paid, also what came back
     * @param back what came back of it
     * @param owed what still has to come back
     */
    public record Execution(
            String carrier,
            @Nullable String council,
            String what,
            @Nullable LocalDate begins,
            @Nullable LocalDate due,
            boolean late,
            @Nullable LocalDate extendedFrom,
            boolean wasLate,
            @Nullable LocalDate extendedOn,
            @Nullable String extensionReason,
            List<HandedOver> handOvers,
            @Nullable LocalDate endedOn,
            @Nullable String endWords,
            boolean endedLate,
            @Nullable String leftReason,
            long paid,
            long back,
            long owed,
            List<Milestone> milestones,
            List<Progress> progress) {}

    /**
     * How the organ stopped a project that was chosen.
     *
     * @param decision its number
     * @param paid what was paid and did not come back
     * @param freed what is in the pot of its area again
     */
    public record Stop(String decision, LocalDate day, long paid, long freed) {}

    /**
     * @param late whether its day is over and it was not reached
     * @param photos ids of those that show it
     */
    public record Milestone(
            String title, LocalDate due, long cents, @Nullable LocalDate doneOn, boolean late, List<UUID> photos) {}

    /** @param city whether the city went on alone */
    public record HandedOver(LocalDate day, boolean city, String reason) {}

    /**
     * @param day on which it came on the site, or was taken off
     * @param words none for what was taken off
     * @param photo its id, where one may be shown
     */
    public record Progress(LocalDate day, @Nullable String words, @Nullable UUID photo) {}
}
