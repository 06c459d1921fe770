package org.samenspraak.voting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Refusal;

class PbReaderTest {

    private static final String FILE =
            """
            META
            key;value
            description;Burgerbudget
            budget;1000
            vote_type;approval
            PROJECTS
            project_id;cost;name;selected;mood
            1;600;"Bank; en ""boom\""";2;blij
            2;800;Pad
            VOTES
            voter_id;vote
            a;1,2
            b;
            """;

    @Test
    void readsTheThreeTables() {
        var file = Pbs.read(FILE);

        assertThat(file.meta("description")).contains("Burgerbudget");
        assertThat(file.projects().rows().get(0).fields())
                .containsExactly("1", "600", "Bank; en \"boom\"", "2", "blij");
        assertThat(file.projects().rows().get(1)).isEqualTo(new Pb.Row(9, List.of("2", "800", "Pad", "", "")));
        assertThat(file.votes().rows().get(1).fields()).containsExactly("b", "");
    }

    @Test
    void readsAnyEndOfLineBlanksAndAByteOrderMark() {
        var file = Pbs.read(FILE);

        assertThat(Pbs.read("\uFEFF" + FILE)).isEqualTo(file);
        assertThat(Pbs.read(FILE.replace("\n", "\r\n"))).isEqualTo(file);
        assertThat(Pbs.read(FILE.replace("\n", "\r"))).isEqualTo(file);
        var spaced = FILE.replace(";", " ; ").replace("Bank ;  en", "Bank; en");
        assertThat(Pbs.read(spaced)).isEqualTo(file);
        assertThat(Pbs.read(FILE.replace("PROJECTS", "Projects;;").replace("VOTES", "votes")))
                .isEqualTo(file);
        assertThat(Pbs.read(FILE.strip())).isEqualTo(file);
        assertThat(PbWriter.write(Pbs.read(FILE.replace("\n", "\n\n")))).isEqualTo(PbWriter.write(file));
    }

    @Test
    void readsMetaWithoutItsHeader() {
        assertThat(Pbs.read(FILE.replace("key;value\n", "")).meta())
                .isEqualTo(Pbs.read(FILE).meta());
    }

    @Test
    void writesWhatItRead() {
        assertThat(PbWriter.write(Pbs.read(PbWriter.write(Pbs.read(FILE)))))
                .asString(UTF_8)
                .isEqualTo(FILE.replace("Pad", "Pad;;"));
    }

    @Test
    void readsBackWhateverItWrote() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var rows = IntStream.range(0, random.nextInt(4))
                    .mapToObj(it -> new Pb.Row(it, List.of("x" + field(random), field(random))))
                    .toList();
            var table = new Pb.Table(List.of("a", "b"), rows);
            var file =
                    new Pb(List.of(new Pb.Entry("k", field(random)), new Pb.Entry("k", field(random))), table, table);
            var bytes = PbWriter.write(file);
            var read = Pbs.read(bytes);
            assertThat(PbWriter.write(read)).isEqualTo(bytes);
            assertThat(read.meta()).isEqualTo(file.meta());
            assertThat(read.votes().rows().stream().map(Pb.Row::fields))
                    .isEqualTo(rows.stream().map(Pb.Row::fields).toList());
        }
    }

    @Test
    void takesTheLastOfAKeyAndKeepsAll() {
        var file = Pbs.read(FILE.replace("budget;1000", "budget;1000\nbudget;2000\ncomment;#1: a; b"));

        assertThat(file.meta("budget")).contains("2000");
        assertThat(file.meta("comment")).contains("#1: a;b");
        assertThat(PbWriter.write(file)).asString(UTF_8).contains("budget;1000\nbudget;2000\n");
    }

    @Test
    void keepsTextAfterAClosingQuote() {
        assertThat(Pbs.read(FILE.replace("Pad", "\"Pad\" - 2 \"rood\""))
                        .projects()
                        .rows()
                        .get(1)
                        .fields())
                .contains("Pad - 2 \"rood\"");
    }

    @ParameterizedTest
    @CsvSource({
        "16.09.2023, 2023-09-16, 2023-09-16",
        "6.9.2023, 2023-09-06, 2023-09-06",
        "16/9/2023, 2023-09-16, 2023-09-16",
        "2023-09-16, 2023-09-16, 2023-09-16",
        "2023, 2023-01-01, 2023-12-31",
        "02.2024, 2024-02-01, 2024-02-29",
        "2023-09, 2023-09-01, 2023-09-30"
    })
    void readsDates(String text, LocalDate first, LocalDate last) {
        var file = Pbs.read(FILE.replace("budget", "date_begin;" + text + "\ndate_end;" + text + "\nbudget"));

        assertThat(file.begins()).contains(first);
        assertThat(file.ends()).contains(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2023", "morgen", "2023-13"})
    void leavesOutWhatIsNoDate(String text) {
        assertThat(Pbs.read(FILE.replace("budget", "date_begin;" + text + "\nbudget"))
                        .begins())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "META | XMETA | voting.pb.no-section | [1]",
                "2;800;Pad | 2;800;\"Pad | voting.pb.quote-open | [9]",
                "2;800;Pad | 2;800;Pad;;;x | voting.pb.too-many-fields | [9, 6, 5]",
                "a;1,2 | VOTES | voting.pb.section-twice | [13]",
                "voter_id;vote | PROJECTS | voting.pb.no-header | [10, VOTES]"
            })
    void saysWhichLineIsWrong(String right, String wrong, String key, String args) {
        assertThatThrownBy(() -> Pbs.read(FILE.replace(right, wrong))).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.messageKey()).isEqualTo(key);
            assertThat(it.args()).asString().isEqualTo(args);
        });
    }

    @Test
    void refusesWhatIsMissingOrNoText() {
        assertThatThrownBy(() -> Pbs.read("")).hasMessageContaining("voting.pb.section-missing");
        assertThatThrownBy(() -> Pbs.read("META\nkey;value\na;b")).hasMessageContaining("voting.pb.section-missing");
        assertThatThrownBy(() -> Pbs.read(FILE.replace("Pad", "P\u00e4d").getBytes(ISO_8859_1)))
                .hasMessageContaining("voting.pb.not-utf8");
    }

    @Test
    void takesBoundedRoom() {
        var wide = "x;".repeat(PbReader.MOST_COLUMNS) + "y";
        assertThatThrownBy(() -> Pbs.read(FILE.replace("voter_id;vote", wide)))
                .hasMessageContaining("voting.pb.too-many-columns");
        assertThatThrownBy(() -> Pbs.read(FILE.replace("Pad", "x".repeat(PbRows.MOST_CHARS))))
                .hasMessageContaining("voting.pb.row-too-long[9");
        assertThatThrownBy(() -> Pbs.read(FILE.replace("budget", "x;y\n".repeat(PbReader.MOST_META) + "budget")))
                .hasMessageContaining("voting.pb.too-many-rows[1003");
    }

    private static String field(Random random) {
        var signs = "ab;\"\n,é ";
        return random.ints(random.nextInt(6), 0, signs.length())
                .mapToObj(it -> signs.substring(it, it + 1))
                .reduce("", String::concat)
                .strip();
    }
}
