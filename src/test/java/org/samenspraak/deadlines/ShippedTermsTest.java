package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The terms of shipped models have a length in the shipped regulations and a name on screen. */
class ShippedTermsTest {

    private static final Pattern IN_MODEL = Pattern.compile(
            "name=\"term\" value=\"([^\"]+)\"|clock\\.due\\('([^']+)'\\)|clock\\.before\\('[^']+', *'([^']+)'\\)");
    private static final Pattern IN_REGULATION = Pattern.compile("- key: (\\S+)");
    /** Trajectories that have a regulation of their own. */
    private static final List<String> OF_OTHERS = List.of("/processes/advice/", "/processes/wijkbudget/");
    /** Its end is written in the recognition itself. */
    private static final String GIVEN = "recognition-end";

    /** They end on a day in the year that the regulation names: the closing day, and the last day to account. */
    private static final Set<String> ON_A_DAY = Set.of("grant-apply", "grant-report");

    @ParameterizedTest
    @CsvSource({
        "hasselt, ''",
        "enschede-2024, ''",
        "advies-standaard, advice",
        "gent-wijkbudget-2020, wijkbudget",
        "halle-burgerbudget, wijkbudget"
    })
    void haveALengthInTheRegulation(String regulation, String own) throws IOException {
        var wanted = terms(model -> own.isEmpty()
                ? OF_OTHERS.stream().noneMatch(model::contains)
                : model.contains("/processes/" + own + "/"));
        wanted.remove(GIVEN);
        wanted.removeAll(ON_A_DAY);

        var known = known(regulation);
        if (own.isEmpty()) {
            known.addAll(known("defaults/office"));
        }
        assertThat(known).containsAll(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlines", "deadlines_en"})
    void haveAName(String bundle) throws IOException {
        var texts = new Properties();
        try (var in = new ClassPathResource("messages/" + bundle + ".properties").getInputStream()) {
            texts.load(in);
        }

        assertThat(texts.stringPropertyNames())
                .containsAll(
                        terms().stream().map(term -> "deadlines.term." + term).toList());
    }

    @Test
    void areFound() throws IOException {
        assertThat(terms()).contains("supplement", "renewal-invitation", GIVEN);
    }

    private static Set<String> known(String regulation) throws IOException {
        return find(IN_REGULATION, text(new ClassPathResource("regulations/" + regulation + ".yaml")));
    }

    private static Set<String> terms() throws IOException {
        return terms(model -> true);
    }

    private static Set<String> terms(Predicate<String> ofModels) throws IOException {
        var terms = new TreeSet<String>();
        for (var model : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn")) {
            if (ofModels.test(model.getURL().toString())) {
                terms.addAll(find(IN_MODEL, text(model)));
            }
        }
        return terms;
    }

    private static Set<String> find(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> Arrays.stream(new int[] {1, 2, 3})
                .filter(group -> group <= match.groupCount() && match.group(group) != null)
                .forEach(group -> found.add(match.group(group))));
        return found;
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8).replace("&#39;", "'");
    }
}
