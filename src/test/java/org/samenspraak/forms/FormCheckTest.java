package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.FEEL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.process.FormFields;

class FormCheckTest {

    private final FormCheck check = new FormCheck(FEEL, List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "type":"iframe","key":"a"                                            | can't be shown
            "type":"textfield","key":"a","label":"A"                             | label_en
            "type":"textfield","key":"a"                                         | label is missing
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A"},"conditional":{"hide":"=x = 1"} | unknown keys: x
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A"},"conditional":{"hide":"=a ="}   | can't be used
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A"},"conditional":{"hide":"a"}      | start with =
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A"},"validate":{"pattern":"(a"}     | pattern
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","format":"bic"}                  | format
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","format":"area"}                 | can't have
            "type":"textfield","key":"a","label":"A","properties":{"label_en":"A","mail":"yes","personal":"contact"} | can't be in a mail
            "type":"number","key":"a","label":"A","properties":{"label_en":"A","format":"iban"}                    | can't have
            "type":"textfield","key":"a.b","label":"A","properties":{"label_en":"A","fact":"yes"}                  | fact
            "type":"radio","key":"a","label":"A","properties":{"label_en":"A"}                                     | offers nothing
            "type":"radio","key":"a","label":"A","properties":{"label_en":"A"},"values":[{"value":"a","label":"A"}] | label_en
            "type":"table","label":"A","properties":{"label_en":"A"},"columns":[{"key":"a","label":"A"}]             | of a column
            "type":"text","text":"{{#if a}}x","properties":{"text_en":"x"}                                         | {{/if}} is missing
            "type":"text","text":"x{{/loop}}","properties":{"text_en":"x"}                                         | closes nothing
            "type":"text","text":"{{#loop matches(a, a)}}x{{/loop}}","properties":{"text_en":"x"}                  | can't be used
            "type":"dynamiclist","path":"l","label":"L","properties":{"label_en":"L"},"components":[{"type":"textfield","id":"z","key":"a","label":"A","readonly":true,"properties":{"label_en":"A"}}] | rows may go
            """)
    void findsWhatIsWrong(String field, String message) {
        assertThat(check.problems(schema("{\"id\":\"f\"," + field + "}")))
                .anySatisfy(it -> assertThat(it.why()).contains(message));
    }

    @Test
    void findsTheSameKeyTwice() {
        var field =
                "{\"id\":\"%s\",\"type\":\"textfield\",\"key\":\"k\",\"label\":\"A\",\"properties\":{\"label_en\":\"A\"}}";

        assertThat(check.problems(schema(field.formatted("x") + "," + field.formatted("y"))))
                .containsExactly(new FormFields.Problem("k", "the key is there twice"));
    }

    @Test
    void findsNothingWrongWithAWholeForm() {
        assertThat(check.problems(schema(""))).isEmpty();
    }

    private static String schema(String components) {
        return "{\"type\":\"default\",\"id\":\"a\",\"properties\":{\"title\":\"T\",\"title_en\":\"E\"},\"components\":["
                + components + "]}";
    }
}
