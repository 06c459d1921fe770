package org.samenspraak.kernel;

/**
 * How names are found in SQL: what somebody asks is the parameter {@code text}, the row has {@code name} and {@code findable}.
 * Each word is the beginning or the stem of a word of the name, or looks like one (how much, {@code application.yml} says).
 */
public final class NameSearch {

    public static final String FOUND =
            """
            (findable @@ search_query(:text) or search_longest(:text) <% search_plain(name)
              and search_plain(name) %> all (string_to_array(search_plain(:text), ' ')))""";

    /** For an order: what only looks like it comes after what was asked. */
    public static final String EXACT_FIRST = "not findable @@ search_query(:text)";

    private NameSearch() {}
}
