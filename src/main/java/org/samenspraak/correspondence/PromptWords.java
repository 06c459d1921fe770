package org.samenspraak.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a mail says of a question: why it goes to this council and no other, and what its form tells. */
@Component
class PromptWords {

    /** Property of a task: why a council is asked, in Dutch; {@code why_en} in English. */
    private static final String WHY = "why";

    private static final String WHY_EN = "why_en";

    private final Areas areas;
    private final MessageSource messages;
    private final Forms forms;
    private final TaskData taskData;
    private final List<QuestionTopics> topics;

    PromptWords(Areas areas, MessageSource messages, Forms forms, TaskData taskData, List<QuestionTopics> topics) {
        this.areas = areas;
        this.messages = messages;
        this.forms = forms;
        this.taskData = taskData;
        this.topics = topics;
    }

    /** What is asked, and about what where a council may have several of such questions. */
    String task(PromptRow row, Locale language) {
        var name = row.taskName(language);
        return topics.stream()
                .flatMap(topic -> topic.of(row.caseId()).stream())
                .findFirst()
                .map(topic ->
                        messages.getMessage("correspondence.prompt.task-about", new Object[] {name, topic}, language))
                .orElse(name);
    }

    /** In the words of the model, else of who asks, else plainly: the case is about this council, or about its area. */
    String whyCouncil(CaseView dossier, CouncilView council, OpenTask task, Locale language) {
        var english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var properties = task.properties();
        var drawn = english && properties.containsKey(WHY_EN) ? properties.get(WHY_EN) : properties.get(WHY);
        if (drawn != null && !drawn.isBlank()) {
            return drawn.strip();
        }
        var known = topics.stream()
                .flatMap(topic -> topic.why(dossier.id(), language).stream())
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var own = Objects.equals(dossier.council(), council.id());
        var kind = messages.getMessage("council.kind." + council.kind(), null, language);
        return messages.getMessage(
                own ? "correspondence.prompt.about-council" : "correspondence.prompt.about-area",
                new Object[] {council.name(), kind, areas.get(council.area()).name(), dossier.number()},
                language);
    }

    /** Why somebody of the council gets it, by their function. */
    String whyYou(String function, String council, Locale language) {
        return messages.getMessage("correspondence.prompt.why." + function, new Object[] {council}, language);
    }

    /** The texts that stand in its form; empty without a form. */
    String told(OpenTask task, Locale language) {
        if (task.formJson() == null) {
            return "";
        }
        var form = forms.parse(task.formJson());
        return String.join("\n\n", form.told(taskData.of(task, form, Actor.SYSTEM), language));
    }
}
