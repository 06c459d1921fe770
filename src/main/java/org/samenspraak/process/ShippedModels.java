package org.samenspraak.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys what is shipped when the application starts: one deployment per folder with its models, tables and forms; nothing
 * when nothing changed, or when the city published its own. Nodes that start at once take turns.
 */
@Component
@ConditionalOnBooleanProperty(name = "samenspraak.process.shipped", matchIfMissing = true)
class ShippedModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final ShippedFiles files;
    private final TrajectoryFiles deployed;
    private final TransactionTemplate transaction;

    ShippedModels(ShippedFiles files, TrajectoryFiles deployed, PlatformTransactionManager transactions) {
        this.files = files;
        this.deployed = deployed;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    void deploy() {
        files.byFolder()
                .forEach((folder, content) -> transaction.executeWithoutResult(status -> {
                    var version = deployed.ship(folder, content);
                    LOG.info("Trajectory {} runs on version {} ({})", folder, version.number(), version.deployment());
                }));
    }
}
