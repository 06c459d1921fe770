package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Tasks;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** Does the same with many ideas at once. Each is a transaction of its own: what one refuses keeps no other. */
@Service
class CohortActs {

    static final int MOST = 200;

    private static final int LONGEST_TITLE = 120;

    private final Ideas ideas;
    private final Tasks tasks;
    private final TaskData taskData;
    private final Forms forms;
    private final Intake intake;
    private final ProjectCases projects;
    private final TransactionTemplate transaction;

    CohortActs(
            Ideas ideas,
            Tasks tasks,
            TaskData taskData,
            Forms forms,
            Intake intake,
            ProjectCases projects,
            TransactionTemplate transaction) {
        this.ideas = ideas;
        this.tasks = tasks;
        this.taskData = taskData;
        this.forms = forms;
        this.intake = intake;
        this.projects = projects;
        this.transaction = transaction;
    }

    /**
     * Lets everybody read them, as they were seen; what changed since stays to be read.
     *
     * @param seen of each that was shown
     */
    Done publish(CaseId round, List<UUID> chosen, Collection<String> seen, Actor by) {
        return each(round, chosen, idea -> {
            if (!seen.contains(seen(idea.caseId().value(), idea.version()))) {
                throw new Refusal("wijkbudget.refusal.changed");
            }
            answer(idea, "Task_Moderate", Map.of("publish", "yes"), by);
        });
    }

    static String seen(UUID idea, int version) {
        return idea + "." + version;
    }

    /**
     * Admits those of which somebody says that they meet every condition. Who has too few people behind it is left for somebody to
     * judge, and so is what nobody else may read.
     */
    Done admit(CaseId round, List<UUID> chosen, Actor by) {
        return each(round, chosen, idea -> {
            if (Boolean.FALSE.equals(idea.published())) {
                throw new Refusal("wijkbudget.cohort.admit-hidden");
            }
            var answers = new LinkedHashMap<String, String>();
            List.of("inArea", "nonCommercial", "own").forEach(key -> answers.put(key, "yes"));
            answers.put("affordable", idea.cents() == null ? "unknown" : "yes");
            answers.put("verdict", "admitted");
            answer(idea, "Task_Check", answers, by);
        });
    }

    private void answer(Idea idea, String element, Map<String, String> answers, Actor by) {
        var open = tasks.ofCase(idea.caseId()).stream()
                .filter(task -> task.element().equals(element))
                .findFirst();
        if (open.isEmpty()) {
            throw new Refusal("wijkbudget.cohort.not-waiting");
        }
        var task = open.get();
        tasks.bar(task, by).ifPresent(refusal -> {
            throw refusal;
        });
        var form = forms.parse(String.valueOf(task.formJson()));
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach(sent::add);
        var judgement = forms.judge(form, taskData.of(task, form, by), sent);
        if (!judgement.accepted()) {
            throw new Refusal("wijkbudget.cohort.asks-more");
        }
        intake.answer(task.id(), form, judgement, false, by);
    }

    private Done each(CaseId round, List<UUID> chosen, Consumer<Idea> act) {
        var done = 0;
        var left = new ArrayList<Left>();
        for (var id : chosen.stream().distinct().limit(MOST).toList()) {
            var idea = ideas.find(new CaseId(id)).filter(one -> one.round().equals(round));
            if (idea.isEmpty()) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> act.accept(idea.get()));
                done++;
            } catch (Refusal why) {
                left.add(new Left(idea.get().words().title(), why));
            }
        }
        return new Done(done, left);
    }

    /**
     * Makes a project of the chosen ideas.
     *
     * @throws Refusal without a title, for an idea that is not admitted, and as {@link ProjectCases#make}
     */
    void makeProject(CaseId round, String title, List<UUID> chosen, Actor by) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw Refusal.of("title", "wijkbudget.refusal.text", LONGEST_TITLE);
        }
        var admitted = chosen.stream()
                .distinct()
                .limit(MOST)
                .map(id -> ideas.find(new CaseId(id)))
                .flatMap(Optional::stream)
                .filter(idea -> idea.round().equals(round) && idea.state() == State.ADMITTED)
                .toList();
        if (admitted.isEmpty() || admitted.size() < chosen.stream().distinct().count()) {
            throw Refusal.of("idea", "wijkbudget.refusal.project");
        }
        projects.make(round, title.strip(), admitted, by);
    }

    /** @param left those that stayed as they were */
    record Done(int done, List<Left> left) {}

    record Left(String title, Refusal why) {}
}
