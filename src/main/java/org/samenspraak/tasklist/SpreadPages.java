package org.samenspraak.tasklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open work per area or per kind of case, each number a link to the list it counts. */
@Controller
class SpreadPages {

    private final Inbox inbox;
    private final Names names;

    SpreadPages(Inbox inbox, Names names) {
        this.inbox = inbox;
        this.names = names;
    }

    @GetMapping("/werk/verdeling")
    @Requires(Permission.SEE_OFFICE)
    String show(@RequestParam(defaultValue = "area") String by, SignedIn me, Model model) {
        var perTrajectory = by.equals("trajectory");
        model.addAttribute("by", perTrajectory ? "trajectory" : "area");
        model.addAttribute(
                "rows", perTrajectory ? rows("trajectory", names.trajectories(), me) : rows("area", names.areas(), me));
        return "tasklist/spread";
    }

    private List<Share> rows(String filter, Map<?, String> parts, SignedIn me) {
        var labels = List.copyOf(parts.values());
        var lists = new ArrayList<InboxQuery>();
        for (var part : parts.keySet()) {
            lists.add(InboxQuery.parse(filter + "=" + part, me));
            lists.add(InboxQuery.parse(filter + "=" + part + "&late=yes", me));
        }
        if (lists.isEmpty()) {
            return List.of();
        }
        var counts = inbox.counts(lists, Reach.of(me));
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Share(labels.get(i), tab(lists, counts, 2 * i), tab(lists, counts, 2 * i + 1)))
                .filter(share -> share.open().count() > 0)
                .toList();
    }

    private static Tab tab(List<InboxQuery> lists, List<Integer> counts, int at) {
        return new Tab("", lists.get(at), counts.get(at), "");
    }

    record Share(String name, Tab open, Tab late) {}
}
