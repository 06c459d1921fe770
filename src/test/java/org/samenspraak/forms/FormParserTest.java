package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.forms.FormsHouse.field;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {

    private final FormsHouse house = new FormsHouse();

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "documentPreview", "script", "../kinds", ""})
    void refusesAnUnknownKindWithTheFieldNamed(String type) {
        assertThatThrownBy(() -> house.form(field(type, "'key':'site','label':'Site'")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("site");
    }

    @Test
    void refusesKeysThatAreNoNames() {
        for (var key : new String[] {"a[0]", "a..b", "__proto__.x y", "a=b", "_shown&", "1a"}) {
            assertThatThrownBy(() -> house.form(field("textfield", "'key':'" + key + "'")))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> house.form(field("textfield", "'label':'No key'")))
                .hasMessageContaining("no-key");
    }

    @Test
    void refusesTooMuchOfEverything() {
        var group = "{'type':'group','id':'g','components':[".repeat(9) + "]}".repeat(9);
        assertThatThrownBy(() -> house.form(group)).hasMessageContaining("too-deep");
        var nested = "{\"type\":\"default\",\"id\":\"a\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThatThrownBy(() -> house.forms.parse(nested)).isInstanceOf(IllegalArgumentException.class);
        var many = (field("separator", "'x':1") + ",").repeat(500) + field("separator", "'x':1");
        assertThatThrownBy(() -> house.form(many)).hasMessageContaining("500");
        assertThatThrownBy(() -> house.forms.parse(" ".repeat(600_000))).hasMessageContaining("too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"type\":\"default\"}",
                "{\"type\":\"default\",\"id\":\"a\",\"id\":\"b\"}",
                "{\"type\":\"default\",\"id\":\"a\",\"schemaVersion\":99}",
                "{\"type\":\"default\",\"id\":\"a\"} {}"
            })
    void refusesWhatIsNoSchema(String json) {
        assertThatThrownBy(() -> house.forms.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheTitleInBothLanguages() {
        var form = house.forms.parse(
                "{\"type\":\"default\",\"id\":\"a\",\"properties\":{\"title\":\"Nakijken\",\"title_en\":\"Check\"}}");

        assertThat(form.title(Locale.forLanguageTag("nl"))).isEqualTo("Nakijken");
        assertThat(form.title(Locale.ENGLISH)).isEqualTo("Check");
    }
}
