package org.samenspraak.tasklist;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.FormView;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a task and what surrounds it on a page. */
@Component
class TaskModel {

    private static final int EVENTS = 6;

    private final CaseMaps maps;
    private final Clocks clocks;
    private final Documents documents;
    private final Timeline timeline;
    private final Names names;

    TaskModel(CaseMaps maps, Clocks clocks, Documents documents, Timeline timeline, Names names) {
        this.maps = maps;
        this.clocks = clocks;
        this.documents = documents;
        this.timeline = timeline;
        this.names = names;
    }

    /** @return the template */
    String fill(Desk desk, @Nullable FormView form, Model model) {
        var task = desk.task();
        var file = desk.file();
        model.addAttribute("desk", desk);
        model.addAttribute("task", task);
        model.addAttribute("case", file);
        model.addAttribute("form", form);
        model.addAttribute("names", names.ofDesk(desk));
        model.addAttribute("steps", maps.steps(file));
        model.addAttribute(
                "clock",
                task.term() == null
                        ? null
                        : clocks.find(file.id(), task.term(), task.scope()).orElse(null));
        model.addAttribute("documents", documents.of(file.id()));
        model.addAttribute("timeline", timeline.page(file.id(), null, EVENTS));
        return "tasklist/task";
    }

    String name(OpenTask task, Locale locale) {
        return locale.getLanguage().equals("en") && task.nameEn() != null ? task.nameEn() : task.name();
    }
}
