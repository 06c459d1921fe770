package org.samenspraak.casefile;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of a timeline.
 *
 * @param topics any of these; none given is all that the reader may see
 * @param who part of the name of who acted, or of who it was done for
 * @param text part of what somebody wrote, or of a name in the entry
 * @param withNotes whether the reader may see notes for colleagues
 */
public record TimelineFilter(Set<Topic> topics, @Nullable String who, @Nullable String text, boolean withNotes) {

    public static final TimelineFilter NONE = new TimelineFilter(Set.of(), null, null, true);

    /** What an entry is about. The code is the first word of its kind. */
    public enum Topic {
        CASE("case"),
        TASK("task"),
        FORM("form"),
        DOCUMENT("document"),
        MESSAGE("correspondence"),
        TERM("clock"),
        NOTE("note");

        private final String kind;

        Topic(String kind) {
            this.kind = kind;
        }

        /** As it stands in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something is left out that the reader may see. */
    public boolean isOn() {
        return !topics.isEmpty() || who != null || text != null;
    }

    String[] codes() {
        return topics.stream().map(topic -> topic.kind).toArray(String[]::new);
    }

    /** Those that a reader may choose from. */
    public static Set<Topic> offered(boolean withNotes) {
        return withNotes ? EnumSet.allOf(Topic.class) : EnumSet.complementOf(EnumSet.of(Topic.NOTE));
    }
}
