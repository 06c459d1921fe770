package org.samenspraak.tasklist;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work list of officials. */
@Controller
class InboxPages {

    private final Inbox inbox;
    private final Tasks tasks;
    private final Desks desks;
    private final Names names;

    InboxPages(Inbox inbox, Tasks tasks, Desks desks, Names names) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.desks = desks;
        this.names = names;
    }

    @GetMapping("/werk")
    @Requires(Permission.SEE_OFFICE)
    String list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String after,
            SignedIn me,
            Model model) {
        var query = InboxQuery.of(view, group, area, me);
        var reach = Reach.of(me);
        var page = inbox.page(query, reach, after);
        model.addAttribute("query", query);
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("next", page.next() == null ? null : query.url(query.view(), page.next()));
        model.addAttribute("views", InboxView.values());
        model.addAttribute("counts", inbox.counts(query, reach));
        model.addAttribute("names", names.ofTasks(page.rows()));
        model.addAttribute("groups", groups(me));
        model.addAttribute("me", me);
        model.addAttribute("canWork", me.may(Permission.WORK));
        return "tasklist/inbox";
    }

    /** Roles for areas are not offered: the choice of an area says the same. */
    private List<GroupChoice> groups(SignedIn me) {
        return me.groups().stream()
                .filter(group -> group.scope() == null)
                .map(group -> new GroupChoice(group, names.role(group.role())))
                .sorted(Comparator.comparing(GroupChoice::name))
                .toList();
    }

    record GroupChoice(GroupId id, String name) {}

    /** Takes a task from the list. With htmx the row comes back, otherwise the list. */
    @PostMapping("/werk/{task}/nemen")
    @Requires(Permission.WORK)
    String claim(
            @PathVariable String task,
            @RequestParam(defaultValue = "/werk") String back,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            SignedIn me,
            Model model,
            RedirectAttributes next) {
        var refusal = claim(task, me);
        var row = inbox.row(task, Reach.of(me));
        if (htmx != null && row.isPresent()) {
            model.addAttribute("row", row.get());
            model.addAttribute("names", names.ofTasks(row.stream().toList()));
            model.addAttribute("refused", refusal);
            model.addAttribute("back", back);
            model.addAttribute("me", me);
            model.addAttribute("canWork", true);
            return "tasklist/inbox :: row";
        }
        next.addFlashAttribute(
                refusal == null ? "notice" : "refusal", refusal == null ? "tasklist.inbox.claimed" : refusal);
        return "redirect:" + (back.startsWith("/werk") ? back : "/werk");
    }

    private @Nullable Refusal claim(String task, SignedIn me) {
        var open = tasks.find(task);
        if (open.isEmpty() || !Reach.of(me).works(open.get())) {
            return new Refusal("tasklist.refusal.not-yours");
        }
        try {
            desks.open(task, me).ifPresent(desks::claim);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
