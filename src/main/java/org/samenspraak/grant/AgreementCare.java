package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to agreements after their talk: done with a note, or moved with a reason. */
@Service
class AgreementCare {

    private static final int LONGEST = 1000;
    private static final int YEARS_AHEAD = 5;

    private final Agreements agreements;
    private final Timeline timeline;
    private final Dates dates;

    AgreementCare(Agreements agreements, Timeline timeline, Dates dates) {
        this.agreements = agreements;
        this.timeline = timeline;
        this.dates = dates;
    }

    /** @throws NotFound when there is none */
    Agreement get(long id) {
        return agreements.find(id).orElseThrow(() -> new NotFound("grant.refusal.no-agreement"));
    }

    /** Whether somebody may give it another day: who does it, or who looks after the council. */
    static boolean mayChange(Agreement one, SignedIn me) {
        return me.may(Permission.WORK) && (looksAfter(one, me) || isOwner(one, me));
    }

    /**
     * Whether somebody may say that it is done: of the group that does it, or the one who does it. For a council, and for somebody who
     * left, who looks after the council says so.
     */
    static boolean mayFinish(Agreement one, SignedIn me) {
        return me.may(Permission.WORK)
                && (isOwner(one, me) || ((one.isOfCouncil() || !one.ownerActive()) && looksAfter(one, me)));
    }

    private static boolean isOwner(Agreement one, SignedIn me) {
        var owner = one.ownerGroup();
        return (owner != null && me.groups().contains(GroupId.parse(owner)))
                || me.person().value().equals(one.ownerPerson());
    }

    private static boolean looksAfter(Agreement one, SignedIn me) {
        return me.may(Permission.EDIT_COUNCIL, one.area() == null ? null : new AreaId(one.area()));
    }

    /** @throws Refusal without a note, or when it was done already */
    @Transactional
    public void done(Agreement one, int version, String note, Actor by) {
        refuse(note, "note", "grant.refusal.note");
        refuseDone(one);
        agreements.done(one.id(), version, dates.today(), note.strip(), by.name());
        tell(one, "grant.agreement-done", Map.of(), note, by);
    }

    /** @throws Refusal without a reason, for a day that is over, or when it was done already */
    @Transactional
    public void move(Agreement one, int version, LocalDate due, String reason, Actor by) {
        refuse(reason, "reason", "grant.refusal.reason");
        refuseDone(one);
        if (due.isBefore(dates.today()) || due.isAfter(dates.today().plusYears(YEARS_AHEAD))) {
            throw Refusal.of("due", "grant.refusal.due");
        }
        agreements.move(one.id(), version, due);
        tell(one, "grant.agreement-moved", Map.of("until", due.toString()), reason, by);
    }

    private void tell(Agreement one, String kind, Map<String, String> more, String detail, Actor by) {
        var args = new HashMap<>(more);
        args.put("what", one.what());
        timeline.add(talk(one), kind, args, detail.strip(), by);
    }

    private CaseId talk(Agreement one) {
        return agreements.talk(one.id());
    }

    private static void refuseDone(Agreement one) {
        if (one.doneOn() != null) {
            throw new Refusal("grant.refusal.done");
        }
    }

    private static void refuse(String text, String field, String key) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Refusal.of(field, key, LONGEST);
        }
    }
}
