package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A council is reminded of each term that it is asked something by; officials have their work list, and get no such mails. */
class CouncilTermsTest {

    private static final Pattern TASK =
            Pattern.compile("(?s)<bpmn:userTask [^>]*candidateGroups=\"([^\"]+)\".*?</bpmn:userTask>");
    private static final Pattern TERM = Pattern.compile("name=\"term\" value=\"([a-z-]+)\"");
    private static final Pattern REMINDERS = Pattern.compile("(?m)^  - key: ([a-z-]+)\\.reminders$");

    @ParameterizedTest
    @ValueSource(strings = {"hasselt", "enschede-2024"})
    void haveReminders(String regulation) throws IOException {
        var text = Files.readString(Path.of("src/main/resources/regulations", regulation + ".yaml"));
        var reminded = new TreeSet<String>();
        REMINDERS.matcher(text).results().forEach(found -> reminded.add(found.group(1)));

        assertThat(reminded).isEqualTo(ofCouncils()).hasSizeGreaterThan(3);
    }

    private static Set<String> ofCouncils() throws IOException {
        var terms = new TreeSet<String>();
        try (var files = Files.walk(Path.of("processes"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".bpmn")).toList()) {
                TASK.matcher(Files.readString(file))
                        .results()
                        .filter(task -> task.group(1).matches(".*council(-chair|-secretary)?@.*"))
                        .forEach(
                                task -> TERM.matcher(task.group()).results().forEach(term -> terms.add(term.group(1))));
            }
        }
        return terms;
    }
}
