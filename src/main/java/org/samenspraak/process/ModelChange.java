package org.samenspraak.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.samenspraak.process.ModelSketch.Part;

/**
 * One thing that differs between two versions of the files of a trajectory.
 *
 * @param file its name
 * @param part what it is about; as it was before when it is gone
 * @param what what happened to it
 * @param setting which setting was changed; empty for another change
 * @param before empty where there was nothing
 * @param after empty where there is nothing now
 */
public record ModelChange(String file, Part part, What what, String setting, String before, String after) {

    private static final Pattern DRAWING = Pattern.compile("<(?:\\w+:)?(?:BPMNDiagram|DMNDI)\\b");

    public enum What {
        FILE_NEW,
        FILE_GONE,
        NEW,
        GONE,
        NAMED,
        SET,
        /** Only how it is drawn, or something else without words. */
        DRAWN,
        UNREADABLE
    }

    /** What differs, file by file. How a model is drawn is one change, whatever of it is another. */
    public static List<ModelChange> between(SortedMap<String, String> before, SortedMap<String, String> after) {
        var changes = new ArrayList<ModelChange>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var file : names) {
            var old = before.get(file);
            var now = after.get(file);
            if (old == null && now != null) {
                changes.add(ofFile(file, now, What.FILE_NEW));
            } else if (now == null && old != null) {
                changes.add(ofFile(file, old, What.FILE_GONE));
            } else if (old != null && now != null && !old.equals(now)) {
                var told = new ArrayList<ModelChange>();
                compare(file, ModelSketch.of(file, old), ModelSketch.of(file, now), told);
                if (told.isEmpty() || !drawing(old).equals(drawing(now))) {
                    told.add(ofFile(file, now, What.DRAWN));
                }
                changes.addAll(told);
            }
        }
        return changes;
    }

    private static String drawing(String content) {
        var at = DRAWING.matcher(content);
        return at.find() ? content.substring(at.start()).replaceAll("\\s+", " ") : "";
    }

    private static ModelChange ofFile(String file, String content, What what) {
        var name = ModelSketch.of(file, content).name();
        return of(file, new Part(file, kind(file), name, new TreeMap<>()), what);
    }

    private static String kind(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    private static ModelChange of(String file, Part part, What what) {
        return new ModelChange(file, part, what, "", "", "");
    }

    private static void compare(String file, ModelSketch before, ModelSketch after, List<ModelChange> changes) {
        if (after.parts().isEmpty()) {
            changes.add(of(file, new Part(file, kind(file), after.name(), new TreeMap<>()), What.UNREADABLE));
            return;
        }
        if (kind(file).equals("form") && !before.name().equals(after.name())) {
            var form = new Part(file, "form", before.name(), new TreeMap<>());
            changes.add(new ModelChange(file, form, What.NAMED, "", before.name(), after.name()));
        }
        var old = byId(before);
        var now = byId(after);
        now.forEach((id, part) -> {
            var earlier = old.get(id);
            if (earlier == null) {
                changes.add(of(file, part, What.NEW));
            } else {
                compare(file, earlier, part, changes);
            }
        });
        old.forEach((id, part) -> {
            if (!now.containsKey(id)) {
                changes.add(of(file, part, What.GONE));
            }
        });
    }

    private static Map<String, Part> byId(ModelSketch sketch) {
        var parts = new LinkedHashMap<String, Part>();
        sketch.parts().forEach(part -> parts.putIfAbsent(part.id(), part));
        return parts;
    }

    private static void compare(String file, Part before, Part after, List<ModelChange> changes) {
        // a line of a table is called by its place, which others can move
        if (!before.name().equals(after.name()) && !after.kind().equals("rule")) {
            changes.add(new ModelChange(file, after, What.NAMED, "", before.name(), after.name()));
        }
        var settings = new TreeSet<>(before.settings().keySet());
        settings.addAll(after.settings().keySet());
        for (var setting : settings) {
            var old = before.settings().getOrDefault(setting, "");
            var now = after.settings().getOrDefault(setting, "");
            if (!old.equals(now)) {
                changes.add(new ModelChange(file, after, What.SET, setting, old, now));
            }
        }
    }
}
