package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands for the fields of a letter while nobody filled them in. */
class LetterSamplesIT extends PostgresIT {

    @Autowired
    private LetterTexts texts;

    @ParameterizedTest
    @ValueSource(strings = {"talk-level", "meeting-invitation", "recognition-granted"})
    void everyAnswerHasASampleAlsoAChoiceWhoseListComesFromACase(String name) {
        assertThat(texts.fields(name, "nl"))
                .flatExtracting(FieldGuide.Group::fields)
                .filteredOn(it -> it.name().startsWith("answer."))
                .isNotEmpty()
                .filteredOn(it -> it.sample().isBlank())
                .extracting(FieldGuide.TextField::name)
                .isEmpty();
    }
}
