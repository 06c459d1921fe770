package org.samenspraak.process;

import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps, per deployed model, what the work list shows of its user tasks and the engine has in no table. */
@Repository
class UserTasks implements Deployer {

    private final JdbcClient jdbc;

    UserTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs after the engine's own deployer, in its transaction; when it only reads an old model again there is nothing new. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        var definitions = deployment.isNew() ? deployment.getDeployedArtifacts(ProcessDefinitionEntity.class) : null;
        if (definitions != null) {
            definitions.forEach(definition -> keep(definition.getId(), definition));
        }
    }

    private void keep(String definitionId, ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior) {
                var properties = Drawn.properties(activity);
                keep(definitionId, activity.getId(), properties.get("name_en"), properties.get(TaskEvents.TERM));
            }
            keep(definitionId, activity);
        }
    }

    private void keep(String definitionId, String element, @Nullable String nameEn, @Nullable String term) {
        jdbc.sql("insert into process_user_task (definition_id, element, name_en, term) values (?, ?, ?, ?)")
                .params(definitionId, element, nameEn, term)
                .update();
    }
}
