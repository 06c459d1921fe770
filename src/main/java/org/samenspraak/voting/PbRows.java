package org.samenspraak.voting;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/**
 * Rows of fields with {@code ;} between them. A field in quotes may hold anything, quotes doubled; text after its closing quote
 * still belongs to it, as Python's reader has it, and a quote in the middle of a field is just a quote.
 */
final class PbRows {

    /** Room for a vote on each of the most projects. */
    static final int MOST_CHARS = 200_000;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private int ahead;
    private boolean started;
    private int line = 1;

    PbRows(BufferedReader text) {
        this.text = text;
    }

    int line() {
        return line;
    }

    /** The next row that is not blank, its fields without blanks around them; null at the end. */
    Pb.@Nullable Row next() throws IOException {
        if (!started) {
            started = true;
            ahead = read();
            if (ahead == BYTE_ORDER_MARK) {
                advance();
            }
        }
        while (ahead != END) {
            var at = line;
            var fields = fields();
            if (!fields.stream().allMatch(String::isEmpty)) {
                return new Pb.Row(at, fields);
            }
        }
        return null;
    }

    private List<String> fields() throws IOException {
        var at = line;
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var taken = 0;
        var quoted = false;
        while (true) {
            if (ahead == END && quoted) {
                throw new Refusal("voting.pb.quote-open", at);
            }
            if (++taken > MOST_CHARS) {
                throw new Refusal("voting.pb.row-too-long", at, MOST_CHARS);
            }
            if (quoted) {
                quoted = inQuotes(field);
            } else if (endsRow()) {
                fields.add(field.toString().strip());
                return fields;
            } else if (ahead == ';') {
                fields.add(field.toString().strip());
                field.setLength(0);
                advance();
            } else if (ahead == '"' && field.chars().allMatch(Character::isWhitespace)) {
                quoted = true;
                field.setLength(0);
                advance();
            } else {
                field.append((char) ahead);
                advance();
            }
        }
    }

    /** Whether the field is still in quotes after this character. */
    private boolean inQuotes(StringBuilder field) throws IOException {
        if (ahead != '"') {
            field.append((char) ahead);
            advance();
            return true;
        }
        advance();
        if (ahead != '"') {
            return false;
        }
        field.append('"');
        advance();
        return true;
    }

    private boolean endsRow() throws IOException {
        if (ahead == END) {
            return true;
        }
        if (ahead != '\n') {
            return false;
        }
        advance();
        return true;
    }

    private void advance() throws IOException {
        if (ahead == '\n') {
            line++;
        }
        ahead = read();
    }

    /** Any end of line is one line feed. */
    private int read() throws IOException {
        var read = text.read();
        if (read != '\r') {
            return read;
        }
        text.mark(1);
        if (text.read() != '\n') {
            text.reset();
        }
        return '\n';
    }
}
