package org.samenspraak.process;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the versions of each trajectory, in the transaction of the deployment. */
@Repository
class VersionNumbers implements Deployer {

    private final JdbcClient jdbc;

    VersionNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew() && deployment.getName() != null) {
            jdbc.sql(
                            """
                            insert into process_version (deployment, folder, number)
                            select :deployment, :folder, coalesce(max(number), 0) + 1
                              from process_version where folder = :folder""")
                    .param("deployment", deployment.getId())
                    .param("folder", deployment.getName())
                    .update();
        }
    }
}
