package org.samenspraak.tasklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Taking tasks and giving them back from the list, one or several. */
@Controller
@RequestMapping(InboxQuery.PATH)
class ActionPages {

    /** Pages that ask the rest before anything is done. */
    private static final Set<String> ASKING = Set.of("doorgeven", "plannen");

    private final Work work;
    private final Batch batch;
    private final Inbox inbox;
    private final Names names;

    ActionPages(Work work, Batch batch, Inbox inbox, Names names) {
        this.work = work;
        this.batch = batch;
        this.inbox = inbox;
        this.names = names;
    }

    /** With htmx the row comes back, otherwise the list. */
    @PostMapping("/{task}/nemen")
    @Requires(Permission.WORK)
    String claimOne(
            @PathVariable String task,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            SignedIn me,
            Model model,
            RedirectAttributes next) {
        if (htmx == null) {
            return claim(List.of(task), list, me, next);
        }
        var refusal = work.claim(task, me).orElse(null);
        var rows = inbox.rows(List.of(task), Reach.of(me));
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.ofList(rows, list.filter()));
        model.addAttribute("refused", refusal);
        model.addAttribute("query", list);
        model.addAttribute("me", me);
        model.addAttribute("canWork", true);
        return "tasklist/inbox :: rows";
    }

    @PostMapping("/nemen")
    @Requires(Permission.WORK)
    String claim(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            RedirectAttributes next) {
        return batch.run(Chosen.parse(tasks), one -> work.claim(one.task(), me), "tasklist.inbox.claimed", list, next);
    }

    @PostMapping("/teruggeven")
    @Requires(Permission.WORK)
    String giveBack(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            RedirectAttributes next) {
        return batch.run(
                Chosen.parse(tasks), one -> work.giveBack(one.task(), me), "tasklist.task.given-back", list, next);
    }

    /** To the page that asks the rest, at an address that holds the chosen tasks and nothing else of the form. */
    @PostMapping("/kiezen/{page}")
    @Requires(Permission.WORK)
    String goOn(
            @PathVariable String page,
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @ModelAttribute(name = "list", binding = false) InboxQuery list) {
        if (!ASKING.contains(page)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var chosen = Chosen.parse(tasks).stream()
                .limit(Chosen.MOST + 1L)
                .map(one -> "task=" + UriUtils.encode(one.task(), UTF_8) + "&")
                .collect(Collectors.joining());
        return "redirect:/werk/" + page + "?" + chosen + "_list=" + UriUtils.encode(list.text(), UTF_8);
    }
}
