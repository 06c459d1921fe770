package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.CaseScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Two areas, in March: a round can be prepared. */
abstract class BudgetScenario extends CaseScenario {

    static final LocalDate OPENS = LocalDate.of(2027, 5, 3);

    @Autowired
    BudgetRounds rounds;

    @Autowired
    BudgetAreas shares;

    @Autowired
    Clocks clocks;

    @Autowired
    Regulations regulations;

    @Autowired
    JuryDesk jury;

    @Autowired
    JuryScores scores;

    @Autowired
    People people;

    AreaId poort = AreaId.create();
    AreaId dorpen = AreaId.create();

    @BeforeEach
    void twoAreas() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        goTo(LocalDate.of(2027, 3, 1));
        version(regulations.inForce(BudgetRound.TRAJECTORY, today()), Map.of("money.total", "450000"));
        poort = areas.add("Brugse Poort", null, CLERK);
        dorpen = areas.add("Kanaaldorpen", null, CLERK);
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** A version that holds from today, with these values. */
    RegulationId version(RegulationId from, Map<String, String> values) {
        return version(regulations, from, today(), values);
    }

    static RegulationId version(
            Regulations regulations, RegulationId from, LocalDate holdsFrom, Map<String, String> values) {
        var copy = regulations.copy(from, CLERK);
        values.forEach((key, value) -> {
            var old = regulations.get(copy, key);
            regulations.change(
                    copy,
                    new ChangeParameter(
                            key,
                            value,
                            "",
                            old.sentence() + " Nu: " + value + ".",
                            old.sentenceEn() + " Now: " + value + ".",
                            "Een voorbeeld.",
                            "An example."),
                    CLERK);
        });
        regulations.holdFrom(copy, holdsFrom, Actor.SYSTEM);
        return copy;
    }

    /** What the office asks for, under the usual regulation. */
    Map<String, Object> asked() {
        return Map.of(
                "title",
                "Wijkbudget 2027",
                "opens",
                OPENS.toString(),
                "under",
                regulations.inForce(BudgetRound.TRAJECTORY, today()).name(),
                "shares",
                List.of(area(poort, "20000", "24"), area(dorpen, "2000", "6")));
    }

    /** One that waits for the advice of the committee. */
    CaseId prepared(Map<String, Object> changes) {
        var answers = new HashMap<>(asked());
        answers.putAll(changes);
        var form = forms.shipped(BudgetRound.TRAJECTORY);
        var known = forms.prefill(form, null, CLERK);
        var opened = intake.start(BudgetRound.TRAJECTORY, form, judged(form, known, answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    static Map<String, Object> area(AreaId area, String inhabitants, String vulnerable) {
        return Map.of(
                "area",
                area.toString(),
                "inhabitants",
                inhabitants,
                "vulnerable",
                vulnerable,
                "takesPart",
                "true",
                "reachGroups",
                Set.of("teens", "poverty"),
                "reach",
                "Langs de voedselbank en het jeugdhuis, want daar komen zij al.");
    }

    /** One whose call begins on 3 May. */
    CaseId adopted() {
        var round = prepared(Map.of());
        answer(round, "Task_AdviseMethod", Map.of("methodAdvice", "positive", "methodReason", "Duidelijk."));
        answer(round, "Task_AdoptRound", adoption("yes"));
        return round;
    }

    Map<String, Object> adoption(String adopted) {
        return new HashMap<>(Map.of(
                "adopted",
                adopted,
                "opens",
                OPENS.toString(),
                "decisionNumber",
                "2027-CBS-0101",
                "decisionDate",
                today().toString()));
    }

    /** One member, with an interest in everything: their points change no result. */
    void seatAJury(CaseId round) {
        jury.add(round, "lid 1", null, CLERK);
        var member = scores.jurors(round).get(0).id();
        var all = jury.projects(round).stream().map(Candidates.Candidate::id).collect(Collectors.toSet());
        jury.keep(round, member, new JuryScores.Given(Map.of(), all), "", CLERK);
        jury.confirm(round, member, 1, Actor.person(PersonId.create(), "bureau"));
    }

    /** Somebody who gets the mails of a group, at {@code <name>@stad.example}. */
    PersonId colleague(String name, GroupId group) {
        return people.add(
                new NewPerson(name, name, name + "@stad.example", "", "een lang wachtwoord hier", Set.of(group)),
                CLERK);
    }

    PhaseDays days(CaseId round, Phase phase) {
        return rounds.phases(round).stream()
                .filter(days -> days.phase() == phase)
                .findFirst()
                .orElseThrow();
    }
}
