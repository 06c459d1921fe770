package org.samenspraak.grant;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** A talk as its forms start from it. */
@Component
class TalkView {

    private static final int SHOWN = 30;
    private static final int SESSIONS = 8;

    /** What a form starts from; whoever plans may take more or less. */
    private static final int LONG = 60;

    private static final int SHORT = 30;

    private final Talks talks;
    private final Gatherings gatherings;
    private final Preparing preparing;
    private final Agreements agreements;
    private final Levels levels;
    private final Partners partners;
    private final RoundDates days;
    private final Councils councils;
    private final CouncilMeetings meetings;
    private final Cases cases;
    private final Submissions submissions;
    private final GrantWords words;
    private final Municipality municipality;
    private final Clock clock;

    TalkView(
            Talks talks,
            Gatherings gatherings,
            Preparing preparing,
            Agreements agreements,
            Levels levels,
            Partners partners,
            RoundDates days,
            Councils councils,
            CouncilMeetings meetings,
            Cases cases,
            Submissions submissions,
            GrantWords words,
            Municipality municipality,
            Clock clock) {
        this.talks = talks;
        this.gatherings = gatherings;
        this.preparing = preparing;
        this.agreements = agreements;
        this.levels = levels;
        this.partners = partners;
        this.days = days;
        this.councils = councils;
        this.meetings = meetings;
        this.cases = cases;
        this.submissions = submissions;
        this.words = words;
        this.municipality = municipality;
        this.clock = clock;
    }

    Map<String, Object> of(Talk talk) {
        var known = new HashMap<String, Object>();
        var regulation = cases.get(talk.caseId()).regulation();
        known.put("year", String.valueOf(talk.year()));
        put(known, "lastGoals", preparing.lastGoals(talk));
        addOpen(talk, known);
        known.put(
                "ways",
                preparing.ways(talk).stream()
                        .map(way -> option(way, words.say("grant.way." + way)))
                        .toList());
        put(
                known,
                "levels",
                orNone(levels.of(regulation).stream()
                        .map(level -> option(level, words.level(level)))
                        .toList()));
        put(known, "level", councils.get(talk.council()).level());
        put(known, "wishedLevel", talk.wishedLevel());
        put(known, "remarks", talk.remarks());
        put(known, "concludedLevel", talk.concludedLevel());
        if (talk.round() != null) {
            known.put("closing", words.day(days.closing(regulation, talk.year())));
        }
        addPlan(talk, known);
        prepared(talk)
                .map(answers -> answers.text("talking"))
                .filter(way -> !way.equals(Preparing.NONE))
                .ifPresent(way -> {
                    known.put("wishedWay", words.say("grant.way." + way));
                    known.put("minutes", way.equals("short") ? SHORT : LONG);
                });
        addAgenda(talk, known);
        return known;
    }

    /** What is open from earlier talks: as choices, and a row of the form for each. */
    private void addOpen(Talk talk, Map<String, Object> known) {
        var open = agreements.open(talk.council(), Preparing.OPEN);
        put(
                known,
                "openAgreements",
                orNone(open.stream()
                        .map(one -> option(String.valueOf(one.id()), words.agreement(one)))
                        .toList()));
        put(
                known,
                "agreements",
                orNone(open.stream()
                        .map(one -> Map.of("agreement", String.valueOf(one.id())))
                        .toList()));
    }

    private void addPlan(Talk talk, Map<String, Object> known) {
        put(known, "place", talk.place());
        addPartner(talk, known);
        put(known, "busy", Typed.orNone(busy(talk)));
        submissions
                .latest(talk.caseId(), "talk-choose")
                .ifPresent(chosen -> put(known, "remark", chosen.text("remark")));
        submissions.latest(talk.caseId(), Planning.FORM).ifPresent(plan -> known.put("proposals", proposals(plan)));
        var at = talk.plannedAt();
        if (at != null) {
            known.put("planned", words.moment(at) + ", " + talk.place());
            known.put("plannedDay", at.atZone(municipality.zone()).toLocalDate().toString());
        }
    }

