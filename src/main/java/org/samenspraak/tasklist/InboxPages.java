package org.samenspraak.tasklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.casefile.OtherWork.Line;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list of officials. */
@Controller
class InboxPages {

    /** Of work that is no task; the others stand on a page of their own. */
    private static final int BESIDE = 5;

    private final Inbox inbox;
    private final InboxChoices choices;
    private final Names names;
    private final SavedViews views;
    private final List<OtherWork> others;

    InboxPages(Inbox inbox, InboxChoices choices, Names names, SavedViews views, List<OtherWork> others) {
        this.inbox = inbox;
        this.others = others;
        this.choices = choices;
        this.names = names;
        this.views = views;
    }

    /**
     * A form sends what was left empty too: the address is made short before it is kept or shared.
     *
     * @param after where the page before ended
     * @param filters whether to show what can be chosen
     */
    @GetMapping(InboxQuery.PATH)
    @Requires(Permission.SEE_OFFICE)
    String list(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String filters,
            SignedIn me,
            Model model) {
        var start = sent.keySet().stream().allMatch("lang"::equals) ? views.start(me) : Optional.<InboxQuery>empty();
        if (start.isPresent()) {
            return "redirect:" + start.get().url();
        }
        var query = InboxQuery.of(sent, me);
        if (sent.values().stream().anyMatch(values -> values.contains(""))) {
            return "redirect:" + query.url();
        }
        var reach = Reach.of(me);
        var page = inbox.page(query, reach, after);
        var known = names.ofList(page.rows(), query.filter());
        model.addAttribute("query", query);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : query.after(page.next()));
        addTabs(query, reach, model);
        model.addAttribute("others", me.may(Permission.WORK) ? beside(me) : List.of());
        model.addAttribute("chips", choices.chips(query, known));
        model.addAttribute("choices", filters == null ? null : choices.of(query));
        model.addAttribute("sorts", InboxSort.values());
        model.addAttribute("columns", InboxColumn.values());
        model.addAttribute("names", known);
        model.addAttribute("me", me);
        model.addAttribute("canWork", me.may(Permission.WORK));
        model.addAttribute(
                "standsInFor",
                me.covers().stream()
                        .map(cover -> cover.holder().name())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return "tasklist/inbox";
    }

    private List<Beside> beside(SignedIn me) {
        return others.stream()
                .map(one -> new Beside(one.titleKey(), one.url(), one.open(me, BESIDE)))
                .filter(one -> !one.lines().isEmpty())
                .toList();
    }

    /** The views everybody has and those that were kept, all counted at once. */
    private void addTabs(InboxQuery query, Reach reach, Model model) {
        var usual = Arrays.stream(InboxView.values()).map(query::with).toList();
        var saved = views.of(query.me());
        var lists = new ArrayList<>(usual);
        saved.forEach(view -> lists.add(view.list(query.me())));
        var counts = inbox.counts(lists, reach);
        var kept = IntStream.range(0, saved.size())
                .mapToObj(i -> new Tab(
                        saved.get(i).name(), lists.get(usual.size() + i), counts.get(usual.size() + i), query.text()))
                .toList();
        model.addAttribute("saved", kept);
        var isKept = kept.stream().anyMatch(Tab::current);
        model.addAttribute(
                "tabs",
                IntStream.range(0, usual.size())
                        .mapToObj(i -> new Tab(
                                "tasklist.view." + usual.get(i).view().code(),
                                usual.get(i),
                                counts.get(i),
                                isKept ? "" : query.text()))
                        .toList());
    }

    record Beside(String titleKey, String url, List<Line> lines) {}
}
