package org.samenspraak.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Texts on screen: every bundle under {@code messages/}, Dutch without suffix. */
class Texts extends ResourceBundleMessageSource {

    private final boolean strict;

    Texts(ResourcePatternResolver files, boolean strict) throws IOException {
        this.strict = strict;
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        setBasenames(Arrays.stream(files.getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(name -> name.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                .distinct()
                .sorted()
                .map(name -> "messages/" + name)
                .toArray(String[]::new));
    }

    @Override
    protected @Nullable String getDefaultMessage(String code) {
        if (strict) {
            throw new IllegalStateException("No text for " + code);
        }
        return super.getDefaultMessage(code);
    }
}
