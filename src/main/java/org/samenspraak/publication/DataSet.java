package org.samenspraak.publication;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of open data. Its name is part of its address, so neither it nor a column ever changes its meaning; new columns come at
 * the end. What each means stands in {@code docs/open-data.md} and on the page, in messages {@code publication.data.<name>.<column>}.
 */
record DataSet(String name, List<String> columns, Source source) {

    /** Gives its rows, read a part at a time. */
    interface Source {
        void writeTo(Rows rows) throws IOException;
    }

    interface Rows {
        /** In the order of the columns; a list is one value. */
        void row(@Nullable Object... values) throws IOException;
    }

    public String about() {
        return "publication.data." + name;
    }
}
