package org.samenspraak.voting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a {@code .pb} file in its one canonical form: UTF-8, line feeds, quotes only where they are needed. */
public final class PbWriter {

    private PbWriter() {}

    public static byte[] write(Pb file) {
        var text = new StringBuilder("META\nkey;value\n");
        file.meta()
                .forEach(it -> text.append(line(List.of(it.key(), it.value()))).append('\n'));
        table(text.append("PROJECTS\n"), file.projects());
        table(text.append("VOTES\n"), file.votes());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String line(List<String> fields) {
        return fields.stream().map(PbWriter::quoted).collect(Collectors.joining(";"));
    }

    static String quoted(String field) {
        var plain = field.chars().noneMatch(it -> it == ';' || it == '"' || it == '\n' || it == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static void table(StringBuilder text, Pb.Table table) {
        text.append(line(table.columns())).append('\n');
        table.rows().forEach(it -> text.append(line(it.fields())).append('\n'));
    }
}
