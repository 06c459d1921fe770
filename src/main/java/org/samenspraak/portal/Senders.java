package org.samenspraak.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.correspondence.Opening.Reader;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Mandates;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Who sends an answer: who they say they are, and whose link it was when that is somebody else; when the answer is signed,
 * who the link is for.
 */
@Component
class Senders {

    /** Names of the page's own fields; a form field can't begin with this character. */
    static final String NAME = "_name";

    static final String FUNCTION = "_function";

    /** Of a name or a function, in characters. */
    static final int LONGEST = 200;

    private final PromptViews views;
    private final MessageSource messages;

    Senders(PromptViews views, MessageSource messages) {
        this.views = views;
        this.messages = messages;
    }

    /** Until they say otherwise it is who was asked. */
    Sender of(Open open) {
        return sender(open.name(), open.function());
    }

    Sender of(Open open, OpenTask task, MultiValueMap<String, String> sent) {
        return Prompts.isSigned(task) ? of(open) : said(text(sent, NAME), text(sent, FUNCTION), of(open));
    }

    /** Who they said they are on the last page, when they were there before; of a shared mailbox nobody knows who reads it. */
    Sender of(Open open, OpenTask task, Map<String, String> kept) {
        if (Prompts.isSigned(task)) {
            return of(open);
        }
        var nobody = kept.isEmpty() && open.function().equals(MailChoices.Reader.MAILBOX);
        return kept.isEmpty() && !nobody
                ? of(open)
                : said(kept.getOrDefault(NAME, ""), kept.getOrDefault(FUNCTION, ""), of(open));
    }

    /** As it was kept when the question was still open: a page that asks for no name comes from the reader. */
    Actor of(Reader reader, MultiValueMap<String, String> sent) {
        var own = sender(reader.name(), reader.function());
        return views.actor(
                reader.council(), sent.containsKey(NAME) ? said(text(sent, NAME), text(sent, FUNCTION), own) : own);
    }

    private Sender sender(String name, String function) {
        return new Sender(name, views.function(function), "");
    }

    /** Anybody may be typed; who the link is for is known. */
    private Sender said(String name, String function, Sender own) {
        var same = Mandates.isSame(name, own.name()) && function.equalsIgnoreCase(own.function());
        var link = same
                ? ""
                : messages.getMessage(
                        "portal.prompt.by-link", new Object[] {own.shown()}, LocaleContextHolder.getLocale());
        return new Sender(name, function, link);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        @Nullable String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /**
     * @param function in words: "voorzitter"
     * @param link ", met de link van An Peeters, voorzitter" of who calls themselves otherwise, or empty
     */
    record Sender(String name, String function, String link) {

        boolean fits() {
            return Math.max(name.length(), function.length()) <= LONGEST;
        }

        Map<String, String> texts() {
            return Map.of(NAME, name, FUNCTION, function);
        }

        /** As the council sees it. */
        String shown() {
            return name + ", " + function + link;
        }
    }
}
