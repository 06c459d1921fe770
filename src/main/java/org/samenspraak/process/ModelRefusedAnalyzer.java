package org.samenspraak.process;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A model that keeps the office from starting: file, element and what is wrong, in Dutch and then in English. */
class ModelRefusedAnalyzer extends AbstractFailureAnalyzer<ModelRefused> {

    private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

    static {
        TEXTS.setBasenames("messages/process", "messages/forms");
        TEXTS.setDefaultEncoding("UTF-8");
        TEXTS.setFallbackToSystemLocale(false);
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelRefused cause) {
        return new FailureAnalysis(
                both(locale -> findings(cause, locale)), both(locale -> say("process.start.mend", locale)), cause);
    }

    private static String findings(ModelRefused cause, Locale locale) {
        return cause.findings().stream()
                .filter(Finding::isError)
                .map(it -> "- " + it.file() + ", " + it.element() + ": "
                        + say(it.messageKey(), locale, it.args().toArray()))
                .collect(Collectors.joining("\n", say("process.start.refused", locale) + "\n", ""));
    }

    private static String both(Function<Locale, String> text) {
        return Stream.of(Locale.forLanguageTag("nl"), Locale.ENGLISH).map(text).collect(Collectors.joining("\n"));
    }

    private static String say(String key, Locale locale, Object... args) {
        return TEXTS.getMessage(key, args, locale);
    }
}
