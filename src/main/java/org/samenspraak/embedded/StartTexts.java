package org.samenspraak.embedded;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is wrong at the start and what to do, in Dutch and then in English: who starts the office chose no language yet. */
final class StartTexts {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

    static {
        TEXTS.setBasename("messages/embedded");
        TEXTS.setDefaultEncoding("UTF-8");
        TEXTS.setFallbackToSystemLocale(false);
    }

    private StartTexts() {}

    static FailureAnalysis analysis(String key, @Nullable Throwable cause, Object... args) {
        return new FailureAnalysis(say(key + ".what", args), say(key + ".do", args), cause);
    }

    private static String say(String key, Object... args) {
        return TEXTS.getMessage(key, args, DUTCH) + "\n" + TEXTS.getMessage(key, args, Locale.ENGLISH);
    }
}
