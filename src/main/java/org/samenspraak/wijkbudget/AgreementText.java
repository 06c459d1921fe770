package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.PayeeAccounts;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Component;

/** All that both sides sign for a project, in lines: who, what, which money when, the last day, and what happens when it fails. */
@Component
class AgreementText {

    private final Executions executions;
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
            lines.add(words.say(
                    "wijkbudget.agreement.council",
                    councils.get(execution.council()).name()));
            if (accounts.current(execution.council()).isEmpty()) {
                lines.add(words.say("wijkbudget.agreement.no-account"));
            }
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
