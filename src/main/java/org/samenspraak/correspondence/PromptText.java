package org.samenspraak.correspondence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which words a mail asks a question in; its key says which, so that it can be written anew when it waited. */
enum PromptText {
    QUESTION,
    RENEWED,
    AGAIN,
    RESENT;

    /** Of the text. */
    String name(PromptRow row) {
        return switch (this) {
            case QUESTION -> row.generation() == 1 ? "prompt" : row.isChosen() ? "prompt-chosen" : "prompt-moved";
            case RENEWED -> "prompt-renewed";
            case AGAIN -> "prompt-again";
            case RESENT -> "prompt-resent";
        };
    }

    String key(PromptRow row) {
        return prefix() + row.id() + ":" + row.generation();
    }

    /** None for other mails. */
    static Optional<PromptText> of(String key) {
        return Arrays.stream(values())
                .filter(kind -> key.startsWith(kind.prefix()))
                .findFirst();
    }

    private String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
