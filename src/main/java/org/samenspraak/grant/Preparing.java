package org.samenspraak.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a council sends before its talk. */
@Service
class Preparing {

    static final String FORM = "talk-preparation";
    static final String NONE = "none";
    static final int OPEN = 50;

    private final Talks talks;
    private final Agreements agreements;
    private final AgreementCare care;
    private final Councils councils;
    private final Cases cases;
    private final Regulations regulations;
    private final Submissions submissions;
    private final Timeline timeline;

    Preparing(
            Talks talks,
            Agreements agreements,
            AgreementCare care,
            Councils councils,
            Cases cases,
            Regulations regulations,
            Submissions submissions,
            Timeline timeline) {
        this.talks = talks;
        this.agreements = agreements;
        this.care = care;
        this.councils = councils;
        this.cases = cases;
        this.regulations = regulations;
        this.submissions = submissions;
        this.timeline = timeline;
    }

    /**
     * Keeps goals and wished level, those of last year where nothing changed, and what the council did of its agreements.
     *
     * @throws Refusal for a short talk or none where something changes
     */
    @Transactional
    public void keep(CaseId caseId, Actor by) {
        var talk = talks.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var same = "no".equals(answers.text("changed"));
        var level = councils.get(talk.council()).level();
        var wished = same || answers.text("level") == null ? level : answers.text("level");
        var way = Typed.text(answers, "talking");
        if (!way.equals("yes") && !Objects.equals(wished, level)) {
            throw Refusal.of("talking", "grant.refusal.level-changes");
        }
        if (!ways(talk).contains(way)) {
            throw Refusal.of("talking", "grant.refusal.way");
        }
        takeDone(talk, answers, by);
        var goals = same ? lastGoals(talk) : Typed.orNone(answers.text("goals"));
        talks.prepared(caseId, way.equals(NONE) ? State.WAIVED : State.PREPARED, goals, wished);
    }

    /** Nobody answered in time. */
    @Transactional
    public void late(CaseId caseId) {
        talks.state(caseId, State.UNPREPARED);
        timeline.add(caseId, "grant.unprepared", Map.of(), null, Actor.SYSTEM);
    }

    /** How the council may talk, by the rules and by what is open. */
    List<String> ways(Talk talk) {
        var ways = new ArrayList<>(List.of("yes"));
        if (agreements.open(talk.council(), 1).isEmpty()) {
            ways.add("short");
            if (mayWaive(talk)) {
                ways.add(NONE);
            }
        }
        return ways;
    }

    private boolean mayWaive(Talk talk) {
        var most = regulations
                .get(cases.get(talk.caseId()).regulation(), "talk.waivers")
                .number();
        var before = talks.yearly(talk.council(), talk.year(), most);
        return most > 0
                && !before.isEmpty()
                && before.stream().filter(it -> it.state() == State.WAIVED).count() < most;
    }

    /** Of the last round in which the council gave some. */
    @Nullable
    String lastGoals(Talk talk) {
        return talks.yearly(talk.council(), talk.year(), 5).stream()
                .map(Talk::goals)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A council says so of its own agreements; what it says of those of the city stands on the agenda. */
    private void takeDone(Talk talk, Answers answers, Actor by) {
        var own = agreements.open(talk.council(), OPEN);
        for (var row : answers.rows("agreements")) {
            if ("yes".equals(Typed.text(row.get("done")))) {
                own.stream()
                        .filter(one ->
                                one.isOfCouncil() && String.valueOf(one.id()).equals(Typed.text(row.get("agreement"))))
                        .forEach(one -> care.done(one, one.version(), Typed.text(row.get("note")), by));
            }
        }
    }
}
