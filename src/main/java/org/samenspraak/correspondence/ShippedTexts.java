package org.samenspraak.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of letters and mails that came with the product: {@code letters/<trajectory>/<name>.<language>.md}. */
@Component
class ShippedTexts {

    private static final Pattern FILE = Pattern.compile(".*/letters/([a-z0-9-]+)/([a-z0-9-]{1,80})\\.(nl|en)\\.md");

    private final Map<String, Shipped> texts = new TreeMap<>();
    private final Municipality municipality;

    ShippedTexts(Municipality municipality) {
        this.municipality = municipality;
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:letters/*/*.md")) {
                var name = FILE.matcher(file.getURL().toString());
                if (!name.matches()) {
                    throw new IllegalStateException("Not the name of a letter: " + file);
                }
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                add(TextHead.read(name.group(1), name.group(2), name.group(3), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Shipped text) {
        if (texts.put(text.key(), text) != null) {
            throw new IllegalStateException("Two letters are called " + text.key());
        }
    }

    /** Those in a language, by trajectory and name. */
    Collection<Shipped> all(String language) {
        return texts.values().stream()
                .filter(text -> text.language().equals(language))
                .sorted(Comparator.comparing(Shipped::folder).thenComparing(Shipped::name))
                .toList();
    }

    Optional<Shipped> find(String name, String language) {
        return Optional.ofNullable(texts.get(name + "." + language))
                .filter(it -> languages().contains(language));
    }

    /** In what councils may be written to here: the law of Flanders asks Dutch. */
    List<String> languages() {
        return municipality.jurisdiction() == Jurisdiction.BE_VLG ? List.of("nl") : List.of("nl", "en");
    }
}
