package org.samenspraak.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * What a city changes without a build; its name stands with the municipality.
 *
 * @param logo an image for the header ({@code file:/etc/samenspraak/logo.svg}), or none
 * @param tokens a style file that sets design tokens ({@code --samenspraak-brand} …), or none
 * @param strictTexts whether a text that is missing stops the page; on in tests
 */
@ConfigurationProperties("samenspraak.look")
record Look(@Nullable Resource logo, @Nullable Resource tokens, boolean strictTexts) {}
