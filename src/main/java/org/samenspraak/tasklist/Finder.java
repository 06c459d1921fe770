package org.samenspraak.tasklist;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Findings;
import org.samenspraak.council.ContactList;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Asks each module what it has of some words, as far as the reader may see it. One query for a kind. */
@Component
class Finder {

    /** What is searched, in the order of the page. */
    enum Kind {
        CASES(Permission.SEE_OFFICE),
        COUNCILS(Permission.SEE_OFFICE),
        MEMBERS(Permission.SEE_CONTACTS),
        DOCUMENTS(Permission.OPEN_DOCUMENTS),
        TEXTS(Permission.SEE_OFFICE),
        OFFICIALS(Permission.SEE_OFFICE);

        private final Permission permission;

        Kind(Permission permission) {
            this.permission = permission;
        }

        static List<Kind> of(SignedIn me) {
            return Arrays.stream(values())
                    .filter(kind -> me.may(kind.permission))
                    .toList();
        }
    }

    private final Cases cases;
    private final Councils councils;
    private final ContactList contacts;
    private final Findings findings;
    private final People people;
    private final Dates dates;
    private final MessageSource texts;

    Finder(
            Cases cases,
            Councils councils,
            ContactList contacts,
            Findings findings,
            People people,
            Dates dates,
            MessageSource texts) {
        this.cases = cases;
        this.councils = councils;
        this.contacts = contacts;
        this.findings = findings;
        this.people = people;
        this.dates = dates;
        this.texts = texts;
    }

    /**
     * At most {@code limit}, after the last one of the page before.
     *
     * @throws IllegalArgumentException when {@code after} is none of its hits
     */
    List<Hit> find(Kind kind, String text, SignedIn me, @Nullable String after, int limit) {
        return switch (kind) {
            case CASES -> cases(text, after, limit);
            case COUNCILS -> councils(text, after, limit);
            case MEMBERS -> members(text, me, after, limit);
            case DOCUMENTS -> documents(text, me, after, limit);
            case TEXTS -> texts(text, me, after, limit);
            case OFFICIALS -> officials(text, after, limit);
        };
    }

    private List<Hit> cases(String text, @Nullable String after, int limit) {
        var search = new CaseSearch(text, Set.of(), null, null, null);
        return cases.search(search, after == null ? null : CaseId.parse(after), limit).stream()
                .map(view -> new Hit(
                        view.id().toString(),
                        "/zaken/" + view.number(),
                        Marked.of(view.title(), text),
                        line(view.number(), word("casefile.status." + view.status()), dates.day(view.received()))))
                .toList();
    }

    private List<Hit> councils(String text, @Nullable String after, int limit) {
        var search = new CouncilSearch(text, null, Set.of(), Set.of());
        return councils.search(search, after == null ? null : CouncilId.parse(after), limit).stream()
                .map(view -> new Hit(
                        view.id().toString(),
                        "/raden/" + view.id(),
                        Marked.of(view.name(), text),
                        line(word("council.kind." + view.kind()), word("council.standing." + view.standing()))))
                .toList();
    }

    private List<Hit> members(String text, SignedIn me, @Nullable String after, int limit) {
        var where = me.where(Permission.SEE_CONTACTS);
        return contacts.members(text, where, uuid(after), limit).stream()
                .map(found -> new Hit(
                        found.id().toString(),
                        "/raden/" + found.council(),
                        Marked.of(found.name(), text),
                        line(
                                found.functions().stream()
                                        .map(function -> word("council.function." + function))
                                        .collect(Collectors.joining(", ")),
                                found.councilName())))
                .toList();
    }

    private List<Hit> documents(String text, SignedIn me, @Nullable String after, int limit) {
        var scans = me.where(Permission.SEE_CONTACTS);
        return findings.documents(text, scans, uuid(after), limit).stream()
                .map(found -> new Hit(
                        found.id().toString(),
                        "/zaken/" + found.number() + (found.readable() ? "/documenten/" + found.id() : ""),
                        Marked.of(found.name(), text),
                        line(found.number(), found.title(), dates.day(found.at()))))
                .toList();
    }

    private List<Hit> texts(String text, SignedIn me, @Nullable String after, int limit) {
        var notes = me.may(Permission.OPEN_DOCUMENTS);
        return findings.texts(text, notes, after == null ? null : Long.valueOf(after), limit).stream()
                .map(found -> new Hit(
                        Long.toString(found.id()),
                        "/zaken/" + found.number(),
                        Marked.of(found.text(), text),
                        line(found.number(), found.title(), found.by(), dates.day(found.at()))))
                .toList();
    }

    private List<Hit> officials(String text, @Nullable String after, int limit) {
        return people.search(text, after == null ? null : PersonId.parse(after), limit).stream()
                .map(person -> new Hit(
                        person.id().toString(),
                        person.email().isEmpty() ? null : "mailto:" + person.email(),
                        Marked.of(person.name(), text),
                        line(person.email(), person.phone())))
                .toList();
    }

    private static @Nullable UUID uuid(@Nullable String after) {
        return after == null ? null : UUID.fromString(after);
    }

    private String word(String key) {
        return Objects.toString(texts.getMessage(key, null, key, LocaleContextHolder.getLocale()), key);
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
