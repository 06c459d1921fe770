package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.FEEL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFormsTest {

    private final FormsHouse house = new FormsHouse();

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(it -> it.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void passesTheCheck(Path file) throws IOException {
        var form = Files.readString(file);

        assertThat(new FormCheck(FEEL, List.of(), List.of()).problems(form)).isEmpty();
        assertThat(form.split("\"item_en\":", -1)).hasSameSizeAs(form.split("\"item\":", -1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsInBothLanguagesAndAnswersAnEmptySubmit(Path file) throws IOException {
        var form = house.forms.parse(Files.readString(file));
        for (var language : List.of("nl", "en")) {
            house.in(language);

            var page = house.page(house.forms.view(form, Map.of()));
            var judged = house.judge(form);

            assertThat(page.select("input, select, textarea")).isNotEmpty();
            assertThat(page.text()).doesNotContain("??");
            assertThat(house.page(house.forms.view(form, judged))
                            .select("[aria-invalid]")
                            .size())
                    .isLessThanOrEqualTo(judged.errors().size());
        }
    }
}
