package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands tasks over to a colleague or a group, with their load in sight. */
@Controller
@RequestMapping("/werk/doorgeven")
class HandOverPages {

    private static final int LONGEST_NOTE = 1_000;

    private final Work work;
    private final Batch batch;
    private final Inbox inbox;
    private final Colleagues colleagues;
    private final RoleNames roleNames;
    private final Names names;
    private final Refusals refusals;
    private final Dates dates;

    HandOverPages(
            Work work,
            Batch batch,
            Inbox inbox,
            Colleagues colleagues,
            RoleNames roleNames,
            Names names,
            Refusals refusals,
            Dates dates) {
        this.work = work;
        this.batch = batch;
        this.inbox = inbox;
        this.colleagues = colleagues;
        this.roleNames = roleNames;
        this.names = names;
        this.refusals = refusals;
        this.dates = dates;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String ask(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            Model model,
            RedirectAttributes next) {
        return batch.ask(Chosen.parse(tasks), list, next, rows -> page(rows, list, model));
    }

    /** What could not be handed over is shown again with all that was typed, and with who has it now. */
    @PostMapping
    @Requires(Permission.WORK)
    String handOver(
            @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute(name = "list", binding = false) InboxQuery list,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var chosen = Chosen.parse(tasks);
        var note = reason.isBlank() ? null : reason.strip();
        model.addAttribute("to", to);
        model.addAttribute("reason", reason);
        try {
            refuseLong(reason);
            var receiver = Receiver.parse(to).filter(this::isKnown).orElseThrow(HandOverPages::nobody);
            var away = colleagues.away(batch.rows(chosen, me));
            chosen.forEach(one -> work.refuseWithoutNote(one.holder(), note, me));
            var results = batch.results(chosen, one -> work.handOver(one.task(), receiver.of(one, note), me), me);
            if (results.stream().allMatch(Batch.Result::isDone)) {
                warn(receiver, away, next);
                return Batch.tell(results, "tasklist.hand-over.done", list, next);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("results", results);
            return page(batch.rows(refused(chosen, results), me), list, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
            return page(batch.rows(chosen, me), list, model);
        }
    }

    /** It may be meant so, but it is better known. */
    private void warn(Receiver receiver, Map<PersonId, Delegation> all, RedirectAttributes next) {
        var away = receiver.person() == null ? null : all.get(receiver.person());
        if (away != null) {
            next.addFlashAttribute(
                    "refusal",
                    new Refusal(
                            "tasklist.hand-over.is-away",
                            away.holderName(),
                            dates.shortDay(away.until()),
                            away.deputyName()));
        }
    }

    private static List<Chosen> refused(List<Chosen> chosen, List<Batch.Result> results) {
        return IntStream.range(0, chosen.size())
                .filter(i -> !results.get(i).isDone())
                .mapToObj(chosen::get)
                .toList();
    }

    private static void refuseLong(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.of("reason", "tasklist.refusal.note-long", LONGEST_NOTE);
        }
    }

    private static Refusal nobody() {
        return Refusal.of("to", "tasklist.refusal.receiver");
    }

    private boolean isKnown(Receiver receiver) {
        return receiver.person() == null
                ? colleagues.groups().contains(receiver.group())
                : colleagues.all().stream().anyMatch(one -> one.id().equals(receiver.person()));
    }

    private String page(List<TaskRow> rows, InboxQuery list, Model model) {
        var all = colleagues.all();
        var near = colleagues.in(
                rows.stream().flatMap(row -> row.groups().stream()).collect(Collectors.toSet()));
        var load = inbox.load(all.stream().map(Person::id).toList());
        var away = colleagues.away(rows);
        model.addAttribute("query", list);
        model.addAttribute("rows", rows);
        model.addAttribute("names", names.ofList(rows, list.filter()));
        model.addAttribute("near", options(near, load, away));
        model.addAttribute(
                "far", options(all.stream().filter(one -> !near.contains(one)).toList(), load, away));
        model.addAttribute("groups", groups());
        return "tasklist/hand-over";
    }

    private static List<Option> options(
            List<Person> people, Map<PersonId, Inbox.Load> load, Map<PersonId, Delegation> away) {
        return people.stream()
                .map(one -> new Option(
                        "person:" + one.id(),
                        one.name(),
                        load.getOrDefault(one.id(), Inbox.Load.NONE),
                        away.get(one.id())))
                .toList();
    }

    private List<Option> groups() {
        return roleNames.each(colleagues.groups()).entrySet().stream()
                .map(entry -> new Option("group:" + entry.getKey(), entry.getValue(), null, null))
                .sorted(Comparator.comparing(Option::name))
                .toList();
    }

    /**
     * @param load none of a group
     * @param away who acts in their place until when, or none
     */
    record Option(String value, String name, Inbox.@Nullable Load load, @Nullable Delegation away) {}
}
