package org.samenspraak.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/**
 * The fourth wall: nothing is parsed that the model check refuses. It runs before the engine's own deployers; a throw rolls
 * the deployment back. When the engine reads an old model again only safety counts, so that a stricter rule of shape can't
 * kill running cases.
 */
@Component
class ModelGate implements Deployer {

    private final ModelCheck check;
    private final ModelOwners owners;

    ModelGate(ModelCheck check, ModelOwners owners) {
        this.check = check;
        this.owners = owners;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        var files = content(deployment);
        var findings = deployment.isNew() ? check.check(files) : check.safety(files);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new ModelRefused(findings);
        }
        if (deployment.isNew()) {
            files.keySet().stream()
                    .filter(file -> file.endsWith(".bpmn"))
                    .forEach(file -> refuseTaken(file, deployment));
        }
    }

    /** A process belongs to the trajectory that had it first: another can't slip its own version under it. */
    private void refuseTaken(String file, DeploymentEntity deployment) {
        var key = file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
        owners.other(key, deployment.getName()).ifPresent(owner -> {
            var taken = new Findings(file);
            taken.error(key, "owner", key, owner);
            throw new ModelRefused(taken.all());
        });
    }

    private static Map<String, byte[]> content(DeploymentEntity deployment) {
        return deployment.getResources().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> bytes(file.getValue())));
    }

    private static byte[] bytes(ResourceEntity resource) {
        return resource.getBytes();
    }
}
