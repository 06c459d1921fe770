package org.samenspraak.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that trajectories run on: models, tables and forms of one folder always get a version together. What cases run
 * on stays; new cases start on the newest.
 */
@Service
public class TrajectoryFiles {

    private static final String SHIPPED = "shipped";
    private static final String PUBLISHED = "published";

    private final RepositoryService repository;
    private final ShippedFiles shipped;
    private final JdbcClient jdbc;

    TrajectoryFiles(RepositoryService repository, ShippedFiles shipped, JdbcClient jdbc) {
        this.repository = repository;
        this.shipped = shipped;
        this.jdbc = jdbc;
    }

    /** Folders that have a version, in the order of the alphabet. */
    public List<String> folders() {
        return jdbc.sql("select distinct folder from process_version order by folder")
                .query(String.class)
                .list();
    }

    /** Newest first; none when the folder was never published. */
    public List<Version> versions(String folder) {
        return jdbc.sql(
                        """
                        select v.deployment, d.deploy_time_ as at, d.source_ = 'shipped' as shipped, v.number
                          from process_version v join act_re_deployment d on d.id_ = v.deployment
                         where v.folder = ? order by v.number desc""")
                .params(folder)
                .query((row, at) -> new Version(
                        row.getString("deployment"),
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("shipped")))
                .list();
    }

    /** The version that new cases start on. */
    public Optional<Version> current(String folder) {
        return versions(folder).stream().findFirst();
    }

    /** What a version holds, by the name of the file. */
    public SortedMap<String, String> files(Version version) {
        var files = new TreeMap<String, String>();
        for (var name : repository.getDeploymentResourceNames(version.deployment())) {
            try (var content = repository.getResourceAsStream(version.deployment(), name)) {
                files.put(
                        name.substring(name.lastIndexOf('/') + 1),
                        new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** What came with the product for this folder; nothing for one that the city made. */
    public SortedMap<String, String> shipped(String folder) {
        var files = new TreeMap<String, String>();
        var content = shipped.byFolder().get(folder);
        if (content != null) {
            content.forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        }
        return files;
    }

    /** The number of the version that a model belongs to. */
    public int numberOf(String folder, String definition) {
        var deployment = repository.getProcessDefinition(definition).getDeploymentId();
        return versions(folder).stream()
                .filter(version -> version.deployment().equals(deployment))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /**
     * Makes these files the version that new cases start on. It is the same as the one before when nothing differs.
     *
     * @param files all of the folder, by name
     * @throws ModelRefused when the check finds a fault
     */
    @Transactional
    public Version publish(String folder, Map<String, String> files) {
        var content = new TreeMap<String, byte[]>();
        files.forEach((name, text) -> content.put(name, text.getBytes(StandardCharsets.UTF_8)));
        takeTurn();
        return deploy(folder, content, PUBLISHED);
    }

    /** The same for what came with the product; once the city published its own, it never takes over by itself. */
    @Transactional
    Version ship(String folder, Map<String, byte[]> files) {
        takeTurn();
        var current = current(folder);
        return current.isPresent() && !current.get().shipped() ? current.get() : deploy(folder, files, SHIPPED);
    }

    private void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('deploy models', 1))")
                .query((row, number) -> true)
                .list();
    }

    private Version deploy(String folder, Map<String, byte[]> files, String source) {
        var deployment =
                repository.createDeployment().name(folder).source(source).enableDuplicateFiltering(false);
        files.forEach(
                (name, content) -> deployment.addInputStream(folder + "/" + name, new ByteArrayInputStream(content)));
        var made = made(folder, deployment);
        return versions(folder).stream()
                .filter(version -> version.deployment().equals(made))
                .findFirst()
                .orElseThrow();
    }

    private static String made(String folder, DeploymentBuilder deployment) {
        try {
            return deployment.deploy().getId();
        } catch (ParseException unreadable) {
            var findings = new Findings(folder);
            findings.error(folder, "not-runnable", String.valueOf(unreadable.getMessage()));
            throw new ModelRefused(findings.all());
        }
    }

    /**
     * @param deployment its id in the engine
     * @param number counted from 1 in its folder
     * @param shipped whether it came with the product
     */
    public record Version(String deployment, int number, Instant at, boolean shipped) {}
}
