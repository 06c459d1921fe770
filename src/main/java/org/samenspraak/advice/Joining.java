package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Councils that give advice together. Who writes it asks the others; each of them says yes or no on its own question, which
 * stays open until then. A council that gives its own advice, or none, did not join.
 */
@Component
class Joining {

    private static final String ASKED = "joint-asked";
    private static final String ANSWERED = "joint-answered";

    private final JointRows rows;
    private final GivenAnswers given;
    private final Questions questions;
    private final Councils councils;
    private final JointInvitations invitations;
    private final Letters letters;
    private final Timeline timeline;
    private final ToldNews news;

    Joining(
            JointRows rows,
            GivenAnswers given,
            Questions questions,
            Councils councils,
            JointInvitations invitations,
            Letters letters,
            Timeline timeline,
            ToldNews news) {
        this.rows = rows;
        this.given = given;
        this.questions = questions;
        this.councils = councils;
        this.invitations = invitations;
        this.letters = letters;
        this.timeline = timeline;
        this.news = news;
    }

    /** A council gave its own advice: it asks others to join, and joins nobody else's. */
    void wrote(Advice advice, List<CouncilId> others) {
        rows.joined(advice.caseId()).forEach(council -> given.unjoin(request(advice), council));
        rows.forget(advice.caseId());
        alone(advice);
        others.forEach(council -> ask(advice, council));
    }

    private void ask(Advice advice, CouncilId council) {
        rows.ask(advice.caseId(), council);
        var other = other(request(advice), council).orElseThrow();
        var name = name(advice.council());
        var fields = Map.<String, Object>of(
                "subject", subject(advice), "who", name, "advice", AdviceWords.inDutch(() -> invitations.text(advice)));
        letters.send(
                other.caseId(),
                ASKED,
                "council",
                Map.of("joining", List.of(fields)),
                news.of("joint-asked", name),
                Actor.SYSTEM);
        timeline.add(other.caseId(), "advice.joint-asked", Map.of("council", name), null, Actor.SYSTEM);
        timeline.add(advice.caseId(), "advice.joint-asks", Map.of("council", name(council)), null, Actor.SYSTEM);
    }

    /** What it was asked to join it did not; what it joined before, on a former version of the question, it leaves. */
    void alone(Advice advice) {
        var request = request(advice);
        rows.asked(request, advice.council()).forEach(wrote -> answered(wrote, advice.council(), false));
        rows.joinedBy(request, advice.council()).forEach(wrote -> {
            rows.answer(wrote, advice.council(), "declined");
            together(given.get(wrote));
        });
    }

    /** @throws Refusal when that council did not ask it */
    void refuseUnasked(Advice advice, @Nullable String wrote) {
        invitation(advice, wrote);
    }

    /** It joins: the advice of the other one is its own from now on. */
    void joined(Advice advice, @Nullable String wrote) {
        var with = invitation(advice, wrote);
        rows.joinedBy(request(advice), advice.council())
                .forEach(before -> rows.answer(before, advice.council(), "declined"));
        answered(with.caseId(), advice.council(), true);
        rows.asked(request(advice), advice.council()).forEach(other -> answered(other, advice.council(), false));
        together(with);
    }

    private Advice invitation(Advice advice, @Nullable String wrote) {
        return rows.asked(request(advice), advice.council()).stream()
                .map(given::get)
                .filter(one -> one.council().toString().equals(wrote))
                .findFirst()
                .orElseThrow(() -> Refusal.of("joins", "advice.refusal.joint-not-asked"));
    }

    private void answered(CaseId wrote, CouncilId council, boolean joins) {
        rows.answer(wrote, council, joins ? "joined" : "declined");
        var fields = Map.<String, Object>of(
                "subject",
                subject(given.get(wrote)),
                "who",
                name(council),
                joins ? "joins" : "declines",
                name(council));
        letters.send(
                wrote,
                ANSWERED,
                "council",
                Map.of("joining", List.of(fields)),
                news.of(joins ? "joint-joined" : "joint-declined", name(council)),
                Actor.SYSTEM);
        var kind = joins ? "advice.joint-joined" : "advice.joint-declined";
        timeline.add(wrote, kind, Map.of("council", name(council)), null, Actor.SYSTEM);
    }

    /** Each of them is kept with the others. */
    private void together(Advice advice) {
        var joined = rows.joined(advice.caseId());
        given.jointWith(advice.caseId(), joined);
        for (var council : joined) {
            var others = new ArrayList<>(joined);
            others.remove(council);
            others.add(0, advice.council());
            other(request(advice), council).ifPresent(one -> given.jointWith(one.caseId(), others));
        }
    }

    private Optional<Advice> other(CaseId request, CouncilId council) {
        return given.of(request).stream()
                .filter(one -> one.council().equals(council))
                .findFirst();
    }

    private String subject(Advice advice) {
        return questions.current(request(advice)).texts().subject();
    }

    private String name(CouncilId council) {
        return councils.get(council).name();
    }

    private static CaseId request(Advice advice) {
        return Objects.requireNonNull(advice.request(), "nobody asked");
    }
}
