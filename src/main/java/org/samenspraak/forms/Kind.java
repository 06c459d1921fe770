package org.samenspraak.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The field kinds of form-js that a server page can show; {@code iframe} and {@code documentPreview} are not. */
enum Kind {
    TEXTFIELD(Does.ASK),
    TEXTAREA(Does.ASK),
    NUMBER(Does.ASK),
    DATETIME(Does.ASK),
    CHECKBOX(Does.ASK),
    CHECKLIST(Does.CHOOSE),
    RADIO(Does.CHOOSE),
    SELECT(Does.CHOOSE),
    TAGLIST(Does.CHOOSE),
    FILEPICKER(Does.ASK),
    EXPRESSION(Does.COMPUTE),
    GROUP(Does.HOLD),
    DYNAMICLIST(Does.HOLD),
    TEXT(Does.SHOW),
    HTML(Does.SHOW),
    IMAGE(Does.SHOW),
    TABLE(Does.SHOW),
    SEPARATOR(Does.SHOW),
    SPACER(Does.SHOW),
    BUTTON(Does.SHOW);

    private enum Does {
        ASK,
        CHOOSE,
        COMPUTE,
        HOLD,
        SHOW
    }

    private final Does does;

    Kind(Does does) {
        this.does = does;
    }

    static Optional<Kind> of(String type) {
        return Arrays.stream(values()).filter(it -> it.type().equals(type)).findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(Kind::type).collect(Collectors.joining(", "));
    }

    /** As the schema calls it. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean asks() {
        return does == Does.ASK || does == Does.CHOOSE;
    }

    boolean hasKey() {
        return asks() || does == Does.COMPUTE;
    }

    boolean chooses() {
        return does == Does.CHOOSE;
    }

    boolean choosesMany() {
        return this == CHECKLIST || this == TAGLIST;
    }

    boolean holds() {
        return does == Does.HOLD;
    }

    /** Answers nothing when left as it is: a browser leaves its name out. */
    boolean mayBeSilent() {
        return this == CHECKBOX || this == RADIO || choosesMany();
    }
}
