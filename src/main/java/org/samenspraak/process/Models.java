package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads deployed models: their elements, their drawing, what their designer says of them. */
@Component
class Models {

    private final RepositoryService repository;
    private final ModelOwners owners;
    /** A deployment never changes. */
    private final Map<FormKey, String> forms = new ConcurrentHashMap<>();

    Models(RepositoryService repository, ModelOwners owners) {
        this.repository = repository;
        this.owners = owners;
    }

    List<Trajectory> trajectories() {
        return owners.current().stream()
                .flatMap(definition -> read(definition).stream())
                .toList();
    }

    Optional<String> owner(String process, String folder) {
        return owners.other(process, folder);
    }

    Optional<Trajectory> trajectory(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .flatMap(definition -> read(definition.getId()));
    }

    /** A model without a code is a part of others and no trajectory. */
    private Optional<Trajectory> read(String definitionId) {
        var definition = definition(definitionId);
        var properties = Drawn.properties(definition);
        var code = properties.get("code");
        var startForm = properties.get("start_form");
        return code == null
                ? Optional.empty()
                : Optional.of(new Trajectory(
                        definition.getKey(),
                        Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                        properties.get(Drawn.NAME_EN),
                        code,
                        startForm,
                        startForm == null ? null : form(definition.getDeploymentId(), startForm),
                        Arrays.stream(properties.getOrDefault("started_by", "").split(","))
                                .map(String::strip)
                                .filter(role -> !role.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        Objects.requireNonNullElse(Drawn.about(definition), ""),
                        properties.get(Drawn.ABOUT_EN)));
    }

    /** The user tasks of the newest version of each model, also of those that are a part of others. */
    List<NamedStep> userTasks() {
        return repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .flatMap(definition -> userTasks(definition(definition.getId())))
                .toList();
    }

    private static Stream<NamedStep> userTasks(ScopeImpl scope) {
        return scope.getActivities().stream()
                .flatMap(activity -> Stream.concat(
                        activity.getActivityBehavior() instanceof UserTaskActivityBehavior
                                ? Stream.of(NamedStep.of(activity))
                                : Stream.empty(),
                        userTasks(activity)));
    }

    ActivityImpl element(String definitionId, String element) {
        return definition(definitionId).findActivity(element);
    }

    /** Those of these elements that the model has. */
    List<NamedStep> steps(String definitionId, List<String> elements) {
        return elements.stream()
                .flatMap(element -> Stream.ofNullable((@Nullable ActivityImpl) element(definitionId, element)))
                .map(NamedStep::of)
                .toList();
    }

    String name(String definitionId, String element) {
        var found = (@Nullable ActivityImpl) element(definitionId, element);
        return found == null || found.getName() == null ? element : found.getName();
    }

    String diagram(String definitionId) {
        try (var model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of the same deployment as this model. */
    @Nullable
    String form(String deploymentId, String key) {
        var wanted = new FormKey(deploymentId, key);
        var known = (@Nullable String) forms.get(wanted);
        var json = known == null ? load(wanted) : known;
        if (json != null) {
            forms.put(wanted, json);
        }
        return json;
    }

    private @Nullable String load(FormKey form) {
        for (var name : repository.getDeploymentResourceNames(form.deployment())) {
            if (name.endsWith("/" + form.key() + ".form") || name.equals(form.key() + ".form")) {
                try (var json = repository.getResourceAsStream(form.deployment(), name)) {
                    return new String(json.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return null;
    }

    private record FormKey(String deployment, String key) {}

    @Nullable
    String formOf(String definitionId, String key) {
        return form(definition(definitionId).getDeploymentId(), key);
    }

    private ProcessDefinitionEntity definition(String id) {
        return (ProcessDefinitionEntity) ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(id);
    }
}
