package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.web.Masks;

/**
 * What everybody may read of a round; never a person. Amounts are in cents.
 *
 * @param phase by code; none before the call
 * @param standing {@code running}, {@code closed} or {@code stopped}
 * @param regulation what programs know it by
 * @param start what is divided, in words
 * @param stopped how it stopped; none of one that did not
 */
public record PublicRound(
        String number,
        String title,
        LocalDate opens,
        @Nullable String phase,
        String standing,
        long cents,
        String regulation,
        String regulationTitle,
        int version,
        String start,
        List<Area> areas,
        List<Days> phases,
        List<Move> moves,
        List<Rules> rules,
        Adoption adoption,
        @Nullable Stopped stopped) {

    /**
     * @param day since when
     * @param reason without persons
     * @param decision of the organ, and its day; none where it was stopped without one
     */
    public record Stopped(LocalDate day, String reason, @Nullable String decision, @Nullable LocalDate decidedOn) {}

    /**
     * How its rules came to hold.
     *
     * @param advice of the committee on the way of working: {@code positive}, {@code conditions}, {@code negative}, or {@code none} in time
     * @param advised its words, without persons
     * @param decision number of the decision of the organ
     * @param reason its words, without persons: where it departs from a negative advice
     */
    public record Adoption(
            String advice,
            @Nullable String advised,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {}

    /** @param why it gets this amount, in words */
    public record Area(
            UUID id,
            String name,
            int inhabitants,
            BigDecimal vulnerable,
            BigDecimal counted,
            boolean assumed,
            boolean takesPart,
            long cents,
            String why,
            List<String> reachGroups,
            @Nullable String reach) {}

    /**
     * A phase from its first day to its last one.
     *
     * @param moves how often somebody gave it another day
     */
    public record Days(String phase, LocalDate begins, LocalDate ends, int moves) {}

    /** Somebody gave a phase another last day, on a day and for a reason. */
    public record Move(String phase, LocalDate from, LocalDate until, String reason, LocalDate day) {}

    /** @param locked whether nothing in it can change for this round */
    public record Rules(String part, boolean locked, List<Rule> rules) {}

    /**
     * @param typed whether the value is a text that somebody wrote, in Dutch
     * @param article where it is written; none for an example value
     * @param reason of an example value, where there is one
     */
    public record Rule(
            String name,
            String value,
            boolean typed,
            String sentence,
            @Nullable String article,
            @Nullable String reason) {}

    /** A round in a list. */
    public record Row(
            UUID id,
            String number,
            String title,
            LocalDate opens,
            @Nullable String phase,
            String standing,
            long cents) {}

    /**
     * An idea that everybody may read.
     *
     * @param cents what its proposer thought that it costs, or none
     * @param outcome where it stands: a state of ideas, or {@code WITHDRAWN}
     * @param reason of the last decision, without persons; empty until its proposer was told
     * @param promised the day that a department gave, when it took the idea over
     * @param merged number of the idea that it went into, or none
     */
    public record IdeaRow(
            String number,
            UUID area,
            String areaName,
            String title,
            String idea,
            String need,
            String place,
            @Nullable Long cents,
            String outcome,
            String reason,
            @Nullable LocalDate promised,
            @Nullable String merged) {}

    /**
     * A project with the ideas that it came of.
     *
     * @param area name of it, with {@code areaId}; none while nobody said where it is
     * @param state as everybody may know it
     * @param cents once, as the departments estimated it
     * @param yearly what keeping it costs a year, in cents
     * @param reason why it can't be done or stopped, without persons
     * @param late whether its last day is over and it is not done
     * @param doubted what departments had against it, or did not say
     * @param advised what the committee advised
     * @param ideas those that everybody may read
     */
    public record Project(
            UUID id,
            @Nullable Integer number,
            @Nullable UUID areaId,
            @Nullable String area,
            String title,
            @Nullable String summary,
            String state,
            @Nullable Long cents,
            @Nullable Long yearly,
            @Nullable String reason,
            boolean late,
            Doubted doubted,
            Advised advised,
            List<Origin> ideas) {}

    /**
     * What departments said of a project that can be done all the same.
     *
     * @param no departments that said no
     * @param why the city decided otherwise, without persons; none where nobody wrote so for everybody
     * @param silent departments that did not answer in time
     */
    public record Doubted(List<GroupId> no, @Nullable String why, List<GroupId> silent) {

        Doubted masked(Masks masks) {
            return why == null ? this : new Doubted(no, masks.of(why), silent);
        }
    }

    /**
     * What the committee advised on a project.
     *
     * @param advice {@code positive}, {@code conditions}, {@code negative}, {@code none} when it could not advise, or none until it did
     * @param gave how many of the members gave points
     * @param why there is none, or it was noted before most members spoke, without persons; none where they did
     */
    public record Advised(@Nullable String advice, int gave, int members, @Nullable String why) {

        Advised masked(Masks masks) {
            return why == null ? this : new Advised(advice, gave, members, masks.of(why));
        }
    }

    public record Origin(String number, String title) {}

    /** A phase that began on a day, and lasts until another. */
    public record Begun(String number, String title, String phase, LocalDate day, LocalDate ends) {}
}
