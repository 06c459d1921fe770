package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Component;

/** Turns a task for a council into prompts for its people, and moves them along when these people change. */
@Component
class Asking {

    /** Who of a council a task is for, by the role it is offered to. */
    private static final Map<String, List<Function>> ASKED = Map.of(
            "council", CouncilContacts.OFFICERS,
            "council-chair", List.of(Function.CHAIR),
            "council-secretary", List.of(Function.SECRETARY));

    /** The property {@code yes} of a task that tells a council something and needs no answer. */
    private static final String INFORMS = "informs";

    private final PromptRows rows;
    private final UnreachedRows unreached;
    private final PromptMails mails;
    private final DisownedAddresses disowned;
    private final CouncilContacts contacts;
    private final Timeline timeline;
    private final List<FirstPerson> firsts;

    Asking(
            PromptRows rows,
            UnreachedRows unreached,
            PromptMails mails,
            DisownedAddresses disowned,
            CouncilContacts contacts,
            Timeline timeline,
            List<FirstPerson> firsts) {
        this.rows = rows;
        this.unreached = unreached;
        this.mails = mails;
        this.disowned = disowned;
        this.contacts = contacts;
        this.timeline = timeline;
        this.firsts = firsts;
    }

    /** Whether a council is only told something: nobody reminds it of that. */
    static boolean isOnlyTold(OpenTask task) {
        return "yes".equals(task.properties().get(INFORMS));
    }

    static boolean isForCouncil(GroupId group) {
        return group.scope() != null && ASKED.containsKey(group.role());
    }

    static boolean isForOne(GroupId group) {
        return group.scope() != null
                && ASKED.getOrDefault(group.role(), List.of()).size() == 1;
    }

    /** The one function that a task is for, such as who signs. */
    static Optional<Function> onlyFor(OpenTask task) {
        return task.groups().stream()
                .filter(Asking::isForOne)
                .map(group -> onlyFor(group.role()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Function> onlyFor(String role) {
        var asked = ASKED.getOrDefault(role, List.of());
        return asked.size() == 1 ? Optional.of(asked.get(0)) : Optional.empty();
    }

    /** The groups that stand for this council in the work list. */
    static List<String> groups(CouncilId council) {
        return ASKED.keySet().stream().map(role -> role + "@" + council).toList();
    }

    /**
     * Asks everybody the task is for who was not asked yet. Who is no longer the contact is not asked any more and their link
     * dies; who came instead gets a link of their own. Nobody with an address leaves a note for the office.
     */
    void ask(OpenTask task, GroupId group) {
        var council = new CouncilId(UUID.fromString(Objects.requireNonNull(group.scope())));
        var first = Prompts.isForSecond(task) ? first(task) : "";
        var people = contacts.asked(council, ASKED.getOrDefault(group.role(), List.of())).stream()
                .filter(officer -> !Mandates.isSame(officer.name(), first))
                .toList();
        rows.ofTask(task.id()).stream()
                .filter(row ->
                        row.state() == PromptState.OPEN && people.stream().noneMatch(asks(row, council)))
                .forEach(row -> rows.withdraw(row.id()));
        people.forEach(officer -> ask(task, council, officer));
        if (people.isEmpty()) {
            unreached.add(task.id(), task.caseId(), council, task.name());
            note(task, "correspondence.unreached");
        } else {
            unreached.remove(task.id());
        }
    }

    /** Who may not confirm it, or an empty name. */
    private String first(OpenTask task) {
        return firsts.stream().flatMap(one -> one.of(task).stream()).findFirst().orElse("");
    }

    private static Predicate<Officer> asks(PromptRow row, CouncilId council) {
        return officer -> row.council().equals(council)
                && officer.function().equals(row.function())
                && officer.key().equals(row.reader());
    }

    private void ask(OpenTask task, CouncilId council, Officer officer) {
        var known = rows.ofTask(task.id()).stream()
                .filter(row -> asks(row, council).test(officer))
                .findFirst();
        if (known.filter(row -> row.state() == PromptState.OPEN && row.isFor(officer.name(), officer.address()))
                .isPresent()) {
            return;
        }
        known.filter(row -> !row.recipient().equals(officer.address()))
                .ifPresent(entered -> disowned.remove(council, officer.address()));
        var held = disowned.contains(council, officer.address());
        var row = known.map(old -> rows.readdress(old, officer, held))
                .orElseGet(() -> rows.add(task, council, officer, held));
        if (held) {
            note(task, "correspondence.held");
        } else {
            mails.first(row);
        }
    }

    private void note(OpenTask task, String kind) {
        timeline.add(task.caseId(), kind, Timeline.named("task", task.name(), task.nameEn()), null, Actor.SYSTEM);
    }
}
