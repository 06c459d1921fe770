package org.samenspraak.tasklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.StepLog;
import org.samenspraak.casefile.StepLog.Passed;
import org.samenspraak.process.Processes;
import org.samenspraak.web.StepLine.Step;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows where a case is: a line of steps and a drawing, both from the model it runs on and its own step log. */
@Component
class CaseMaps {

    private final Processes processes;
    private final StepLog log;

    CaseMaps(Processes processes, StepLog log) {
        this.processes = processes;
        this.log = log;
    }

    List<Step> steps(CaseView view) {
        return map(view, "").map(CaseMap::steps).orElse(List.of());
    }

    /**
     * None when no model ran for the case yet.
     *
     * @param waitsFor who the case waits for now
     */
    Optional<CaseMap> map(CaseView view, String waitsFor) {
        return log.definition(view.id())
                .map(processes::drawing)
                .or(() -> processes.diagram(view.id()))
                .map(bpmn -> draw(view, ModelReader.read(bpmn), waitsFor));
    }

    private CaseMap draw(CaseView view, Model model, String waitsFor) {
        var passed = log.of(view.id());
        var way = new Way(
                model,
                passed.stream()
                        .filter(step -> model.nodes().containsKey(step.element()))
                        .toList(),
                view.status() != CaseStatus.OPEN);
        var english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new CaseMap(way.steps(english, waitsFor), Drawing.of(model, way, english), passed);
    }

    /** @param passed everything the case went through, also in parts of the trajectory drawn elsewhere */
    record CaseMap(List<Step> steps, Drawing drawing, List<Passed> passed) {}
}
