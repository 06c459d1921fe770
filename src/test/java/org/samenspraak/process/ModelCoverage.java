package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Writes down which nodes and flows the tests of this build pass, for {@link ModelCoverageIT}. */
@Component
class ModelCoverage extends AbstractProcessEnginePlugin {

    static final Path FOLDER = Path.of("target", "model-coverage");
    private static final Path FILE = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreBPMNParseListeners().add(new Marker());
    }

    /** What was passed in this build, as {@code process#element}. */
    static Set<String> passed() throws IOException {
        var all = new HashSet<String>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.list(FOLDER)) {
                for (var file : files.toList()) {
                    all.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    private static void pass(DelegateExecution execution, String element) {
        var line = ((ExecutionEntity) execution).getProcessDefinition().getKey() + "#" + element;
        if (WRITTEN.add(line)) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Marker extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var id = flow.getId();
            ExecutionListener listener = execution -> pass(execution, id);
            flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, listener);
        }

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(Marker::mark);
        }

        private static void mark(ScopeImpl scope) {
            for (var activity : scope.getActivities()) {
                ExecutionListener listener = execution -> pass(execution, activity.getId());
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, listener);
                mark(activity);
            }
        }
    }
}
