package org.samenspraak.regulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Loads the example regulations that come with the product. A version that is there is never overwritten: a file that
 * changed becomes a new version, and only a draft once the city has a version of its own.
 */
@Component
class ShippedRegulations implements InitializingBean {

    private final RegulationVersions versions;
    private final ResourcePatternResolver resources;
    private final ObjectMapper json;
    private final TransactionOperations transaction;
    private final Municipality municipality;
    private final Clock clock;

    ShippedRegulations(
            RegulationVersions versions,
            ResourcePatternResolver resources,
            ObjectMapper json,
            TransactionOperations transaction,
            Municipality municipality,
            Clock clock) {
        this.versions = versions;
        this.resources = resources;
        this.json = json;
        this.transaction = transaction;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** Before anything that opens a case is ready. */
    @Override
    public void afterPropertiesSet() throws IOException {
        for (var file : resources.getResources("classpath:regulations/*.yaml")) {
            load(read(file), digest(file));
        }
    }

    void load(File file, String digest) {
        transaction.executeWithoutResult(status -> {
            versions.lockLoading();
            if (!versions.isShipped(file.name(), digest)) {
                add(file, digest);
            }
        });
    }

    private void add(File file, String digest) {
        var earlier = versions.versions(file.name());
        versions.addRegulation(file.name(), file.title());
        versions.add(
                new RegulationId(
                        file.name(), earlier.isEmpty() ? 1 : earlier.get(0).version() + 1),
                file.adoptedBy(),
                earlier.isEmpty() ? LocalDate.parse(file.holdsFrom()) : dayOfUpdate(file.name()),
                digest,
                clock.instant(),
                file.parameters().stream().map(Entry::parameter).toList());
    }

    private @Nullable LocalDate dayOfUpdate(String name) {
        return versions.isOwn(name) ? null : LocalDate.now(clock.withZone(municipality.zone()));
    }

    File read(Resource file) throws IOException {
        Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(file.getContentAsString(StandardCharsets.UTF_8));
        return json.convertValue(content, File.class);
    }

    private static String digest(Resource file) throws IOException {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(file.getContentAsByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shipped file. */
    record File(String name, String title, String adoptedBy, String holdsFrom, List<Entry> parameters) {}

    record Entry(
            String key,
            ParameterType type,
            String value,
            @Nullable List<String> choices,
            @Nullable String article,
            String sentence,
            String sentenceEn,
            @Nullable String reason,
            @Nullable String reasonEn) {

        Parameter parameter() {
            var allowed = Objects.requireNonNullElse(choices, List.<String>of());
            return new Parameter(
                    key,
                    type,
                    type.checked(value, allowed),
                    allowed,
                    article,
                    sentence,
                    sentenceEn,
                    reason,
                    reasonEn,
                    null);
        }
    }
}
