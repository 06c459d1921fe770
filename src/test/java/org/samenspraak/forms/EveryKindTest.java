package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.FEEL;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The form that shows every kind of field, for looking at fragments. */
class EveryKindTest {

    @Test
    void holdsEveryKind() throws IOException {
        var schema = new ClassPathResource("forms/every-kind.form").getContentAsString(StandardCharsets.UTF_8);

        assertThat(FormParser.parse(schema).all().map(Field::kind).distinct()).containsExactlyInAnyOrder(Kind.values());
        assertThat(new FormCheck(FEEL, List.of(), List.of()).problems(schema)).isEmpty();
    }
}
