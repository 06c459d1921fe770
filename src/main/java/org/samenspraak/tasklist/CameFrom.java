package org.samenspraak.tasklist;

import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that somebody came from, and goes back to; without one the list that theirs begins with. */
@ControllerAdvice(
        assignableTypes = {
            TaskPages.class,
            TermPages.class,
            ActionPages.class,
            HandOverPages.class,
            PlanPages.class,
            ViewPages.class
        })
class CameFrom {

    private final SavedViews views;

    CameFrom(SavedViews views) {
        this.views = views;
    }

    @ModelAttribute("list")
    InboxQuery list(@RequestParam(name = "_list", required = false) @Nullable String list, SignedIn me) {
        return list == null ? views.start(me).orElseGet(() -> InboxQuery.parse(null, me)) : InboxQuery.parse(list, me);
    }
}
