package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSignInTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "en"})
    void saysWhatEachBusyPersonDoes(String language) {
        var texts = ResourceBundle.getBundle("messages.identity", Locale.forLanguageTag(language));

        assertThat(DemoSignIn.BUSY).allMatch(username -> texts.containsKey("identity.home.demo." + username));
    }
}
