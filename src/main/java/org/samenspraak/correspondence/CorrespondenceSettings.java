package org.samenspraak.correspondence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param secret at least 32 characters; without one it is made once and kept in {@code secretFile}
 * @param secretFile only for an office on one machine
 */
@ConfigurationProperties("samenspraak.links")
record CorrespondenceSettings(@Nullable String secret, @DefaultValue("data/links.secret") Path secretFile) {}
