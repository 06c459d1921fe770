package org.samenspraak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TextsTest {

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    @Test
    void findsEveryBundleByItself() throws IOException {
        var texts = new Texts(FILES, true);

        assertThat(texts.getMessage("web.nav.work", null, WebSetup.DUTCH)).isEqualTo("Werk");
        assertThat(texts.getMessage("web.nav.work", null, Locale.ENGLISH)).isEqualTo("Work");
    }

    @Test
    void stopsAtAMissingTextWhenStrict() throws IOException {
        var texts = new Texts(FILES, true);

        assertThatThrownBy(() -> texts.getMessage("web.no.such", null, WebSetup.DUTCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("web.no.such");
        assertThat(texts.getMessage("web.no.such", null, "given", WebSetup.DUTCH))
                .isEqualTo("given");
    }

    @ParameterizedTest
    @MethodSource("dutchBundles")
    void saysTheSameThingsInBothLanguages(Resource dutch) throws IOException {
        var name = String.valueOf(dutch.getFilename());
        var english = FILES.getResource("classpath:messages/" + name.replace(".properties", "_en.properties"));

        assertThat(english.exists()).as("English for " + name).isTrue();
        assertThat(read(english).keySet()).isEqualTo(read(dutch).keySet());
    }

    /** In a text with arguments one apostrophe would swallow what follows. */
    @ParameterizedTest
    @MethodSource("allBundles")
    void doublesApostrophesBesideArguments(Resource bundle) throws IOException {
        var single = Pattern.compile("(?<!')'(?!')");

        assertThat(read(bundle))
                .allSatisfy((key, text) -> assertThat(text.toString().contains("{0}")
                                && single.matcher(text.toString()).find())
                        .as("%s in %s", key, bundle.getFilename())
                        .isFalse());
    }

    static Stream<Resource> allBundles() throws IOException {
        return Arrays.stream(FILES.getResources("classpath*:messages/*.properties"));
    }

    static Stream<Resource> dutchBundles() throws IOException {
        return allBundles()
                .filter(bundle -> !String.valueOf(bundle.getFilename()).endsWith("_en.properties"));
    }

    private static Properties read(Resource bundle) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(bundle.getContentAsString(StandardCharsets.UTF_8)));
        return texts;
    }
}
