package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samenspraak.advice.Replies.Saved;
import org.samenspraak.advice.ReplyPages.Press;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts points and their replies on a page. */
@Component
class ReplyPage {

    /** As many as are answered in one go without losing sight; with them the page stays small on a phone's connection. */
    static final int ROWS = 20;

    private final ReplyCases cases;
    private final ReplyUnits units;
    private final ReplyRegroupings regroupings;
    private final RoleNames roles;

    ReplyPage(ReplyCases cases, ReplyUnits units, ReplyRegroupings regroupings, RoleNames roles) {
        this.cases = cases;
        this.units = units;
        this.regroupings = regroupings;
        this.roles = roles;
    }

    /** @return the template */
    String show(ReplyCase file, ReplyFilter filter, SignedIn me, Model model) {
        var page = units.page(file.file().id(), filter, ROWS);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next());
        return fill(file, filter, me, model);
    }

    /** The same rows once more, with what was typed: also those that the filter would leave out by now. */
    String again(
            ReplyCase file,
            ReplyFilter filter,
            List<TypedReply> typed,
            Saved saved,
            Press press,
            SignedIn me,
            Model model) {
        var keys = typed.stream().map(TypedReply::key).toList();
        var found = units.find(file.file().id(), keys).stream()
                .collect(Collectors.toMap(ReplyUnit::key, Function.identity()));
        var rows = keys.stream().filter(found::containsKey).map(found::get).toList();
        var done = saved.units().stream().map(ReplyUnit::key).collect(Collectors.toSet());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "typed",
                typed.stream()
                        .filter(reply -> reply.isTouched() && !done.contains(reply.key()))
                        .collect(Collectors.toMap(TypedReply::key, Function.identity())));
        model.addAttribute(
                "conflicts", saved.conflicts().stream().map(ReplyUnit::key).collect(Collectors.toSet()));
        model.addAttribute("gone", gone(typed, found, saved));
        model.addAttribute("picked", press.picked());
        model.addAttribute("groupTitle", press.title());
        model.addAttribute("kept", saved.units().size());
        return fill(file, filter, me, model);
    }

    /** Also what was typed in a row that was not to be saved. */
    private static List<TypedReply> gone(List<TypedReply> typed, Map<UUID, ReplyUnit> found, Saved saved) {
        var gone = new ArrayList<>(saved.gone());
        typed.stream()
                .filter(reply -> reply.isTouched() && !found.containsKey(reply.key()) && !gone.contains(reply))
                .forEach(gone::add);
        return gone;
    }

    /** All that is wrong, each with its place on the page. */
    List<Refusal> refusals(Saved saved) {
        var refusals = new ArrayList<>(saved.problems());
        saved.conflicts()
                .forEach(unit -> refusals.add(Refusal.of("r-" + unit.key(), "advice.refusal.conflict", unit.named())));
        saved.gone().forEach(reply -> refusals.add(Refusal.of("gone-" + reply.key(), "advice.refusal.gone")));
        return refusals;
    }

    private String fill(ReplyCase file, ReplyFilter filter, SignedIn me, Model model) {
        var id = file.file().id();
        var progress = cases.progress(id);
        var replies = file.isRepliedBy(me) && file.isOpen();
        model.addAttribute("case", file.file());
        model.addAttribute("file", file);
        model.addAttribute("filter", filter);
        model.addAttribute("mayReply", replies);
        model.addAttribute("mine", file.isTaskOf(me));
        model.addAttribute("progress", progress);
        model.addAttribute(
                "points",
                progress.stream().mapToInt(ReplyCases.Progress::points).sum());
        model.addAttribute(
                "answered",
                progress.stream().mapToInt(ReplyCases.Progress::answered).sum());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("kinds", PointKind.values());
        model.addAttribute("roles", names());
        model.addAttribute("last", replies ? regroupings.last(id).orElse(null) : null);
        return "advice/replies";
    }

    /** To whom a point can be passed on, and what they are called; by name. */
    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        roles.working().forEach(group -> names.put(group.role(), roles.of(group)));
        return names;
    }
}
