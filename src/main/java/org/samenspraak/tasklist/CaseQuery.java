package org.samenspraak.tasklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What is asked of the list of cases, as it stands in its address: {@code q}, {@code trajectory}, {@code status}, {@code council},
 * {@code area}, {@code with} (office, council, a role or a person), {@code due} (late, week), {@code step} (model.task) and
 * {@code quarter} (2026-Q4).
 */
record CaseQuery(Map<String, String> sent) {

    static final String PATH = "/zaken";

    private static final List<String> NAMES =
            List.of("q", "trajectory", "status", "council", "area", "with", "due", "step", "quarter");
    private static final List<String> SHOWN = List.of("q", "trajectory", "status");
    private static final int LONGEST = 200;

    static CaseQuery of(MultiValueMap<String, String> sent) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var value = sent.getFirst(name);
            if (value != null && !value.isBlank() && value.indexOf('\0') < 0) {
                kept.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
            }
        }
        return new CaseQuery(kept);
    }

    /** What was sent by this name, or nothing. */
    String text(String name) {
        return sent.getOrDefault(name, "");
    }

    /** What stands behind the question mark of its address. */
    public String text() {
        return sent.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + UriUtils.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String url() {
        return PATH + "?" + text();
    }

    CaseQuery without(String name) {
        var fewer = new LinkedHashMap<>(sent);
        fewer.remove(name);
        return new CaseQuery(fewer);
    }

    /** What has no field of its own on the page. */
    public Map<String, String> hidden() {
        var rest = new LinkedHashMap<>(sent);
        SHOWN.forEach(rest::remove);
        return rest;
    }
}
