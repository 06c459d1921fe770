package org.samenspraak.tasklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.process.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody goes on when a task is done: to the next of their list, or back to the list as they left it. */
@Component
class AfterTask {

    private final Desks desks;
    private final Inbox inbox;
    private final MessageSource texts;

    AfterTask(Desks desks, Inbox inbox, MessageSource texts) {
        this.desks = desks;
        this.inbox = inbox;
        this.texts = texts;
    }

    /** Where a task stands in a list; asked before it is done. */
    Optional<String> place(Desk desk, InboxQuery list) {
        return inbox.rows(List.of(desk.task().id()), Reach.of(desk.me())).stream()
                .findFirst()
                .map(row -> Inbox.cursor(list, row));
    }

    /** The list, with a link to what comes next in the same case; the dossier after an answer from paper. */
    String back(Desk done, InboxQuery list, Locale locale, RedirectAttributes next) {
        tell(done, locale, next);
        desks.next(done).ifPresent(task -> {
            next.addFlashAttribute("noticeUrl", list.task(task.id()));
            next.addFlashAttribute(
                    "noticeLink", texts.getMessage("tasklist.task.next", new Object[] {name(task, locale)}, locale));
        });
        return "redirect:" + (done.onPaper() ? "/zaken/" + done.file().number() : list.url());
    }

    /** The next task of the list that no colleague has; the list when there is none. */
    String goOn(Desk done, InboxQuery list, Optional<String> place, Locale locale, RedirectAttributes next) {
        tell(done, locale, next);
        var following = inbox.next(list, Reach.of(done.me()), place.orElse(""));
        if (following.isEmpty()) {
            next.addFlashAttribute("notice", "tasklist.task.done-last");
        }
        return "redirect:" + following.map(row -> list.task(row.id())).orElseGet(list::url);
    }

    private static void tell(Desk done, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("notice", "tasklist.task.done");
        next.addFlashAttribute("noticeArgs", List.of(name(done.task(), locale)));
    }

    private static String name(OpenTask task, Locale locale) {
        return locale.getLanguage().equals("en") && task.nameEn() != null ? task.nameEn() : task.name();
    }
}
