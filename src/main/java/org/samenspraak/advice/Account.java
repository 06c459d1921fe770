package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/**
 * What was asked, what councils said and what was done with it: all that goes out about a request, or about an unsolicited advice.
 *
 * @param request none for unsolicited advice
 * @param summary what the department did with the advice as a whole, or none
 * @param versions of the question, the first one first
 * @param advice of each council, by name
 * @param hidden why a text is not read on the public side, by the id of a point, the case of a council (for its reason and minority
 *     note) or the name of a {@link PublicText}
 */
record Account(
        CaseView dossier,
        @Nullable Request request,
        @Nullable String summary,
        List<Version> versions,
        List<Advice> advice,
        Map<String, WhyHidden> hidden) {

    public @Nullable WhyHidden whyHidden(Object text) {
        return hidden.get(text.toString());
    }

    /** What it is about: the subject of the question that holds now. */
    public String subject() {
        return versions.isEmpty()
                ? dossier.title()
                : versions.get(versions.size() - 1).subject();
    }

    /** Those whose points stand with this one: they joined it by an answer of their own. */
    public List<Advice> joining(Advice one) {
        return advice.stream()
                .filter(other -> other.isInAnothers() && one.joint().containsKey(other.council()))
                .toList();
    }

    /** Advice that a council gave itself or with others. */
    List<Advice> of(CouncilId council) {
        return advice.stream().filter(one -> one.isOf(council)).toList();
    }

    List<Advice> besides(CouncilId council) {
        return advice.stream()
                .filter(Predicate.not(one -> one.isOf(council)))
                .filter(one -> !one.points().isEmpty())
                .toList();
    }

    /** Those whose text stands in it. */
    List<CouncilId> councils() {
        return advice.stream().map(Advice::council).toList();
    }

    /** @param lastDay of the term that all were given, or none before it was sent */
    record Request(
            String askerGroup,
            String onBehalfOf,
            String domain,
            String phase,
            String position,
            @Nullable String urgency,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate lastDay,
            @Nullable String decision,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDay,
            @Nullable String decisionLink,
            @Nullable String decisionReason,
            @Nullable String lookBack,
            @Nullable LocalDate lookedBackOn) {}

    /** @param madeOn the day it was written */
    record Version(
            int version,
            String subject,
            String question,
            String stillOpen,
            @Nullable String changeReason,
            boolean restarted,
            LocalDate madeOn) {}

    /**
     * @param number of the council's case
     * @param name of the council
     * @param joint other councils that gave it too
     */
    record Advice(String number, String name, Given given, Map<CouncilId, String> joint, List<Point> points) {

        CaseId caseId() {
            return new CaseId(given.caseId());
        }

        CouncilId council() {
            return new CouncilId(given.councilId());
        }

        boolean isOf(CouncilId one) {
            return council().equals(one) || joint.containsKey(one);
        }

        /** "awaited" while there is none. */
        public String state() {
            return given.answer() == null ? "awaited" : given.answer();
        }

        /** Whether its points stand with a council that it answered with. */
        public boolean isInAnothers() {
            return points.isEmpty() && !joint.isEmpty();
        }

        /** Names of all who gave it, for a sentence. */
        public String names() {
            return joint.isEmpty() ? name : name + ", " + joined();
        }

        /** Names of those that it was given with. */
        public String joined() {
            return joint.values().stream().sorted().collect(Collectors.joining(", "));
        }
    }

    /**
     * @param answer {@code advice}, {@code none}, {@code silent}; none while it is awaited
     * @param consensus none when the council didn't say how it came to its advice
     * @param joint ids by comma of the councils that it was given with
     */
    record Given(
            UUID caseId,
            UUID councilId,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,
            int questionVersion,
            @Nullable String answer,
            @Nullable LocalDate givenOn,
            boolean late,
            @Nullable String reason,
            @Nullable Boolean consensus,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstained,
            @Nullable String minority,
            @Nullable String chair,
            @Nullable String secretary,
            boolean notLegal,
            String joint) {

        public boolean voted() {
            return votesFor != null || votesAgainst != null || votesAbstained != null;
        }

        /** More of its members voted against it than for it. */
        public boolean lost() {
            return votesFor != null && votesAgainst != null && votesAgainst > votesFor;
        }
    }

    /**
     * @param reply none while it is owed
     */
    record Point(
            UUID id,
            int number,
            String topic,
            String text,
            PointKind kind,
            String page,
            int version,
            @Nullable Reply reply) {

        public String kindCode() {
            return kind.code();
        }
    }

    /**
     * @param title of the group of points that it answers, or none
     * @param passedTo role that it was passed on to, or none
     */
    record Reply(
            @Nullable String title,
            Outcome outcome,
            String reason,
            String place,
            @Nullable String passedTo,
            @Nullable LocalDate passedUntil) {

        public String code() {
            return outcome.code();
        }
    }
}
