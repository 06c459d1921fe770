package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.QuestionChanges.Change;
import org.samenspraak.advice.Questions.Texts;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of a request do and no form does, for other modules: points are named by their topics. */
@Service
public class AdviceDesk {

    private static final int MOST = 400;

    private final ReplyUnits units;
    private final Replies replies;
    private final ReplyGroups groups;
    private final Questions questions;
    private final Requests requests;
    private final QuestionChanges changes;

    AdviceDesk(
            ReplyUnits units,
            Replies replies,
            ReplyGroups groups,
            Questions questions,
            Requests requests,
            QuestionChanges changes) {
        this.units = units;
        this.replies = replies;
        this.groups = groups;
        this.questions = questions;
        this.requests = requests;
        this.changes = changes;
    }

    /**
     * Replies to the point with this topic, and to its group.
     *
     * @throws IllegalStateException when the reply can't be kept, or the topic is not that of one reply
     */
    @Transactional
    public void reply(CaseId caseId, String topic, Said said, Actor by) {
        var found = units(caseId, Set.of(topic));
        if (found.size() != 1) {
            throw new IllegalStateException("Not one point on " + topic + ": " + found);
        }
        var unit = found.get(0);
        var typed = new TypedReply(
                unit.key(),
                unit.mark(),
                said.outcome(),
                said.reason(),
                said.place(),
                said.passedTo(),
                Objects.toString(said.passedUntil(), ""));
        var saved = replies.save(caseId, List.of(typed), by);
        if (!saved.isWhole()) {
            throw new IllegalStateException("The reply on " + topic + " can't be kept: " + saved.problems());
        }
    }

    /** Puts the points with these topics together, so that they are answered once. */
    @Transactional
    public void group(CaseId caseId, String title, Set<String> topics, Actor by) {
        var keys = units(caseId, topics).stream().map(ReplyUnit::key).collect(Collectors.toSet());
        groups.join(caseId, keys, title, by);
    }

    private List<ReplyUnit> units(CaseId caseId, Set<String> topics) {
        return units.page(caseId, ReplyFilter.ALL, MOST).rows().stream()
                .filter(unit -> unit.points().stream().anyMatch(point -> topics.contains(point.topic())))
                .toList();
    }

    /**
     * Asks another question of the councils that still write; their term goes on.
     *
     * @throws org.samenspraak.kernel.Refusal as on the page
     */
    @Transactional
    public void change(CaseId caseId, String question, String reason, Actor by) {
        var now = questions.current(caseId).texts();
        var texts = new Texts(now.subject(), question, now.stillOpen());
        changes.change(caseId, new Change(requests.get(caseId).version(), texts, reason, false, null, Set.of()), by);
    }

    /**
     * @param outcome code of an {@link Outcome}
     * @param reason empty only when followed
     * @param place in the new text, or empty
     * @param passedTo the role that a point is passed on to, or empty
     * @param passedUntil by when they handle it
     */
    public record Said(String outcome, String reason, String place, String passedTo, @Nullable LocalDate passedUntil) {

        /** Anything but followed and passed on. */
        public static Said of(String outcome, String reason) {
            return new Said(outcome, reason, "", "", null);
        }

        public static Said followed(String place) {
            return new Said("followed", "", place, "", null);
        }
    }
}
