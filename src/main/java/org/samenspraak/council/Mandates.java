package org.samenspraak.council;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads and who sends for a council: every member and the shared mailbox read; chair and secretary send, and the members they
 * chose. Links and who signed in both ask here, and by person and address: who comes after somebody gets nothing of theirs.
 */
@Service
public class Mandates {

    private final MembershipRecords members;
    private final SenderRecords senders;
    private final MailReaders readers;
    private final CouncilRecords councils;
    private final Audit audit;
    private final Today today;

    Mandates(
            MembershipRecords members,
            SenderRecords senders,
            MailReaders readers,
            CouncilRecords councils,
            Audit audit,
            Today today) {
        this.members = members;
        this.senders = senders;
        this.readers = readers;
        this.councils = councils;
        this.audit = audit;
        this.today = today;
    }

    /** What somebody with this name and mail address may do for the council today. */
    @Transactional(readOnly = true)
    public Mandate of(CouncilId council, String name, String address) {
        var own = members.on(council, today.date()).stream()
                .filter(member -> address.equalsIgnoreCase(member.details().email()))
                .filter(member -> isSame(name, member.details().name()))
                .toList();
        if (own.isEmpty()) {
            return isMailbox(council, address) ? Mandate.READS : Mandate.NONE;
        }
        return own.stream().anyMatch(one -> one.isContact() || isChosen(council, one)) ? Mandate.SENDS : Mandate.READS;
    }

    private boolean isMailbox(CouncilId council, String address) {
        return readers.choice(council)
                .filter(choice -> address.equalsIgnoreCase(choice.mailbox()))
                .isPresent();
    }

    private boolean isChosen(CouncilId council, Member member) {
        return chosen(council).contains(member.id());
    }

    /** Whether somebody with this address was of the council and is not any more. */
    @Transactional(readOnly = true)
    public boolean hasLeft(CouncilId council, String address) {
        var own = members.all(council).stream()
                .filter(member -> address.equalsIgnoreCase(member.details().email()))
                .toList();
        return !own.isEmpty() && own.stream().noneMatch(member -> member.holds(today.date()));
    }

    /** Whether two names are of one person, however they are written. */
    public static boolean isSame(String name, String other) {
        return MemberRules.name(name).equals(MemberRules.name(other));
    }

    /** Today's members who send for their council, chair and secretary first. */
    @Transactional(readOnly = true)
    public List<Member> senders(CouncilId council) {
        var chosen = chosen(council);
        return members.on(council, today.date()).stream()
                .filter(member -> member.isContact() || chosen.contains(member.id()))
                .sorted(CouncilDossiers.BY_FUNCTION)
                .toList();
    }

    /** Memberships of today that chair and secretary let send. */
    @Transactional(readOnly = true)
    public Set<UUID> chosen(CouncilId council) {
        return senders.on(council, today.date()).keySet();
    }

    /** Chooses anew who sends besides chair and secretary: of these memberships those who can sign in. */
    @Transactional
    public void choose(CouncilId council, Set<UUID> wanted, Actor by) {
        var view = councils.lock(council);
        var can = members.on(council, today.date()).stream()
                .filter(member -> !member.isContact() && member.details().email() != null)
                .map(Member::id)
                .collect(Collectors.toSet());
        can.retainAll(wanted);
        var there = senders.on(council, today.date());
        if (can.equals(there.keySet())) {
            return;
        }
        var added = new HashSet<>(can);
        added.removeAll(there.keySet());
        var kept = there.entrySet().stream()
                .filter(one -> can.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        senders.replace(council, kept, added, by.name());
        audit.add(Act.COUNCIL_SENDERS_SET, by, council.value(), view.name());
    }

    public enum Mandate {
        NONE,
        /** Reads and types along. */
        READS,
        SENDS
    }
}
