package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.OpenForums.Registered;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.process.Decisions;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** Holds a grant against the table {@code grant-conditions}, each line with the fact it rests on. */
@Component
class GrantConditions {

    static final String TABLE = "grant-conditions";

    /** Before the day of a fact that can still change. */
    static final String TO_COME = "TO_COME ";

    private final Grants grants;
    private final GrantRules rules;
    private final Talks talks;
    private final OpenForums forums;
    private final Councils councils;
    private final Memberships memberships;
    private final Submissions submissions;
    private final Decisions decisions;
    private final Regulations regulations;
    private final CaseLines lines;
    private final Dates dates;

    GrantConditions(
            Grants grants,
            GrantRules rules,
            Talks talks,
            OpenForums forums,
            Councils councils,
            Memberships memberships,
            Submissions submissions,
            Decisions decisions,
            Regulations regulations,
            CaseLines lines,
            Dates dates) {
        this.grants = grants;
        this.rules = rules;
        this.talks = talks;
        this.forums = forums;
        this.councils = councils;
        this.memberships = memberships;
        this.submissions = submissions;
        this.decisions = decisions;
        this.regulations = regulations;
        this.lines = lines;
        this.dates = dates;
    }

    /** As they are today, in the order of the table. */
    List<Condition> judge(Grant grant) {
        var facts = facts(grant);
        return decisions.evaluate(grant.caseId(), TABLE, facts).stream()
                .map(row -> condition(grant, row, facts))
                .toList();
    }

    /** Keeps them in the dossier, where letters find them. */
    void keep(Grant grant, List<Condition> judged) {
        lines.keep(grant.caseId(), TABLE, judged.stream().map(Condition::line).toList());
    }

    /** {@code official} or {@code college}, by the table {@code grant-organ}. */
    String organ(Grant grant) {
        var facts = Map.of("asked", asked(grant).euros(), "regulation", regulations.facts(rules.of(grant)));
        return text(decisions.evaluate(grant.caseId(), "grant-organ", facts).get(0), "organ");
    }

    private Map<String, Object> facts(Grant grant) {
        var talk = Optional.ofNullable(grant.talk()).flatMap(talks::find);
        var day = register(grant);
        var facts = new HashMap<String, Object>();
        facts.put("inRegister", rules.hasKeptRegister(grant.council(), day));
        facts.put("talked", talk.filter(it -> isOver(it.state())).isPresent());
        facts.put("forumKnown", forum(grant).isPresent());
        facts.put("openReports", grants.unaccounted(grant, dates.today()));
        facts.put("blockedReports", grants.blocking(grant, dates.today()));
        facts.put(
                "reserve",
                Objects.requireNonNullElse(grant.savings(), Amount.NOTHING).euros());
        facts.put("asked", asked(grant).euros());
        facts.put("engagementSigned", hasSigned(grant.council()));
        facts.put("treasurerApart", hasTreasurerApart(grant.council()));
        facts.put("regulation", regulations.facts(rules.of(grant)));
        return facts;
    }

    /** What is in the register, not what the council wrote in its application. */
    private Optional<Registered> forum(Grant grant) {
        return forums.of(grant.council(), grant.year());
    }

    private static boolean isOver(State state) {
        return state == State.HELD || state == State.CONFIRMED || state == State.WAIVED;
    }

    /** The first of January of the year of the grant; of a day to come the register says now who will be in it. */
    private static LocalDate register(Grant grant) {
        return LocalDate.of(grant.year(), 1, 1);
    }

    private boolean hasSigned(CouncilId council) {
        return councils.inscriptions(council).stream()
                .map(Inscribed::inscription)
                .anyMatch(it ->
                        submissions.latest(it.caseId(), "engagement-signature").isPresent());
    }

    private boolean hasTreasurerApart(CouncilId council) {
        return memberships.today(council).stream()
                .map(member -> member.details().functions())
                .anyMatch(it -> it.contains(Function.TREASURER) && !it.contains(Function.CHAIR));
    }

    private Condition condition(Grant grant, Map<String, Object> row, Map<String, Object> facts) {
        var key = text(row, "condition");
        return new Condition(
                key,
                Boolean.TRUE.equals(row.get("met")),
                Boolean.TRUE.equals(row.get("hard")),
                rules.get(grant, text(row, "parameter")),
                fact(grant, key, facts),
                key.equals("forum") ? forum(grant).map(Registered::number).orElse(null) : null);
    }

    /** A day, a number or an amount, of an open forum how far it is and its day; empty where met or not met says it all. */
    private String fact(Grant grant, String key, Map<String, Object> facts) {
        return switch (key) {
            case "register" ->
                (register(grant).isAfter(dates.today()) && Boolean.FALSE.equals(facts.get("inRegister")) ? TO_COME : "")
                        + register(grant);
            case "talk" ->
                Optional.ofNullable(grant.talk())
                        .flatMap(talks::find)
                        .map(it -> it.heldOn() == null ? it.state().code() : String.valueOf(it.heldOn()))
                        .orElse("");
            case "forum" ->
                forum(grant)
                        .map(one -> one.stage() + " " + one.day())
                        .orElse(grant.forumOn() == null ? "" : "SAID " + grant.forumOn());
            case "accounted" -> String.valueOf(facts.get("openReports"));
            case "blocked" -> String.valueOf(facts.get("blockedReports"));
            case "reserve" -> String.valueOf(facts.get("reserve"));
            default -> "";
        };
    }

    private static Amount asked(Grant grant) {
        return Objects.requireNonNull(grant.asked(), "asked");
    }

    private static String text(Map<String, Object> row, String output) {
        return Objects.requireNonNull(row.get(output), output).toString();
    }

    /**
     * @param hard whether nobody may deviate from it
     * @param fact what it rests on, as {@link GrantWords} says it
     * @param restsOn the number of the case that it rests on, where that is another one
     */
    record Condition(
            String key, boolean met, boolean hard, Parameter parameter, String fact, @Nullable String restsOn) {

        CaseLines.Line line() {
            return new CaseLines.Line(
                    key,
                    met,
                    parameter.article(),
                    parameter.sentence(),
                    parameter.sentenceEn(),
                    parameter.reason(),
                    parameter.reasonEn());
        }
    }
}