    /** Who it is by the regulation, when there is one only. */
    private void addPartner(Talk talk, Map<String, Object> known) {
        var regulation = cases.get(talk.caseId()).regulation();
        known.put("partnerRole", words.choice(partners.role(regulation)));
        var before = talk.partner();
        var ids = partners.ids(regulation);
        put(
                known,
                "partner",
                before != null
                        ? before.toString()
                        : ids.size() == 1 ? ids.get(0).toString() : null);
    }

    private List<Map<String, Object>> proposals(Answers plan) {
        return Stream.concat(
                        plan.rows("proposals").stream().map(Typed::moment).map(this::proposal),
                        Stream.of(option("none", words.say("grant.choice.none"))))
                .toList();
    }

    private Map<String, Object> proposal(LocalDateTime moment) {
        return option(moment.toString(), words.moment(ZonedDateTime.of(moment, municipality.zone())));
    }

    /** The agenda: what the council wants to talk about, its wishes, and what is still open from before. */
    private void addAgenda(Talk talk, Map<String, Object> known) {
        var prepared = prepared(talk);
        var points = new ArrayList<Map<String, Object>>();
        var goals = prepared.isPresent() ? null : preparing.lastGoals(talk);
        if (goals != null) {
            points.add(point(words.dutch("grant.agenda.goals"), goals));
        }
        prepared.ifPresent(answers -> answers.rows("points")
                .forEach(row -> points.add(point(Typed.text(row.get("topic")), Typed.text(row.get("text"))))));
        prepared.map(answers -> answers.text("wishes"))
                .ifPresent(wishes -> points.add(point(words.dutch("grant.agenda.wishes"), wishes)));
        agreements.open(talk.council(), SHOWN).stream()
                .filter(one -> !one.number().equals(cases.get(talk.caseId()).number()))
                .forEach(one -> points.add(point(words.dutch("grant.agenda.agreement"), words.agreement(one))));
        put(known, "agenda", orNone(points));
        put(
                known,
                "prepared",
                Typed.orNone(points.stream()
                        .map(point -> point.get("topic") + ": " + point.get("text"))
                        .collect(Collectors.joining("\n"))));
        put(
                known,
                "agreed",
                Typed.orNone(agreements.ofTalk(talk.caseId()).stream()
                        .map(words::agreement)
                        .collect(Collectors.joining("\n"))));
    }

    private Optional<Answers> prepared(Talk talk) {
        return submissions
                .latest(talk.caseId(), Preparing.FORM)
                .or(() -> submissions.latest(talk.caseId(), Talk.EXTRA));
    }

    /** Of who may talk with the council by the regulation, with all councils, and of the council itself. */
    private String busy(Talk talk) {
        var partners = this.partners.ids(cases.get(talk.caseId()).regulation());
        var others = talks.from(clock.instant(), partners, SHOWN).stream()
                .map(one -> words.moment(one.plannedAt().toInstant()) + ": "
                        + words.say("grant.busy.talk", one.council(), one.partner()));
        var own = meetings.toCome(talk.council()).stream()
                .limit(SHOWN)
                .map(one -> words.day(one.day()) + ": " + words.say("grant.busy.meeting"));
        var sessions = this.partners.sessions(cases.get(talk.caseId()).regulation()).stream()
                .limit(SESSIONS)
                .map(day -> words.day(day) + ": " + words.say("grant.busy.session"));
        var together =
                gatherings.from(clock.instant(), talk.council(), SHOWN).stream().map(words::gathering);
        return Stream.of(others, together, own, sessions).flatMap(it -> it).collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> point(String topic, String text) {
        var point = new LinkedHashMap<String, Object>();
        point.put("topic", topic);
        point.put("text", text);
        return point;
    }

    private static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static <T> @Nullable List<T> orNone(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static void put(Map<String, Object> known, String key, @Nullable Object value) {
        if (value != null) {
            known.put(key, Objects.requireNonNull(value));
        }
    }
}
