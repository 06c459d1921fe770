package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.FEEL;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.process.FormFields;

class FormCheckTest {

    private final FormCheck check = new FormCheck(FEEL, List.of(), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "type":"iframe","key":"a"                                                    | kind
            "type":"textfield"                                                           | no-key
            "type":"textfield","key":"a b"                                               | no-name
            "type":"group","components":"a"                                              | no-list
            "type":"textfield","key":"a","label":"A"                                     | no-english
            "type":"textfield","key":"a"                                                 | no-label
            OK,"type":"textfield","key":"a","conditional":{"hide":"=x = 1"}              | unknown-keys
            OK,"type":"textfield","key":"a","conditional":{"hide":"=a ="}                | expression
            OK,"type":"textfield","key":"a","conditional":{"hide":"a"}                   | no-condition
            OK,"type":"textfield","key":"a","validate":{"pattern":"(a"}                  | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"(?=a)"}               | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"(?i)a"}               | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"(?P<n>a)"}            | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"(a)\\\\1"}             | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"\\\\p{L}"}             | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"a++"}                 | pattern
            OK,"type":"textfield","key":"a","validate":{"pattern":"a{1,1500}"}           | pattern
            OK,"type":"textfield","key":"a","validate":{"maxLength":-1}                  | no-count
            OK,"type":"textfield","key":"a","validate":{"minLength":3,"maxLength":2}     | crossed
            OK,"type":"textfield","key":"a","validate":{"validationType":"zzz"}          | unknown-word
            OK,"type":"number","key":"a","decimalDigits":-3                              | no-count
            OK,"type":"number","key":"a","increment":"abc"                               | not-above-zero
            OK,"type":"number","key":"a","validate":{"min":5,"max":2}                    | crossed
            OK,"type":"number","key":"a","validate":{"min":"abc"}                        | no-number
            OK,"type":"datetime","key":"a","subtype":"zzz"                               | unknown-word
            OK,"type":"datetime","key":"a","timeInterval":7                              | unknown-word
            OK,"type":"dynamiclist","path":"l","defaultRepetitions":"abc"                | no-count
            "type":"dynamiclist","path":"l","label":"L","components":[],"properties":{"label_en":"L","paste":"a"} | paste
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","order":"yes"}      | rows-only
            OK,"type":"image","source":"javascript:alert(1)"                             | picture
            OK,"type":"image","source":"https://elsewhere.org/x.png"                     | picture
            OK,"type":"image","source":"//elsewhere.org/x.png"                           | picture
            OK,"type":"textfield","key":"_csrf"                                          | key-taken
            OK,"type":"textfield","key":"this.a"                                         | key-taken
            OK,"type":"textfield","key":"item"                                           | key-taken
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","format":"bic"}     | unknown-format
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","format":"area"}    | other-format
            "type":"number","key":"a","label":"A","properties":{"label_en":"A","format":"iban"}       | other-format
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","prefill":"zz"}     | unknown-prefill
            "type":"textfield","key":"a.b","label":"A","properties":{"label_en":"A","fact":"yes"}     | fact-place
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"{{sort(a)}}"}          | expression
            OK,"type":"radio","key":"a"                                                  | no-options
            OK,"type":"radio","key":"a","values":[{"value":"a","label":"A"}]             | option-label
            OK,"type":"table","dataSource":"=a","columns":[{"key":"k","label":""}]       | column-label
            OK,"type":"table","dataSource":"=a","columns":[{"key":"k","label":"K"}]      | column-label
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","mail":"yes","personal":"contact"} | mail
            OK,"type":"expression","key":"a","expression":"=a + 1"                       | circle
            "type":"text","text":"{{#if a}}x","properties":{"text_en":"x"}               | not-closed
            "type":"text","text":"x{{/loop}}","properties":{"text_en":"x"}               | closes-nothing
            "type":"text","text":"{{#loop matches(a, a)}}x{{/loop}}","properties":{"text_en":"x"}     | expression
            OK,"type":"dynamiclist","path":"l","components":[{"type":"textfield","id":"z","key":"a","readonly":true,OK}] | in-list
            """)
    void findsWhatIsWrong(String field, String key) {
        var whole = field.replace("OK", "\"label\":\"A\",\"properties\":{\"label_en\":\"A\"}");

        assertThat(keys(schema("{\"id\":\"f\"," + whole + "}"))).contains(key);
    }

    @Test
    void findsExpressionsThatTakeTooLongTogether() {
        assertThat(keys(schema(SlowForm.components("false")))).isEmpty();
        assertThat(keys(schema(SlowForm.components("true")))).containsExactly("slow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1, 2]|true", "{a: 1}|true", "string join(for a in [1, 2] return LONG)|true", "1|false", "x|false"
            })
    void findsAFactThatIsMoreThanOneShortValue(String expression, boolean found) {
        var whole = expression.replace("LONG", "\\\"" + "x".repeat(600) + "\\\"");
        var field =
                "{\"id\":\"e\",\"type\":\"expression\",\"key\":\"k\",\"expression\":\"=%s\",\"properties\":{\"fact\":\"yes\"}}";

        assertThat(keys(schema(field.formatted(whole)))).isEqualTo(found ? List.of("fact-several") : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k,k",
                "k,k.l",
                "k.l.m,k.l",
            })
    void findsKeysThatCantStandBesideEachOther(String both) {
        var keys = both.split(",");

        assertThat(keys(schema(field(keys[0], "") + "," + field(keys[1], ""))))
                .containsExactly(keys[0].equals(keys[1]) ? "key-twice" : "key-inside");
    }

    @Test
    void findsWhatIsComputedFromItself() {
        var computed = "{\"id\":\"%s\",\"type\":\"expression\",\"key\":\"%1$s\",\"expression\":\"=%s\"}";

        assertThat(check.problems(schema(computed.formatted("x", "y + 1") + "," + computed.formatted("y", "x") + ","
                        + computed.formatted("z", "x"))))
                .extracting(FormFields.Problem::field)
                .containsExactly("x", "y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some x in a satisfies x = k",
                "count(a[item = k]) > 0",
                "count(a[k = item]) > 0",
                "a = k",
                "this.a = i[1]"
            })
    void findsNothingWrongWithACondition(String condition) {
        assertThat(keys(schema(
                        field("a", "") + "," + field("k", ",\"conditional\":{\"hide\":\"=" + condition + "\"}"))))
                .isEmpty();
    }

    @Test
    void findsNothingWrongWithAWholeForm() {
        assertThat(check.problems(schema(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void saysEverythingInWords(String language) {
        var schema = schema(field("a", ",\"conditional\":{\"hide\":\"=sort(a)\"},\"validate\":{\"maxLength\":-1}"));

        assertThat(check.problems(schema))
                .extracting(it -> FormsHouse.MESSAGES.getMessage(it.why(), Locale.forLanguageTag(language)))
                .containsExactlyElementsOf(
                        language.equals("en")
                                ? List.of(
                                        "The expression \"sort(a)\" cannot be used here: the function sort cannot be used here.",
                                        "maxLength has to be a whole number, 0 or more.")
                                : List.of(
                                        "De uitdrukking \"sort(a)\" kan hier niet: de functie sort kan hier niet.",
                                        "maxLength moet een geheel getal zijn, 0 of meer."));
    }

    private List<String> keys(String schema) {
        return check.problems(schema).stream()
                .map(it -> String.join("", it.why().getCodes()).replace("forms.check.", ""))
                .toList();
    }

    private static String field(String key, String more) {
        return "{\"id\":\"%s\",\"type\":\"textfield\",\"key\":\"%s\",\"label\":\"A\",\"properties\":{\"label_en\":\"A\"}%s}"
                .formatted(java.util.UUID.randomUUID(), key, more);
    }

    private static String schema(String components) {
        return "{\"type\":\"default\",\"id\":\"a\",\"properties\":{\"title\":\"T\",\"title_en\":\"E\"},\"components\":["
                + components + "]}";
    }
}
