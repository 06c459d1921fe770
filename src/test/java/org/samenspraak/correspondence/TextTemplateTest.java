package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Refusal;

class TextTemplateTest {

    private static final Map<String, Object> VALUES = Map.of(
            "council",
            "Wijkraad Runkst",
            "empty",
            " ",
            "yes",
            true,
            "no",
            false,
            "rules",
            List.of(Map.of("sentence", "Drie leden."), Map.of("sentence", "Eén adres.")),
            "none",
            List.of());

    @Test
    void fillsInFields() {
        assertThat(write("Beste {{council}}, {{ council }}. {{nothing}}"))
                .isEqualTo("Beste Wijkraad Runkst, Wijkraad Runkst. ");
    }

    @ParameterizedTest
    @CsvSource({"council,true", "empty,false", "yes,true", "no,false", "none,false", "nothing,false", "rules,true"})
    void showsABlockWhenThereIsSomething(String name, boolean there) {
        assertThat(write("{{#" + name + "}}ja{{/" + name + "}}")).startsWith(there ? "ja" : "");
        assertThat(write("{{^" + name + "}}nee{{/" + name + "}}")).isEqualTo(there ? "" : "nee");
    }

    /** A tag that stands alone takes its line along, so rows of a list stay together. */
    @Test
    void repeatsABlockForEachOfAList() {
        assertThat(write("Regels:\n{{#rules}}\n- {{sentence}} ({{council}})\n{{/rules}}\nEinde"))
                .isEqualTo("Regels:\n- Drie leden. (Wijkraad Runkst)\n- Eén adres. (Wijkraad Runkst)\nEinde");
    }

    @Test
    void takesPartsFromElsewhere() {
        var template = TextTemplate.read("Eerst\n{{> part}}\nDan", "body");

        assertThat(template.write(
                        VALUES::get, name -> TextTemplate.read(name + " van {{council}}\n", "body"), it -> it))
                .isEqualTo("Eerst\npart van Wijkraad Runkst\nDan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "een\\n{{#council}}\\nx | open 2 council",
                "een\\n\\n{{/council}} | close 3 council",
                "{{#council}}\\n{{#number}}\\n{{/council}}\\n{{/number}} | cross 3 council",
                "een\\ntwee {{council | brace 2 {{",
                "een }} twee | brace 1 }}",
                "{{cou\\nncil}} | brace 1 {{",
                "{{a{b}}} | brace 1 {{"
            })
    void saysWithTheLineWhatIsWrong(String text, String problem) {
        var words = problem.split(" ");
        var problems = TextTemplate.read(text.replace("\\n", "\n"), "body").problems();

        assertThat(problems).extracting(Refusal::messageKey).contains("correspondence.text." + words[0]);
        assertThat(problems.get(0).args()).containsExactly(Integer.valueOf(words[1]), words[2]);
        assertThat(problems.get(0).field()).isEqualTo("body");
    }

    @Test
    void refusesToGoDeep() {
        var text = "{{#yes}}".repeat(9) + "{{/yes}}".repeat(9);

        assertThat(TextTemplate.read(text, "body").problems())
                .extracting(Refusal::messageKey)
                .contains("correspondence.text.deep");
    }

    /** There are names and texts, no objects: nothing of Java can be reached. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "council.class",
                "council.bytes",
                "class",
                "getClass",
                "council.getClass().forName('java.lang.Runtime')",
                "T(java.lang.Runtime).getRuntime()",
                "rules.0.sentence",
                "@texts",
                "#root",
                "${7*7}",
                "../../etc/passwd"
            })
    void reachesNothingElse(String name) {
        assertThat(write("x{{" + name + "}}y")).isIn("xy", "x", "x{{" + name + "}}y");
        assertThat(write("x {{council}} " + name)).isEqualTo("x Wijkraad Runkst " + name);
    }

    @Test
    void doesNotReadWhatSomebodyTyped() {
        var values = new HashMap<>(VALUES);
        values.put("council", "{{number}} {{#yes}} {{> part}}");

        assertThat(TextTemplate.read("{{council}}", "body").write(values::get, name -> none(), it -> it))
                .isEqualTo("{{number}} {{#yes}} {{> part}}");
    }

    @Test
    void stopsBeforeItFillsTheMemory() {
        var many = Map.of("rules", Collections.nCopies(1_000, Map.of("sentence", "x".repeat(100))));
        var text = "{{#rules}}{{#rules}}{{#rules}}{{sentence}}{{/rules}}{{/rules}}{{/rules}}";

        assertThatThrownBy(() -> TextTemplate.read(text, "body").write(many::get, name -> none(), it -> it))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String write(String text) {
        return TextTemplate.read(text, "body").write(VALUES::get, name -> none(), it -> it);
    }

    private static TextTemplate none() {
        return TextTemplate.read("", "body");
    }
}
