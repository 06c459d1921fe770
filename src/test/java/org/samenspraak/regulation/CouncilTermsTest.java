package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A council is reminded of each term that it is asked something by; officials have their work list, and get no such mails. */
class CouncilTermsTest {

    private static final Set<String> OWN = Set.of("advice", "wijkbudget");
    private static final Pattern TASK =
            Pattern.compile("(?s)<bpmn:userTask [^>]*candidateGroups=\"([^\"]+)\".*?</bpmn:userTask>");
    private static final Pattern TERM = Pattern.compile("name=\"term\" value=\"([a-z-]+)\"");
    private static final Pattern REMINDERS = Pattern.compile("(?m)^  - key: ([a-z-]+)\\.reminders$");

    @ParameterizedTest
    @CsvSource({
        "hasselt, ''",
        "enschede-2024, ''",
        "advies-standaard, advice",
        "gent-wijkbudget-2020, wijkbudget",
        "halle-burgerbudget, wijkbudget"
    })
    void haveReminders(String regulation, String folder) throws IOException {
        var asked = ofCouncils(folder);
        var reminded = reminded(regulation);
        reminded("defaults/office").stream().filter(asked::contains).forEach(reminded::add);

        assertThat(reminded).isEqualTo(asked).isNotEmpty();
    }

    private static Set<String> reminded(String regulation) throws IOException {
        var text = Files.readString(Path.of("src/main/resources/regulations", regulation + ".yaml"));
        return REMINDERS
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the models of a folder with a regulation of its own; without one, of all others. */
    private static Set<String> ofCouncils(String folder) throws IOException {
        var terms = new TreeSet<String>();
        try (var files = Files.walk(Path.of("processes"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".bpmn"))
                    .filter(it -> folder.equals(OWN.contains(folder(it)) ? folder(it) : ""))
                    .toList()) {
                TASK.matcher(Files.readString(file))
                        .results()
                        .filter(task -> task.group(1).matches(".*council(-chair|-secretary)?@.*"))
                        .forEach(
                                task -> TERM.matcher(task.group()).results().forEach(term -> terms.add(term.group(1))));
            }
        }
        return terms;
    }

    private static String folder(Path model) {
        return model.getName(1).toString();
    }
}
