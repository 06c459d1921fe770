package org.samenspraak.tasklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What a page of the work list asks; its address says the same, so that it can be kept, shared and come back to.
 *
 * @param me who is meant by {@code who=me} in an address
 * @param reversed the last one first
 */
record InboxQuery(
        SignedIn me, InboxView view, InboxFilter filter, InboxSort sort, boolean reversed, Set<InboxColumn> columns) {

    static final String PATH = "/werk";

    private static final int MOST_PARAMETERS = 50;

    /** What makes no sense is left out. */
    static InboxQuery of(MultiValueMap<String, String> sent, SignedIn me) {
        var order = Objects.requireNonNullElse(sent.getFirst("sort"), "");
        var reversed = order.startsWith("-");
        return new InboxQuery(
                me,
                InboxView.of(sent.getFirst("view")),
                InboxFilter.of(sent, me),
                InboxSort.of(reversed ? order.substring(1) : order),
                reversed,
                InboxColumn.of(sent.getOrDefault("column", List.of())));
    }

    /** The same from what stands behind the question mark of an address. */
    static InboxQuery parse(@Nullable String text, SignedIn me) {
        var sent = new LinkedMultiValueMap<String, String>();
        Arrays.stream(Objects.requireNonNullElse(text, "").split("&", MOST_PARAMETERS))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> sent.add(part[0], decode(part[1])));
        return of(sent, me);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** What stands behind the question mark of its address. */
    public String text() {
        return parameters().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> entry.getKey() + "=" + UriUtils.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    public String url() {
        return PATH + "?" + text();
    }

    /** The address of a task that knows the way back to this list. */
    public String task(String id) {
        return "/taken/" + id + "?_list=" + UriUtils.encode(text(), UTF_8);
    }

    /** The rows after a page. */
    public String after(String cursor) {
        return url() + "&after=" + UriUtils.encode(cursor, UTF_8);
    }

    InboxQuery with(InboxView other) {
        return new InboxQuery(me, other, filter, sort, reversed, columns);
    }

    /** Its address when sorted by this; the other way round when it is already. */
    public String sortedBy(String code) {
        var other = InboxSort.of(code);
        return new InboxQuery(me, view, filter, other, other == sort && !reversed, columns).url();
    }

    /** Without the filter of this name. */
    InboxQuery without(String name) {
        var fewer = parameters();
        fewer.remove(name);
        return of(fewer, me);
    }

    /** The order as it stands in the address. */
    public String order() {
        return (reversed ? "-" : "") + sort.code();
    }

    /** The filters that are on, by their name in the address. */
    public Map<String, String> filters() {
        var on = new LinkedHashMap<String, String>();
        put(on, "trajectory", filter.trajectory());
        put(on, "step", filter.step());
        put(on, "area", filter.area());
        put(on, "council", filter.council());
        put(on, "group", filter.group());
        put(on, "who", filter.who() == null ? null : filter.who().code(me));
        put(on, "from", filter.from());
        put(on, "until", filter.until());
        put(on, "late", filter.late() ? "yes" : null);
        put(on, "q", filter.text());
        return on;
    }

    private static void put(Map<String, String> on, String name, @Nullable Object value) {
        if (value != null) {
            on.put(name, value.toString());
        }
    }

    private MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("view", view.code());
        filters().forEach(parameters::add);
        if (sort != InboxSort.DUE || reversed) {
            parameters.add("sort", order());
        }
        if (!columns.equals(InboxColumn.USUAL)) {
            columns.forEach(column -> parameters.add("column", column.code()));
        }
        return parameters;
    }
}
