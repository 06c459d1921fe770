package org.samenspraak;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Text stands in the bundles, in Dutch and in English, and nowhere else. */
class TextsRulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]+)");
    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{'([a-z][\\w.-]+\\.)'");
    private static final Pattern KEY_IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+){2,})\"");
    private static final Pattern UNSPOKEN = Pattern.compile("<!--.*?-->|<style.*?</style>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern INLINED = Pattern.compile("\\[[\\[(].*?[])]]", Pattern.DOTALL);
    private static final Pattern SPOKEN = Pattern.compile("\\s(?:alt|title|placeholder|aria-label|value)=\"([^\"]*)\"");

    /** The same in every language: formats and a key. */
    private static final Set<String> NAMES = Set.of("CSV", "JSON", "Enter");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final Properties dutch = bundle(file -> !file.contains("_en."));
    private final Properties english = bundle(file -> file.contains("_en."));

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(english.stringPropertyNames())
                .as("keys of the English bundles")
                .containsExactlyInAnyOrderElementsOf(dutch.stringPropertyNames());
        assertThat(Stream.of(dutch, english).flatMap(it -> it.stringPropertyNames().stream()
                        .filter(key -> it.getProperty(key).isBlank())))
                .as("empty texts")
                .isEmpty();
    }

    @Test
    void givesBothLanguagesTheSameArguments() {
        assertThat(dutch.stringPropertyNames()).allSatisfy(key -> assertThat(arguments(english.getProperty(key, "")))
                .as("arguments of " + key)
                .isEqualTo(arguments(dutch.getProperty(key))));
    }

    @Test
    void doublesApostrophesNextToArguments() {
        assertThat(Stream.of(dutch, english).flatMap(it -> it.stringPropertyNames().stream()
                        .filter(key -> !arguments(it.getProperty(key)).isEmpty())
                        .filter(key -> it.getProperty(key).replace("''", "").contains("'"))))
                .as("a lone apostrophe swallows the arguments after it")
                .isEmpty();
    }

    @Test
    void doublesNoApostropheWithoutArguments() {
        assertThat(Stream.of(dutch, english).flatMap(it -> it.stringPropertyNames().stream()
                        .filter(key -> arguments(it.getProperty(key)).isEmpty())
                        .filter(key -> it.getProperty(key).contains("''"))))
                .as("a text without arguments is shown as it stands")
                .isEmpty();
    }

    /** One word for one thing: the glossary says which. */
    @Test
    void avoidsTheWordsThatTheGlossaryRejects() {
        var rejected = Pattern.compile(
                "(?i)geregistreerd|registratie|participatiekantoor|participatiedienst|(?<!e-)mailadres|ten (?:hoogste|minste)|\\b(uw|de|zijn) kijk\\b");
        assertThat(dutch.stringPropertyNames().stream()
                        .filter(key -> rejected.matcher(dutch.getProperty(key)).find()))
                .as("texts")
                .isEmpty();
        for (var folder : List.of(Path.of("processes"), Path.of("forms"), RESOURCES.resolve("regulations"))) {
            assertThat(files(folder, "").stream()
                            .filter(Files::isRegularFile)
                            .filter(file -> rejected.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    @Test
    void knowsEveryKeyOfTemplates() {
        var keys = dutch.stringPropertyNames();
        for (var template : templates()) {
            assertThat(matches(KEY_IN_TEMPLATE, read(template)))
                    .as(template.toString())
                    .isSubsetOf(keys);
            assertThat(matches(PREFIX_IN_TEMPLATE, read(template)))
                    .as(template.toString())
                    .allMatch(prefix -> keys.stream().anyMatch(key -> key.startsWith(prefix)));
        }
    }

    @Test
    void knowsEveryKeyOfJava() {
        var keys = dutch.stringPropertyNames();
        Set<String> modules =
                keys.stream().map(it -> it.substring(0, it.indexOf('.'))).collect(toCollection(TreeSet::new));
        for (var source : files(Path.of("src/main/java"), ".java")) {
            var unknown = matches(KEY_IN_JAVA, read(source)).stream()
                    .filter(it -> modules.contains(it.substring(0, it.indexOf('.'))))
                    .filter(it -> keys.stream().noneMatch(key -> key.startsWith(it)));
            assertThat(unknown).as("keys or beginnings of keys in " + source).isEmpty();
        }
    }

    @Test
    void leavesNoWordsInTemplates() {
        for (var template : templates()) {
            var html = UNSPOKEN.matcher(read(template)).replaceAll("");
            var spoken =
                    matches(SPOKEN, html).stream().filter(it -> WORD.matcher(it).find());
            assertThat(spoken.filter(it -> it.contains(" ")))
                    .as(template + " has words in an attribute")
                    .isEmpty();

            var text = INLINED.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll(" ");
            assertThat(WORD.matcher(text.replaceAll("&\\w+;", " "))
                            .results()
                            .map(MatchResult::group)
                            .filter(word -> !NAMES.contains(word)))
                    .as(template + " has words of its own")
                    .isEmpty();
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).toList();
    }

    private static List<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            var found = files.filter(it -> it.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(Predicate<String> names) {
        var texts = new Properties();
        for (var file : files(RESOURCES.resolve("messages"), ".properties")) {
            if (names.test(file.toString())) {
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
