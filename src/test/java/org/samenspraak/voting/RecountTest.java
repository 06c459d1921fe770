package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheSameBytesAsTheCount() throws IOException {
        for (var seed = 0; seed < 100; seed++) {
            var election = Elections.random(new Random(seed));
            var outcome = Count.of(election);
            out.reset();

            assertThat(run(PbWriter.write(PbExport.of(election, outcome, List.of()))))
                    .isZero();
            assertThat(out.toByteArray()).isEqualTo(outcome.bytes());
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsPattern("same projects as the file|dezelfde projecten als het bestand");
    }

    @Test
    void endsOtherwiseWhenTheFileChoseOtherProjects() throws IOException {
        var file =
                """
                META
                key;value
                budget;100
                vote_type;approval
                rule;greedy
                PROJECTS
                project_id;cost;selected
                A;60;1
                VOTES
                voter_id;vote
                1;A
                """;
        assertThat(run(file.getBytes(StandardCharsets.UTF_8))).isZero();
        var steps = out.toByteArray();
        out.reset();

        assertThat(run(file.replace("A;60;1", "A;60;0").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(3);
        assertThat(out.toByteArray()).isEqualTo(steps);
        assertThat(err.toString(StandardCharsets.UTF_8)).containsPattern("\\(1\\): A");
    }

    @Test
    void saysWhatIsWrongInWords() throws IOException {
        assertThat(run("META\nkey;value\n\"a".getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("3:");
        assertThat(out.size()).isZero();
    }

    @Test
    void asksForAFile() throws IOException {
        assertThat(Recount.run(new String[0], out, err)).isEqualTo(2);
        assertThat(Recount.run(new String[] {folder.resolve("none.pb").toString()}, out, err))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.pb");
    }

    private int run(byte[] file) throws IOException {
        var path = folder.resolve("result.pb");
        Files.write(path, file);
        return Recount.run(new String[] {path.toString()}, out, err);
    }
}
