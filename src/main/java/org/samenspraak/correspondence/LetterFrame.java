package org.samenspraak.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.LetterSheets.Letter;
import org.samenspraak.kernel.Municipality;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What stands around the text of every letter: the head with the logo, the reader, what it is about, the signature. */
@Component
class LetterFrame {

    private static final int LARGEST_LOGO = 1_000_000;

    private final ITemplateEngine templates;
    private final Municipality municipality;
    private final LetterSettings settings;
    private final LetterWords words;
    private final @Nullable String logo;

    LetterFrame(ITemplateEngine templates, Municipality municipality, LetterSettings settings, LetterWords words) {
        this.templates = templates;
        this.municipality = municipality;
        this.settings = settings;
        this.words = words;
        this.logo = settings.logo() == null ? null : inline(settings.logo());
    }

    /** The whole letter. */
    String html(Letter letter) {
        return templates.process("letters/letter", new Context(letter.language(), variables(letter)));
    }

    /** What {@code letters/letter} shows, for a page that shows it too. */
    Map<String, Object> variables(Letter letter) {
        var variables = new HashMap<String, Object>();
        variables.put("letter", letter);
        variables.put("municipality", municipality);
        variables.put("sender", sender());
        variables.put("settings", settings);
        variables.put("signature", signature(letter));
        if (logo != null) {
            variables.put("logo", logo);
            variables.put("logoAlt", settings.logoAlt().isBlank() ? municipality.name() : settings.logoAlt());
        }
        return variables;
    }

    private List<String> sender() {
        return settings.sender().isEmpty()
                ? List.of(municipality.address() + " · " + municipality.phone() + " · " + municipality.mail())
                : settings.sender();
    }

    /** Of the organ that decided, else of the kind of letter, else of all. */
    private List<String> signature(Letter letter) {
        return Stream.of(letter.organ(), letter.kind().name().toLowerCase(Locale.ROOT))
                .flatMap(key -> Optional.ofNullable(settings.signatures().get(key)).stream())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElseGet(() -> settings.signedBy().isEmpty() ? office(letter.language()) : settings.signedBy());
    }

    private List<String> office(Locale language) {
        return List.of(words.say("office", language), municipality.name());
    }

    /** A letter holds its logo itself: nothing is fetched while it is printed. */
    private static String inline(Resource logo) {
        try {
            var bytes = logo.getContentAsByteArray();
            var type = type(bytes);
            if (type == null || bytes.length > LARGEST_LOGO) {
                throw new IllegalStateException("samenspraak.letters.logo is a PNG or JPEG of 1 MB at most: " + logo);
            }
            return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("samenspraak.letters.logo can't be read: " + logo, e);
        }
    }

    private static @Nullable String type(byte[] bytes) {
        var begin = bytes.length < 4
                ? 0
                : ((bytes[0] & 0xff) << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return begin == 0x89504e47 ? "png" : begin >>> 8 == 0xffd8ff ? "jpeg" : null;
    }
}
