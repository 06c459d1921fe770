package org.samenspraak.grant;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Gathering.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What the forms of open forums and of meetings with all councils know already. */
@Component
class GatheringPrefill implements Prefill {

    private static final Set<String> TRAJECTORIES = Set.of(Gathering.FORUM, Gathering.OF_ALL, Gathering.THEME);
    private static final int SHOWN = 30;

    private final Gatherings gatherings;
    private final Talks talks;
    private final Submissions submissions;
    private final Regulations regulations;
    private final Partners partners;
    private final Cases cases;
    private final GrantWords words;
    private final Dates dates;
    private final Municipality municipality;
    private final Clock clock;

    GatheringPrefill(
            Gatherings gatherings,
            Talks talks,
            Submissions submissions,
            Regulations regulations,
            Partners partners,
            Cases cases,
            GrantWords words,
            Dates dates,
            Municipality municipality,
            Clock clock) {
        this.gatherings = gatherings;
        this.talks = talks;
        this.submissions = submissions;
        this.regulations = regulations;
        this.partners = partners;
        this.cases = cases;
        this.words = words;
        this.dates = dates;
        this.municipality = municipality;
        this.clock = clock;
    }

    @Override
    public String source() {
        return "meeting";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return TRAJECTORIES.contains(trajectory);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null ? ofNew() : gatherings.find(caseId).map(this::of).orElse(Map.of());
    }

    /** Who talks by the regulation, and what councils may choose from. */
    private Map<String, Object> ofNew() {
        var regulation = regulations.inForce(Gathering.OF_ALL, dates.today());
        var partner = partners.role(regulation);
        var known = new HashMap<String, Object>();
        known.put("with", partner.equals("alderman") ? "college" : "city");
        gatherings.asking().ifPresent(asking -> {
            known.put("asks", asking.subject());
            var themes = gatherings.themes(asking.caseId(), SHOWN);
            if (!themes.isEmpty()) {
                known.put("proposed", "yes");
                known.put(
                        "themes",
                        Stream.concat(
                                        themes.stream().map(one -> option(one.theme(), one.theme())),
                                        Stream.of(option(GatheringCare.OWN, words.say("grant.meeting.own-theme"))))
                                .toList());
            }
        });
        return known;
    }

    private Map<String, Object> of(Gathering one) {
        var known = new HashMap<String, Object>();
        var at = one.plannedAt();
        if (at != null) {
            known.put("planned", words.moment(at) + ", " + one.place());
            known.put("plannedDay", at.atZone(municipality.zone()).toLocalDate().toString());
            known.put("place", one.place());
        }
        if (one.state() == State.HELD) {
            known.put("took", "yes");
        }
        submissions.latest(one.caseId(), ForumCare.REPORT).ifPresent(report -> {
            put(known, "said", Typed.orNone(report.text("said")));
            put(known, "wishes", Typed.orNone(report.text("wishes")));
        });
        var themes = gatherings.themes(one.caseId(), SHOWN);
        if (!themes.isEmpty()) {
            known.put(
                    "chosen",
                    themes.stream()
                            .map(theme -> words.say("grant.meeting.chosen", theme.theme(), theme.councils()))
                            .collect(Collectors.joining("\n")));
            known.put("first", themes.get(0).theme());
        }
        put(known, "busy", Typed.orNone(busy(one)));
        return known;
    }

    private String busy(Gathering one) {
        var partners = this.partners.ids(cases.get(one.caseId()).regulation());
        var taken = talks.from(clock.instant(), partners, SHOWN).stream()
                .map(talk -> words.moment(talk.plannedAt().toInstant()) + ": "
                        + words.say("grant.busy.talk", talk.council(), talk.partner()));
        var others = gatherings.from(clock.instant(), null, SHOWN).stream()
                .filter(other -> !other.caseId().equals(one.caseId()))
                .map(words::gathering);
        return Stream.concat(taken, others).collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static void put(Map<String, Object> known, String key, @Nullable String value) {
        if (value != null) {
            known.put(key, Objects.requireNonNull(value));
        }
    }
}
