package org.samenspraak.voting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/** Reads a {@code .pb} file row by row; whatever it is given, it takes bounded room and says which line is wrong. */
public final class PbReader {

    static final int MOST_META = 1_000;
    static final int MOST_PROJECTS = 10_000;
    static final int MOST_VOTES = 1_000_000;
    static final int MOST_COLUMNS = 200;
    private static final Set<String> SECTIONS = Set.of("META", "PROJECTS", "VOTES");

    private final PbRows rows;
    private final List<Pb.Entry> meta = new ArrayList<>();
    private Pb.@Nullable Table projects;
    private Pb.@Nullable Table votes;

    private PbReader(PbRows rows) {
        this.rows = rows;
    }

    /**
     * @param file in UTF-8, with or without a byte order mark; lines end in any way
     * @throws Refusal with the line that is no part of the format
     */
    public static Pb read(InputStream file) throws IOException {
        var text = new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder());
        var rows = new PbRows(new BufferedReader(text));
        try {
            return new PbReader(rows).all();
        } catch (CharacterCodingException e) {
            throw new Refusal("voting.pb.not-utf8", rows.line());
        }
    }

    private Pb all() throws IOException {
        var row = rows.next();
        while (row != null) {
            if (!isTitle(row)) {
                throw new Refusal("voting.pb.no-section", row.line());
            }
            row = section(title(row), row.line());
        }
        if (meta.isEmpty() || projects == null || votes == null) {
            throw new Refusal("voting.pb.section-missing");
        }
        return new Pb(meta, projects, votes);
    }

    /** Reads up to the next title, which it gives back. */
    private Pb.@Nullable Row section(String title, int line) throws IOException {
        var header = rows.next();
        if (header == null || isTitle(header)) {
            throw new Refusal("voting.pb.no-header", line, title);
        }
        if (header.fields().size() > MOST_COLUMNS) {
            throw new Refusal("voting.pb.too-many-columns", header.line(), MOST_COLUMNS);
        }
        return switch (title) {
            case "META" -> meta(header);
            case "PROJECTS" -> projects(header);
            default -> votes(header);
        };
    }

    /** Some files leave the row "key;value" out. */
    private Pb.@Nullable Row meta(Pb.Row header) throws IOException {
        var row = header.fields().get(0).equalsIgnoreCase("key") ? rows.next() : header;
        for (; row != null && !isTitle(row); row = rows.next()) {
            refuseMore(meta.size(), MOST_META, row);
            var value = String.join(";", row.fields().subList(1, row.fields().size()));
            meta.add(new Pb.Entry(row.fields().get(0), value.strip()));
        }
        return row;
    }

    private Pb.@Nullable Row projects(Pb.Row header) throws IOException {
        refuseTwice(projects, header);
        var found = new ArrayList<Pb.Row>();
        var next = table(header, found, MOST_PROJECTS);
        projects = new Pb.Table(header.fields(), found);
        return next;
    }

    private Pb.@Nullable Row votes(Pb.Row header) throws IOException {
        refuseTwice(votes, header);
        var found = new ArrayList<Pb.Row>();
        var next = table(header, found, MOST_VOTES);
        votes = new Pb.Table(header.fields(), found);
        return next;
    }

    private Pb.@Nullable Row table(Pb.Row header, List<Pb.Row> found, int most) throws IOException {
        var row = rows.next();
        for (; row != null && !isTitle(row); row = rows.next()) {
            refuseMore(found.size(), most, row);
            found.add(new Pb.Row(row.line(), fitted(row, header.fields().size())));
        }
        return row;
    }

    /** As many fields as there are columns: what is left out is empty. */
    private static List<String> fitted(Pb.Row row, int columns) {
        var fields = row.fields();
        if (fields.size() == columns) {
            return fields;
        }
        if (fields.size() > columns) {
            if (!fields.subList(columns, fields.size()).stream().allMatch(String::isEmpty)) {
                throw new Refusal("voting.pb.too-many-fields", row.line(), fields.size(), columns);
            }
            return fields.subList(0, columns);
        }
        var padded = new ArrayList<>(fields);
        padded.addAll(Collections.nCopies(columns - fields.size(), ""));
        return padded;
    }

    private static void refuseMore(int found, int most, Pb.Row row) {
        if (found == most) {
            throw new Refusal("voting.pb.too-many-rows", row.line(), most);
        }
    }

    private static void refuseTwice(Pb.@Nullable Table table, Pb.Row header) {
        if (table != null) {
            throw new Refusal("voting.pb.section-twice", header.line());
        }
    }

    private static boolean isTitle(Pb.Row row) {
        return SECTIONS.contains(title(row)) && row.fields().stream().skip(1).allMatch(String::isEmpty);
    }

    private static String title(Pb.Row row) {
        return row.fields().get(0).toUpperCase(Locale.ROOT);
    }
}
