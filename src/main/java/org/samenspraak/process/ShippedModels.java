package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys what is shipped in {@code processes/} and {@code forms/} when the application starts: one deployment per folder
 * with its models, tables and forms; nothing when nothing changed. Nodes that start at once take turns.
 */
@Component
@ConditionalOnBooleanProperty(name = "samenspraak.process.shipped", matchIfMissing = true)
class ShippedModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*/*.bpmn", "classpath*:processes/*/*.dmn", "classpath*:forms/*/*.form");

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ResourcePatternResolver resources;
    private final TransactionTemplate transaction;

    ShippedModels(
            RepositoryService repository,
            JdbcClient jdbc,
            ResourcePatternResolver resources,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.resources = resources;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    void deploy() {
        byFolder().forEach((folder, files) -> transaction.executeWithoutResult(status -> deployAlone(folder, files)));
    }

    private void deployAlone(String folder, List<Resource> files) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('deploy shipped models', 1))")
                .query((row, number) -> true)
                .list();
        deploy(folder, files);
    }

    private void deploy(String folder, List<Resource> files) {
        var deployment =
                repository.createDeployment().name(folder).source("shipped").enableDuplicateFiltering(false);
        for (var file : files) {
            try (var content = file.getInputStream()) {
                deployment.addInputStream(folder + "/" + file.getFilename(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var made = deployment.deployWithResult();
        LOG.info("Trajectory {} is deployed as {}", folder, made.getId());
    }

    /** Files by trajectory: the name of the folder they lie in, the same under {@code processes} and {@code forms}. */
    private Map<String, List<Resource>> byFolder() {
        var folders = new TreeMap<String, List<Resource>>();
        try {
            for (var pattern : PATTERNS) {
                for (var file : resources.getResources(pattern)) {
                    var path = file.getURL().getPath().split("/");
                    folders.computeIfAbsent(path[path.length - 2], folder -> new ArrayList<>())
                            .add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }
}
