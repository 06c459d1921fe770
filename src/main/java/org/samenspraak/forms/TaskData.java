package org.samenspraak.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;

/**
 * What the form of a task starts from. A designer names earlier forms in the task's property {@code data}: their last answers
 * are there, later forms over earlier ones. Conditions can read the parameters of the regulation under {@code regulation} and
 * what the trajectory knows under its own name; fields with {@code prefill} have their value.
 */
@Service
public class TaskData {

    private final Submissions submissions;
    private final Forms forms;
    private final Cases cases;
    private final Regulations regulations;

    TaskData(Submissions submissions, Forms forms, Cases cases, Regulations regulations) {
        this.submissions = submissions;
        this.forms = forms;
        this.cases = cases;
        this.regulations = regulations;
    }

    public Map<String, Object> of(OpenTask task, Form form, Actor by) {
        return of(task, cases.get(task.caseId()), form, by);
    }

    /** @param dossier the case of the task, for who has read it already */
    public Map<String, Object> of(OpenTask task, CaseView dossier, Form form, Actor by) {
        var data = new LinkedHashMap<String, Object>();
        Arrays.stream(task.properties().getOrDefault("data", "").split(","))
                .map(String::strip)
                .filter(earlier -> !earlier.isEmpty())
                .flatMap(earlier -> submissions.latest(task.caseId(), earlier).stream())
                .forEach(answers -> data.putAll(answers.values()));
        data.put("regulation", regulations.facts(dossier.regulation()));
        data.putAll(forms.known(task.caseId(), dossier.trajectory(), by));
        forms.prefill(form, task.caseId(), by).forEach((key, value) -> {
            if (value != null) {
                data.put(key, value);
            }
        });
        return data;
    }
}
