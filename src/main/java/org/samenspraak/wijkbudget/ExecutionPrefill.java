package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Component;

/** What the forms about the execution of a project know already. */
@Component
class ExecutionPrefill implements Prefill {

    private final BudgetProjects projects;
    private final Executions executions;
    private final Agreeing agreeing;
    private final HandingOver handingOver;
    private final CouncilSigning councils;
    private final CouncilAccount account;
    private final LeaderMessages messages;
    private final ReachedMilestones reached;
    private final AgreementText agreement;
    private final Pots pots;
    private final ProjectEnding ending;
    private final Cases cases;
    private final BudgetWords words;
    private final Dates dates;

    ExecutionPrefill(
            BudgetProjects projects,
            Executions executions,
            Agreeing agreeing,
            HandingOver handingOver,
            CouncilSigning councils,
            CouncilAccount account,
            LeaderMessages messages,
            ReachedMilestones reached,
            AgreementText agreement,
            Pots pots,
            ProjectEnding ending,
            Cases cases,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.agreeing = agreeing;
        this.handingOver = handingOver;
        this.councils = councils;
        this.account = account;
        this.messages = messages;
        this.reached = reached;
        this.agreement = agreement;
        this.pots = pots;
        this.ending = ending;
        this.cases = cases;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String source() {
        return "execution";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(BudgetProject.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null) {
            return Map.of();
        }
        var council = by.councilId().isPresent();
        return projects.find(caseId)
                .map(project -> council ? Map.<String, Object>of("agreement", agreed(project)) : of(project))
                .orElseGet(Map::of);
    }

    /** All that a council reads of it. */
    private String agreed(BudgetProject project) {
        return String.join("\n", agreement.lines(project));
    }

    private Map<String, Object> of(BudgetProject project) {
        var known = new HashMap<String, Object>();
        var people = people(agreeing.people(project));
        var successors = new ArrayList<>(people(handingOver.offered(project)));
        successors.add(option("city", words.say("wijkbudget.execution.city")));
        known.put("people", people);
        known.put(
                "councils",
                councils.offered(project).stream()
                        .map(one -> option(one.id().toString(), agreement.payee(one)))
                        .toList());
        known.put("successors", successors);
        known.put(
                "about",
                words.say(
                        "wijkbudget.execution.about",
                        project.title(),
                        words.euros(agreeing.reserved(project.caseId())),
                        agreeing.lastDayNow(project.caseId())));
        executions.find(project.id()).ifPresent(execution -> add(project, execution, known));
        ending.proposed(project).ifPresent(why -> {
            known.put("stopReason", why);
            known.put("stopLetter", ending.letter(project, why));
        });
        ending.refused(project).ifPresent(why -> known.put("stopRefused", why));
        return known;
    }

    private List<Map<String, String>> people(List<Idea.Supporter> some) {
        return some.stream()
                .map(one -> option(
                        one.id().toString(),
                        one.name() + " (" + cases.get(one.caseId()).number() + ")"))
                .toList();
    }

    private void add(BudgetProject project, Execution execution, Map<String, Object> known) {
        var milestones = executions.milestones(execution.project());
        known.put("what", execution.what());
        known.put("carrier", execution.carrier().name());
        known.put("extended", execution.extendedOn() != null);
        known.put("agreement", agreed(project));
        known.put("standing", standing(project, execution, milestones));
        handingOver.pending(project).ifPresent(line -> known.put("handOver", line));
        known.put(
                "milestones",
                milestones.stream()
                        .filter(one -> !one.done())
                        .map(one -> option(String.valueOf(one.position()), agreement.line(one)))
                        .toList());
        var open = milestones.stream().filter(one -> !one.done()).toList();
        if (!open.isEmpty()) {
            known.put("open", open.stream().map(agreement::line).collect(Collectors.joining("\n")));
        }
        addEnd(project, execution, known);
        if (execution.refusal() != null) {
            known.put("refusal", execution.refusal());
        }
        reached.toConfirm(project).ifPresent(what -> known.put("spentWhat", what));
        reached.refused(project).ifPresent(why -> known.put("spentRefused", why));
        addMessages(project, known);
    }

    /** What closing asks for: the report of who led it, and what the council spent. */
    private void addEnd(BudgetProject project, Execution execution, Map<String, Object> known) {
        var report = executions.progress(project.id()).stream()
                .filter(Progress::report)
                .findFirst();
        report.ifPresent(one -> known.put("report", one.words()));
        known.put("lacksReport", execution.initiator() != null && report.isEmpty());
        var got = account.got(project);
        if (got > 0) {
            known.put("councilGot", words.euros(got));
        }
    }

    /** The answer names the message, so that nobody lets a photo through that came after the one they saw. */
    private void addMessages(BudgetProject project, Map<String, Object> known) {
        var waiting = messages.waiting(project);
        if (waiting.isEmpty()) {
            return;
        }
        var all = List.copyOf(waiting.values());
        known.put("words", all.get(0).words());
        known.put("lastWords", all.get(all.size() - 1).words());
        known.put(
                "waiting",
                all.stream().map(one -> named(one) + ":\n" + one.words()).collect(Collectors.joining("\n\n")));
        known.put(
                "messages",
                waiting.entrySet().stream()
                        .map(one -> option(one.getKey(), named(one.getValue())))
                        .toList());
        var photos = new ArrayList<>(List.of(option("no", words.say("wijkbudget.execution.photo-no"))));
        waiting.forEach((number, one) -> {
            if (one.photo() != null) {
                photos.add(option(number, words.say("wijkbudget.execution.photo-seen", dates.moment(one.at()))));
            }
        });
        known.put("photos", photos);
    }

    private String named(Progress one) {
        return words.say(
                one.report() ? "wijkbudget.execution.report-of" : "wijkbudget.execution.message-of",
                dates.moment(one.at()));
    }

    private String standing(BudgetProject project, Execution execution, List<Milestone> milestones) {
        var lines = new ArrayList<String>();
        lines.add(Objects.toString(execution.what(), ""));
        if (execution.due() != null) {
            lines.add(agreement.end(execution, execution.due()));
        }
        milestones.forEach(one -> lines.add(agreement.line(one)));
        if (pots.lacksAccount(project.caseId())) {
            lines.add(words.say("wijkbudget.execution.no-account"));
        }
        return String.join("\n", lines);
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
