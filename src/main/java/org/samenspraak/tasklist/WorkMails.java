package org.samenspraak.tasklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.correspondence.StaffMails;
import org.samenspraak.correspondence.StaffMails.To;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.TaskHandedOver;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mails to officials about their work: what and until when, never about whom. */
@Component
class WorkMails {

    /** A date is called near from three days before, as on screen. */
    private static final int SOON = 3;
    /** More of it stands on its own page. */
    private static final int OTHERS = 20;

    private final MailRows rows;
    private final Cases cases;
    private final Delegations delegations;
    private final SignedInPeople people;
    private final List<OtherWork> others;
    private final StaffMails mails;
    private final MessageSource texts;
    private final Clock clock;
    private final Municipality municipality;

    WorkMails(
            MailRows rows,
            Cases cases,
            Delegations delegations,
            SignedInPeople people,
            List<OtherWork> others,
            StaffMails mails,
            MessageSource texts,
            Clock clock,
            Municipality municipality) {
        this.rows = rows;
        this.cases = cases;
        this.delegations = delegations;
        this.people = people;
        this.others = others;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** The mail of today, when there is something to say and it was not said yet. */
    @Transactional
    public void daily(Person person, MailChoice choice) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, municipality.zone());
        var since = rows.lastTold(person.id()).orElse(now.minus(Duration.ofDays(1)));
        if (!rows.takeTurn(person.id(), today, now)) {
            return;
        }
        people.of(person.id()).filter(me -> me.may(Permission.WORK)).ifPresent(me -> {
            var sections = sections(me, choice, now, since);
            if (!sections.isEmpty()) {
                var tomorrow =
                        today.plusDays(1).atStartOfDay(municipality.zone()).toInstant();
                send(to("daily:" + person.id() + ":" + today, person, choice, tomorrow), "work", sections);
            }
        });
    }

    private List<Section> sections(SignedIn me, MailChoice choice, Instant now, Instant since) {
        var soon = LocalDate.ofInstant(now, municipality.zone())
                .plusDays(SOON + 1L)
                .atStartOfDay(municipality.zone())
                .toInstant();
        var work = rows.work(me, soon, since);
        Predicate<TaskRow> late = row -> row.due() != null && row.due().isBefore(now);
        Predicate<TaskRow> near = row -> row.due() != null && row.due().isBefore(soon) && !late.test(row);
        Predicate<TaskRow> own = row -> row.assignee() != null;
        var sections = new ArrayList<Section>();
        add(sections, "late", work, own.and(late), me, choice);
        add(sections, "near", work, own.and(near), me, choice);
        if (choice.digest()) {
            Predicate<TaskRow> fresh = row -> !row.created().isBefore(since);
            add(sections, "group-late", work, own.negate().and(late), me, choice);
            add(sections, "group-near", work, own.negate().and(near), me, choice);
            add(sections, "new", work, late.or(near).negate().and(fresh), me, choice);
            addOther(sections, me, LocalDate.ofInstant(soon, municipality.zone()), choice);
        }
        return sections;
    }

    /** Of work that is no task: what is late or near, and what waits without a day. */
    private void addOther(List<Section> sections, SignedIn me, LocalDate soon, MailChoice choice) {
        var dated = new ArrayList<Line>();
        var waiting = new ArrayList<Line>();
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        for (var other : others) {
            var name = texts.getMessage(other.nameKey(), null, Locale.forLanguageTag(choice.language()));
            for (var one : other.open(me, OTHERS)) {
                var due = one.due();
                var url = municipality.baseUrl() + one.url();
                if (due == null) {
                    waiting.add(new Line(name, one.number(), "", null, url));
                } else if (due.isBefore(soon)) {
                    dated.add(new Line(name, one.number(), when(due, due.isBefore(today), choice), null, url));
                }
            }
        }
        if (!dated.isEmpty()) {
            sections.add(new Section("other", dated));
        }
        if (!waiting.isEmpty()) {
            sections.add(new Section("waiting", waiting));
        }
    }

    private String when(LocalDate due, boolean late, MailChoice choice) {
        var language = Locale.forLanguageTag(choice.language());
        var day = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language).format(due);
        return texts.getMessage(late ? "tasklist.mail.past" : "tasklist.mail.until", new Object[] {day}, language);
    }

    private void add(
            List<Section> sections,
            String kind,
            List<TaskRow> work,
            Predicate<TaskRow> which,
            SignedIn me,
            MailChoice choice) {
        var lines =
                work.stream().filter(which).map(row -> line(row, me, choice)).toList();
        if (!lines.isEmpty()) {
            sections.add(new Section(kind, lines));
        }
    }

    private Line line(TaskRow row, SignedIn me, MailChoice choice) {
        var english = choice.language().equals("en");
        return new Line(
                row.name(english),
                row.number(),
                row.due() == null
                        ? ""
                        : when(
                                LocalDate.ofInstant(row.due(), municipality.zone()),
                                row.due().isBefore(clock.instant()),
                                choice),
                row.doneFor(me),
                municipality.baseUrl() + "/taken/" + row.id());
    }

    @EventListener
    void note(TaskHandedOver event) {
        var to = event.to().person();
        if (to == null || to.value().equals(event.by().id())) {
            return;
        }
        var file = cases.get(event.caseId());
        var told = delegations.running().stream()
                .filter(given -> given.holder().equals(to) && given.isOfWork(file.trajectory(), file.area()))
                .findFirst()
                .map(Delegation::deputy)
                .orElse(to);
        if (rows.choice(told).assigned()) {
            rows.give(told, event.taskId());
        }
    }

    /** What colleagues gave somebody, or whom they act for, since the last time, in one mail. */
    @Transactional
    public void given(SignedIn me, Person person, MailChoice choice) {
        var given = rows.takeGiven(me);
        if (!given.isEmpty()) {
            var lines = given.stream().map(row -> line(row, me, choice)).toList();
            send(to(null, person, choice, null), "given", List.of(new Section("given", lines)));
        }
    }

    private static To to(@Nullable String key, Person person, MailChoice choice, @Nullable Instant until) {
        return new To(key, person.email(), person.name(), Locale.forLanguageTag(choice.language()), until);
    }

    private void send(To to, String subject, List<Section> sections) {
        var count =
                sections.stream().mapToInt(section -> section.lines().size()).sum();
        mails.send(
                to,
                "work",
                "tasklist.mail.subject." + subject,
                List.of(count),
                Map.of(
                        "sections", sections,
                        "list", municipality.baseUrl() + "/werk",
                        "choice", municipality.baseUrl() + "/mijn/mails"));
    }

    /** @param kind what the message after {@code tasklist.mail.section.} calls it */
    public record Section(String kind, List<Line> lines) {}

    /**
     * @param when the last day, in words that say whether it is over; or empty
     * @param doneFor the colleague whose work it is, or none
     */
    public record Line(String task, String number, String when, @Nullable String doneFor, String url) {}
}
