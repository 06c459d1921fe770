package org.samenspraak.publication;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AdviceWords;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.publication.PublicNews.About;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What somebody can follow: all of the public side, or a part that exists. */
@Component
class Abouts {

    private final PublicRegister register;
    private final PublishedAdvice advice;
    private final AdviceWords words;
    private final MessageSource texts;

    Abouts(PublicRegister register, PublishedAdvice advice, AdviceWords words, MessageSource texts) {
        this.register = register;
        this.advice = advice;
        this.words = words;
        this.texts = texts;
    }

    /**
     * @param choice {@code all}, {@code council:<id>}, {@code area:<id>} or {@code domain:<code>}
     * @return none for what isn't there
     */
    Optional<About> read(String choice) {
        if (choice.equals("all")) {
            return Optional.of(About.ALL);
        }
        var parts = choice.split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var what = parts[1];
        return switch (parts[0]) {
            case "council" ->
                id(what).filter(id -> register.name(id).isPresent()).map(id -> new About(id, null, null));
            case "area" -> id(what).filter(id -> area(id).isPresent()).map(id -> new About(null, id, null));
            case "domain" ->
                advice.choices().domains().contains(what) ? Optional.of(new About(null, null, what)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether it is there to be followed, or advice of it to be found; a domain is, as soon as it has a name. */
    boolean isKnown(About about) {
        var choices = advice.choices();
        return (about.council() == null
                        || register.name(about.council()).isPresent()
                        || choices.councils().containsKey(new CouncilId(about.council())))
                && (about.area() == null || area(about.area()).isPresent())
                && (about.domain() == null
                        || words.isDomain(about.domain())
                        || choices.domains().contains(about.domain()));
    }

    String inWords(About about, Locale language) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            if (about.council() != null) {
                return register.name(about.council()).orElse("");
            }
            if (about.area() != null) {
                return area(about.area()).map(Area::name).orElse("");
            }
            return about.domain() != null
                    ? words.domain(about.domain())
                    : String.valueOf(texts.getMessage("publication.follow.all", null, language));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Optional<Area> area(UUID id) {
        return register.areas().stream()
                .filter(area -> area.id().value().equals(id))
                .findFirst();
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
