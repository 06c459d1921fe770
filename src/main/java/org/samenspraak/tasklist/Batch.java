package org.samenspraak.tasklist;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does one thing with several tasks, each in a transaction of its own, and says of each how it went. */
@Component
class Batch {

    private final Inbox inbox;
    private final MessageSource texts;

    Batch(Inbox inbox, MessageSource texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    /** Those of the chosen tasks that are still in somebody's lists; refuses none and too many. */
    List<TaskRow> rows(List<Chosen> chosen, SignedIn me) {
        if (chosen.isEmpty()) {
            throw new Refusal("tasklist.refusal.none-chosen");
        }
        if (chosen.size() > Chosen.MOST) {
            throw new Refusal("tasklist.refusal.many", Chosen.MOST);
        }
        return inbox.rows(chosen.stream().map(Chosen::task).toList(), Reach.of(me));
    }

    /** A page that asks the rest about the chosen tasks; back to the list when there are none or too many. */
    String ask(List<Chosen> chosen, InboxQuery list, RedirectAttributes next, Function<List<TaskRow>, String> page) {
        try {
            return page.apply(rows(chosen, list.me()));
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
            return "redirect:" + list.url();
        }
    }

    /** Does it, in the order chosen; refuses none and too many. */
    List<Result> results(List<Chosen> chosen, Function<Chosen, Optional<Refusal>> deed, SignedIn me) {
        var rows = rows(chosen, me).stream().collect(Collectors.toMap(TaskRow::id, Function.identity()));
        return chosen.stream()
                .map(one -> result(one, rows.get(one.task()), deed.apply(one)))
                .toList();
    }

    /**
     * @param notice the message when one task was chosen and it went well
     * @return where to go on: the list
     */
    String run(
            List<Chosen> chosen,
            Function<Chosen, Optional<Refusal>> deed,
            String notice,
            InboxQuery list,
            RedirectAttributes next) {
        try {
            return tell(results(chosen, deed, list.me()), notice, list, next);
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
            return "redirect:" + list.url();
        }
    }

    /** Says in the list how it went. */
    static String tell(List<Result> results, String notice, InboxQuery list, RedirectAttributes next) {
        if (results.size() == 1 && results.get(0).isDone()) {
            next.addFlashAttribute("notice", notice);
        } else {
            next.addFlashAttribute("results", results);
        }
        return "redirect:" + list.url();
    }

    private Result result(Chosen one, @Nullable TaskRow row, Optional<Refusal> refusal) {
        var locale = LocaleContextHolder.getLocale();
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Result(
                one.task(),
                row == null ? "" : row.name(english),
                row == null ? "" : row.number(),
                refusal.map(no -> texts.getMessage(no.messageKey(), no.args().toArray(), locale))
                        .orElse(null));
    }

    /**
     * How it went with one task.
     *
     * @param name empty when it is in no list any more
     * @param problem why it was not done, or nothing
     */
    record Result(String task, String name, String number, @Nullable String problem) implements Serializable {

        public boolean isDone() {
            return problem == null;
        }
    }
}
