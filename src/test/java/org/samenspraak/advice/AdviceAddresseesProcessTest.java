package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Decisions;
import org.samenspraak.process.Processes;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Each rule of the table proposes what it says and nothing else. */
class AdviceAddresseesProcessTest extends PostgresIT {

    @Autowired
    private Decisions decisions;

    @Autowired
    private Cases cases;

    @Autowired
    private Processes processes;

    private final CaseId caseId = CaseId.create();

    /** The table is that of the model that a case runs on. */
    @BeforeEach
    void runAModelOfTheFolder() {
        cases.open(new OpenCase(
                caseId, "advice-request", "ADV", "Vraag", null, null, LocalDate.of(2026, 9, 1), false, Actor.SYSTEM));
        processes.start("more-time", caseId, Map.of(), Actor.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({
        "mobility, fietsraad, mobiliteit",
        "green, milieuraad, groen en klimaat",
        "public-domain, gecoro, openbaar domein en ruimtelijke ordening",
        "youth, jeugdraad, jeugd",
        "culture, cultuurraad, cultuur",
        "welfare, seniorenraad, 'welzijn, ouderen en toegankelijkheid'",
        "safety, veiligheidsraad, veiligheid",
        "sport, sportraad, sport",
        "economy, raad voor lokale economie, economie en werk",
        "participation, participatieraad, participatie en wijkwerking"
    })
    void proposesTheAdvisoryCouncilOfADomain(String domain, String name, String about) {
        var council = facts(Map.of("domain", domain, "kind", "adviesraad", "name", name));

        assertThat(reasons(council)).containsExactly("Deze adviesraad gaat over " + about + ".");
        assertThat(reasons(with(council, "domain", "other"))).isEmpty();
        assertThat(reasons(with(council, "name", "raad van wijzen"))).isEmpty();
        assertThat(reasons(with(council, "kind", "wijkraad"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "same, none, design, advise, true",
        "around, none, design, advise, true",
        "same, beleidsmatig, design, advise, true",
        "inside, none, design, advise, true",
        "inside, beleidsmatig, initiative, inform, true",
        "elsewhere, none, design, advise, false",
        "elsewhere, beleidsmatig, elaboration, inform, false",
        "same, uitvoerend, elaboration, advise, true",
        "around, uitvoerend, realisation, advise, true",
        "same, uitvoerend, design, advise, false",
        "inside, uitvoerend, elaboration, advise, false",
        "same, basis, design, inform, true",
        "around, basis, design, consult, true",
        "same, basis, design, advise, false",
        "same, basis, design, decide, false",
        "whole, beleidsmatig, design, advise, true",
        "whole, none, design, advise, false",
        "whole, uitvoerend, realisation, inform, false"
    })
    void proposesCouncilsOfTheAreaByTheirLevel(
            String where, String level, String phase, String position, boolean proposed) {
        for (var kind : List.of("wijkraad", "dorpsraad", "wijkorgaan", "buurtcomite", "committee")) {
            var council =
                    facts(Map.of("kind", kind, "where", where, "level", level, "phase", phase, "position", position));

            assertThat(reasons(council)).as(kind).hasSize(proposed ? 1 : 0);
        }
        assertThat(reasons(facts(Map.of("kind", "adviesraad", "where", where, "level", level))))
                .isEmpty();
    }

    @Test
    void proposesAllCouncilsOnceForParticipationInTheWholeMunicipality() {
        for (var level : List.of("none", "basis", "uitvoerend", "beleidsmatig")) {
            assertThat(reasons(facts(Map.of("domain", "participation", "where", "whole", "level", level))))
                    .as(level)
                    .hasSize(1);
        }
    }

    @Test
    void saysWhyInEnglishToo() {
        assertThat(decisions.evaluate(caseId, "advice-addressees", facts(Map.of("where", "same"))))
                .extracting(row -> row.get("en"))
                .containsExactly("The question is about the area of this council.");
    }

    private List<String> reasons(Map<String, Object> facts) {
        return decisions.evaluate(caseId, "advice-addressees", facts).stream()
                .map(row -> String.valueOf(row.get("nl")))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, String value) {
        var other = new HashMap<>(facts);
        other.put(name, value);
        return other;
    }

    private static Map<String, Object> facts(Map<String, String> changes) {
        var facts = new HashMap<String, Object>(Map.of(
                "domain", "other",
                "kind", "wijkraad",
                "name", "runkst",
                "where", "elsewhere",
                "level", "none",
                "phase", "design",
                "position", "advise"));
        facts.putAll(changes);
        return facts;
    }
}
