package org.samenspraak.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a page knows of the draft it shows. It says so itself; a made-up one harms nobody but its maker.
 *
 * @param read digest by path
 */
record DraftPage(String id, Map<String, String> read) {

    static final String PAGE = "_page";
    static final String READ = "_read";
    /** The button that chooses between two texts. */
    static final String TAKE = "_take";

    /** With the last text of a page that somebody leaves: what comes from it later is too late. */
    static final String LEFT = "_left";

    private static final int LONGEST = 200_000;

    static DraftPage of(Map<String, List<String>> sent) {
        var id = first(sent, PAGE);
        var read = new LinkedHashMap<String, String>();
        for (var pair : first(sent, READ).split(" ")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                read.put(pair.substring(at + 1), pair.substring(0, at));
            }
        }
        return new DraftPage(
                id.matches("[a-f0-9-]{36}") ? id : UUID.randomUUID().toString(), read);
    }

    static boolean isLeft(Map<String, List<String>> sent) {
        return sent.containsKey(LEFT);
    }

    private static String first(Map<String, List<String>> sent, String name) {
        var texts = sent.getOrDefault(name, List.of());
        return texts.isEmpty() || texts.get(0).length() > LONGEST ? "" : texts.get(0);
    }

    DraftPage with(Map<String, String> nowRead) {
        return new DraftPage(id, nowRead);
    }

    String readAsText() {
        return read.entrySet().stream()
                .map(it -> it.getValue() + "=" + it.getKey())
                .collect(Collectors.joining(" "));
    }
}
