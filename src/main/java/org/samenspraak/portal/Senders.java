package org.samenspraak.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.correspondence.Opening.Reader;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.MailChoices;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Who sends an answer: who they say they are, or, when the answer is signed, who the link is for. */
@Component
class Senders {

    /** Names of the page's own fields; a form field can't begin with this character. */
    static final String NAME = "_name";

    static final String FUNCTION = "_function";

    /** Of a name or a function, in characters. */
    static final int LONGEST = 200;

    private final PromptViews views;

    Senders(PromptViews views) {
        this.views = views;
    }

    /** Until they say otherwise it is who was asked. */
    Sender of(Open open) {
        return new Sender(open.name(), views.function(open.function()));
    }

    Sender of(Open open, OpenTask task, MultiValueMap<String, String> sent) {
        return Prompts.isSigned(task) ? of(open) : new Sender(text(sent, NAME), text(sent, FUNCTION));
    }

    /** Who they said they are on the last page, when they were there before; of a shared mailbox nobody knows who reads it. */
    Sender of(Open open, OpenTask task, Map<String, String> kept) {
        if (Prompts.isSigned(task)) {
            return of(open);
        }
        var nobody = kept.isEmpty() && open.function().equals(MailChoices.Reader.MAILBOX);
        return nobody
                ? new Sender("", "")
                : kept.isEmpty() ? of(open) : new Sender(kept.getOrDefault(NAME, ""), kept.getOrDefault(FUNCTION, ""));
    }

    /** As it was kept when the question was still open: a page that asks for no name comes from the reader. */
    Actor of(Reader reader, MultiValueMap<String, String> sent) {
        var sender = sent.containsKey(NAME)
                ? new Sender(text(sent, NAME), text(sent, FUNCTION))
                : new Sender(reader.name(), views.function(reader.function()));
        return views.actor(reader.council(), sender);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        @Nullable String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** @param function in words: "voorzitter" */
    record Sender(String name, String function) {

        boolean fits() {
            return Math.max(name.length(), function.length()) <= LONGEST;
        }

        Map<String, String> texts() {
            return Map.of(NAME, name, FUNCTION, function);
        }

        /** As the council sees it. */
        String shown() {
            return name + ", " + function;
        }
    }
}
