package org.samenspraak.web;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A table on its way to somebody's spreadsheet, line by line: what was written is not kept. */
public interface Sheet {

    /** The first line holds the names of the columns. A number and a day stay one where the format knows them, all else is text. */
    void line(@Nullable Object... values) throws IOException;

    /** After the last line. A table that is not ended can't be opened: nobody takes a part of it for the whole. */
    void end() throws IOException;

    /** Comma-separated, for programs; a BOM would be part of the first name. */
    static Sheet openData(OutputStream out) {
        return CsvSheet.openData(out);
    }
}
