package org.samenspraak.wijkbudget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.PayeeAccounts;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Component;

/** All that both sides sign for a project, in lines: who, what, which money when, the last day, and what happens when it fails. */
@Component
class AgreementText {

    private final Executions executions;
    private final HandOvers handOvers;
    private final IdeaSupporters supporters;
    private final Councils councils;
    private final Areas areas;
    private final Pots pots;
    private final PayeeAccounts accounts;
    private final Cases cases;
    private final Regulations regulations;
    private final ParameterTexts texts;
    private final BudgetWords words;
    private final Dates dates;

    AgreementText(
            Executions executions,
            HandOvers handOvers,
            IdeaSupporters supporters,
            Councils councils,
            Areas areas,
            Pots pots,
            PayeeAccounts accounts,
            Cases cases,
            Regulations regulations,
            ParameterTexts texts,
            BudgetWords words,
            Dates dates) {
        this.executions = executions;
        this.handOvers = handOvers;
        this.supporters = supporters;
        this.councils = councils;
        this.areas = areas;
        this.pots = pots;
        this.accounts = accounts;
        this.cases = cases;
        this.regulations = regulations;
        this.texts = texts;
        this.words = words;
        this.dates = dates;
    }

    /** In the reader's language. */
    List<String> lines(BudgetProject project) {
        var execution = executions.get(project.id());
        var lines = new ArrayList<String>();
        lines.add(words.say(
                "wijkbudget.agreement.project",
                cases.get(project.caseId()).number(),
                project.title(),
                areas.get(project.area()).name()));
        lines.add(execution.what());
        lines.add(words.say("wijkbudget.execution.carrier." + execution.carrier()));
        if (execution.council() != null) {
            lines.addAll(council(execution, execution.council()));
        }
        if (execution.initiator() != null) {
            lines.add(words.say(
                    "wijkbudget.agreement.leads",
                    leads(execution.initiator()),
                    sentence(project.caseId(), "wijkbudget-progress")));
        }
        executions.milestones(project.id()).forEach(one -> lines.add(line(one)));
        lines.add(money(project.caseId(), execution));
        lines.add(end(project.caseId(), execution));
        lines.add(words.say("wijkbudget.agreement.fails"));
        return lines;
    }

    /** A council as the office chooses it: whether money can go there yet is said beside its name. */
    String payee(CouncilView council) {
        return accounts.current(council.id()).isPresent()
                ? council.name()
                : words.say("wijkbudget.agreement.payee-no-account", council.name());
    }

    private List<String> council(Execution execution, CouncilId council) {
        var name = councils.get(council).name();
        if (execution.carrier() == Carrier.CITY) {
            return List.of(words.say("wijkbudget.agreement.council-before", name));
        }
        var gets = words.say("wijkbudget.agreement.council", name);
        return accounts.current(council).isPresent()
                ? List.of(gets)
                : List.of(gets, words.say("wijkbudget.agreement.no-account"));
    }

    /** Who signed and who leads it since, each with the day, as this resident or, with none, an official reads it. */
    List<String> signatures(Execution execution, @Nullable UUID reader) {
        var taken = handOvers.taken(execution.project());
        var first = taken.isEmpty() ? execution.initiator() : taken.get(0).former();
        var lines = new ArrayList<String>();
        add(lines, execution.signedAt(), first != null && first.equals(reader) ? "you" : "initiator");
        add(lines, execution.councilSignedAt(), "council", execution.councilSignedBy());
        add(lines, execution.citySignedAt(), "city");
        for (var one : taken) {
            var to = one.successor();
            var who = to == null ? "city" : to.equals(reader) ? "you" : "other";
            lines.add(words.say(
                    "wijkbudget.taken." + who,
                    dates.day(Objects.requireNonNull(one.answeredOn())),
                    to == null ? "" : leads(to)));
        }
        return lines;
    }

    /** "An Peeters leidt het nu.", or that the city does. */
    String leadsNow(Execution execution) {
        return execution.initiator() == null
                ? words.say("wijkbudget.execution.leads-city")
                : words.say("wijkbudget.execution.leads-now", leads(execution.initiator()));
    }

    private void add(List<String> lines, @Nullable Instant at, String who, @Nullable Object... args) {
        if (at != null) {
            lines.add(words.say(
                    "wijkbudget.signed." + who,
                    Stream.concat(Stream.of(dates.day(dates.local(at))), Stream.of(args))
                            .toArray()));
        }
    }

    private String leads(UUID initiator) {
        return supporters.find(initiator).map(Idea.Supporter::name).orElse("");
    }

    /** All of it, and where the rest goes of what the decision put aside. */
    private String money(CaseId project, Execution execution) {
        var rest = pots.held(project).map(held -> held.reserved().cents()).orElse(0L) - execution.cents();
        return execution.begins() != null || rest <= 0
                ? words.say("wijkbudget.agreement.sum", words.euros(execution.cents()))
                : words.say("wijkbudget.agreement.sum-rest", words.euros(execution.cents()), words.euros(rest));
    }

    private String end(CaseId project, Execution execution) {
        var due = execution.due();
        return due == null ? sentence(project, Agreeing.TERM) : end(execution, due);
    }

    /** Of one that runs. */
    String end(Execution execution, LocalDate due) {
        return words.say(
                execution.isLate(dates.today()) ? "wijkbudget.execution.late" : "wijkbudget.execution.until",
                dates.day(due));
    }

    /** What the regulation of a project says. */
    String sentence(CaseId project, String rule) {
        return texts.sentence(regulations.get(cases.get(project).regulation(), rule));
    }

    String line(Milestone one) {
        return words.say(
                one.done() ? "wijkbudget.execution.reached" : "wijkbudget.execution.milestone",
                one.title(),
                dates.day(one.done() ? one.doneOn() : one.due()),
                words.euros(one.used()));
    }
}
