package org.samenspraak.demo;

import java.util.List;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The versions of the regulation of the neighbourhood budget that the demo city holds: smaller amounts, and residents vote; later a panel
 * by lot has a say too.
 */
@Component
@Profile("demo")
class BudgetRules {

    static final String ROUND = "wijkbudget-round";

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "money.total",
                    "120000",
                    "Het wijkbudget verdeelt samen 120.000 euro over de wijken van een ronde.",
                    "The neighbourhood budget divides 120,000 euros over the neighbourhoods of a round."),
            new Rule(
                    "money.base",
                    "25000",
                    "Elke wijk krijgt een basisbedrag van 25.000 euro.",
                    "Each neighbourhood gets a base of 25,000 euros."),
            new Rule(
                    "money.floor",
                    "25000",
                    "Geen wijk krijgt minder dan 25.000 euro.",
                    "No neighbourhood gets less than 25,000 euros."),
            new Rule(
                    "money.ceiling",
                    "60000",
                    "Geen wijk krijgt meer dan 60.000 euro.",
                    "No neighbourhood gets more than 60,000 euros."),
            new Rule(
                    "project.maximum",
                    "25000",
                    "Een project kost hoogstens 25.000 euro.",
                    "A project costs at most 25,000 euros."),
            new Rule(
                    "proposal.co-initiators",
                    "1",
                    "Een idee heeft minstens 1 mede-indiener op een ander adres.",
                    "An idea has at least 1 co-initiator at another address."),
            new Rule(
                    "choice.method",
                    "vote",
                    "De inwoners stemmen over de projecten van hun wijk.",
                    "Residents vote on the projects of their neighbourhood."),
            new Rule(
                    "vote.most", "2", "Wie stemt, kiest hoogstens 2 projecten.", "A voter chooses at most 2 projects."),
            new Rule(
                    "wijkbudget-project",
                    "1",
                    "Een gekozen project is klaar binnen een jaar na de overeenkomst.",
                    "A chosen project is done within a year of the agreement."),
            new Rule(
                    "wijkbudget-execution",
                    "2",
                    "De uitvoering van een ronde duurt twee jaar: een jaar voor elk project, en een jaar voor wat later begint of"
                            + " meer tijd krijgt.",
                    "The execution of a round takes two years: a year for each project, and a year for what begins later or gets"
                            + " more time."));

    private static final List<Rule> MIX = List.of(
            new Rule(
                    "choice.method",
                    "mix",
                    "De inwoners stemmen over de projecten van hun wijk, en een panel door loting geeft er punten aan.",
                    "Residents vote on the projects of their neighbourhood, and a panel by lot scores them."),
            new Rule(
                    "choice.public-share",
                    "70",
                    "De stem van de inwoners weegt 70 procent, de punten van het panel 30 procent.",
                    "The vote of residents weighs 70 percent, the points of the panel 30 percent."),
            new Rule(
                    "count.rule",
                    "greedy-skip",
                    "Het project dat het hoogst staat, gaat eerst. Wat niet past, wordt overgeslagen.",
                    "The project that stands highest goes first. What does not fit is skipped."));

    private final Regulations regulations;

    BudgetRules(Regulations regulations) {
        this.regulations = regulations;
    }

    /** @param vote days ago, and {@code mix} when the panel came in */
    void plan(Agenda agenda, int vote, int mix, Cast cast) {
        agenda.plan(vote, 9, () -> hold(agenda, RULES, cast));
        agenda.plan(mix, 9, () -> hold(agenda, MIX, cast));
    }

    private void hold(Agenda agenda, List<Rule> rules, Cast cast) {
        var writes = cast.official("process-designer");
        var copy = regulations.copy(regulations.inForce(ROUND, agenda.now()), writes);
        rules.forEach(rule -> regulations.change(copy, rule.change(), writes));
        regulations.holdFrom(copy, agenda.now(), cast.official("process-designer-2"));
    }

    private record Rule(String key, String value, String sentence, String sentenceEn) {

        ChangeParameter change() {
            return new ChangeParameter(
                    key,
                    value,
                    "",
                    sentence,
                    sentenceEn,
                    "Een voorbeeld, op maat van een stad met kleine wijken.",
                    "An example, for a city with small neighbourhoods.");
        }
    }
}
