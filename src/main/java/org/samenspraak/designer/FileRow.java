package org.samenspraak.designer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samenspraak.designer.DraftFiles.DraftFile;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelSketch;

/**
 * A file of a trajectory as its draft has it.
 *
 * @param name of the process, the table or the form
 * @param content as it is now; of a file that was taken out what was published
 * @param version of its draft, 0 for none
 * @param by who changed it last, empty for nobody
 */
record FileRow(String file, Kind kind, String name, String content, State state, long version, String by) {

    enum Kind {
        BPMN,
        DMN,
        FORM
    }

    enum State {
        SAME,
        NEW,
        CHANGED,
        GONE
    }

    static FileRow of(String file, @Nullable String published, @Nullable DraftFile draft) {
        var drafted = draft == null ? published : draft.content();
        var content = Objects.requireNonNullElse(drafted, Objects.requireNonNullElse(published, ""));
        return new FileRow(
                file,
                kind(file),
                ModelSketch.of(file, content).name(),
                content,
                state(published, draft),
                draft == null ? 0 : draft.version(),
                draft == null ? "" : draft.byName());
    }

    private static State state(@Nullable String published, @Nullable DraftFile draft) {
        if (draft == null || Objects.equals(draft.content(), published)) {
            return State.SAME;
        }
        if (draft.content() == null) {
            return State.GONE;
        }
        return published == null ? State.NEW : State.CHANGED;
    }

    static Kind kind(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".bpmn" -> Kind.BPMN;
            case ".dmn" -> Kind.DMN;
            default -> Kind.FORM;
        };
    }

    /** As it stands in a file's name and in the editor. */
    public String ending() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What another text would change. */
    List<ModelChange> between(String other) {
        return ModelChange.between(new TreeMap<>(Map.of(file, content)), new TreeMap<>(Map.of(file, other)));
    }

    /** Its id: the name of the file without its ending. */
    public String id() {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
