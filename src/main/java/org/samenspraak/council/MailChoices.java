package org.samenspraak.council;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a council gets the city's mails besides chair and secretary, in which language, and what news it wants. */
@Service
public class MailChoices {

    private static final int LONGEST_ADDRESS = 254;

    private final MailReaders readers;
    private final MembershipRecords members;
    private final CouncilRecords councils;
    private final CouncilSettings settings;
    private final Municipality municipality;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    MailChoices(
            MailReaders readers,
            MembershipRecords members,
            CouncilRecords councils,
            CouncilSettings settings,
            Municipality municipality,
            Audit audit,
            ApplicationEventPublisher events,
            Today today) {
        this.readers = readers;
        this.members = members;
        this.councils = councils;
        this.settings = settings;
        this.municipality = municipality;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    @Transactional(readOnly = true)
    public MailChoice of(CouncilId council) {
        var chosen = readers.on(council, today.date()).keySet();
        var choice = readers.choice(council).orElse(MailChoice.NEVER_CHOSEN);
        return new MailChoice(
                chosen, choice.mailbox(), choice.english(), choice.interest(), choice.themes(), choice.version());
    }

    /** Who gets the questions today besides chair and secretary, members by name, the shared mailbox last. */
    @Transactional(readOnly = true)
    public List<Reader> readers(CouncilId council) {
        var choice = readers.choice(council);
        if (choice.isEmpty()) {
            return List.of();
        }
        var chosen = readers.on(council, today.date());
        var found = new ArrayList<Reader>();
        members.on(council, today.date()).stream()
                .filter(member -> chosen.containsKey(member.id()))
                .filter(member -> member.details().email() != null)
                .map(member -> new Reader(
                        Reader.MEMBER,
                        String.valueOf(chosen.get(member.id())),
                        member.details().name(),
                        Objects.requireNonNull(member.details().email())))
                .forEach(found::add);
        choice.map(MailChoice::mailbox)
                .ifPresent(address -> found.add(new Reader(
                        Reader.MAILBOX, "", councils.find(council).orElseThrow().name(), address)));
        return found;
    }

    /** Members with an address who are not chair or secretary: whom the council can choose. */
    @Transactional(readOnly = true)
    public List<Member> choices(CouncilId council) {
        return members.on(council, today.date()).stream()
                .filter(member -> !member.isContact() && member.details().email() != null)
                .toList();
    }

    /** What the council is written in: where the law asks Dutch always that. */
    @Transactional(readOnly = true)
    public Locale language(CouncilId council) {
        return choosesLanguage()
                        && readers.choice(council).filter(MailChoice::english).isPresent()
                ? Locale.ENGLISH
                : Locale.forLanguageTag("nl");
    }

    /** The same, in Dutch where there is no council yet. */
    @Transactional(readOnly = true)
    public Locale languageOf(@Nullable CouncilId council) {
        return council == null ? Locale.forLanguageTag("nl") : language(council);
    }

    public boolean choosesLanguage() {
        return municipality.jurisdiction() == Jurisdiction.NL;
    }

    /** Councils that want to be told something. */
    @Transactional(readOnly = true)
    public List<CouncilId> interested() {
        return readers.interested();
    }

    /** What a council can ask news about. */
    public List<String> themes() {
        return settings.themes();
    }

    public int mostReaders() {
        return settings.mostReaders();
    }

    /**
     * Chooses anew. Open questions go to who is chosen now, and links of others stop working.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody chose since that version
     */
    @Transactional
    public void choose(CouncilId council, MailChoice typed, Actor by) {
        var view = councils.lock(council);
        var choice = checked(council, typed);
        var before = readers(council);
        var there = readers.on(council, today.date());
        readers.choose(council, choice);
        readers.replace(
                council,
                there.entrySet().stream()
                        .filter(one -> choice.readers().contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                choice.readers().stream().filter(one -> !there.containsKey(one)).toList());
        audit.add(Act.COUNCIL_MAIL_CHOSEN, by, council.value(), view.name());
        before.stream()
                .filter(one -> one.function().equals(Reader.MAILBOX))
                .filter(one -> !one.address().equalsIgnoreCase(choice.mailbox()))
                .forEach(one -> events.publishEvent(new AddressChanged(council, one.name(), one.address())));
        if (!before.equals(readers(council))) {
            events.publishEvent(new MembershipChanged(council, true));
        }
    }

    private MailChoice checked(CouncilId council, MailChoice typed) {
        var known = choices(council).stream().map(Member::id).toList();
        if (!known.containsAll(typed.readers())) {
            throw Refusal.of("readers", "council.refusal.no-reader");
        }
        if (typed.readers().size() > settings.mostReaders()) {
            throw Refusal.of("readers", "council.refusal.many-readers", settings.mostReaders());
        }
        var themes = new LinkedHashSet<>(typed.themes());
        themes.retainAll(settings.themes());
        if (typed.interest() == MailChoice.Interest.THEMES && themes.isEmpty()) {
            throw Refusal.of("themes", "council.refusal.no-theme");
        }
        return new MailChoice(
                typed.readers(),
                mailbox(typed.mailbox()),
                typed.english() && choosesLanguage(),
                typed.interest(),
                Set.copyOf(themes),
                typed.version());
    }

    private static @Nullable String mailbox(@Nullable String typed) {
        var address = typed == null ? "" : typed.strip();
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_ADDRESS || !MemberRules.isMail(address)) {
            throw Refusal.of("mailbox", "council.refusal.mail");
        }
        return address;
    }

    /**
     * @param function {@link #MEMBER} or {@link #MAILBOX}
     * @param key tells members apart, also when their membership changes
     */
    public record Reader(String function, String key, String name, String address) {

        public static final String MEMBER = "MEMBER";
        public static final String MAILBOX = "MAILBOX";
    }
}
