package org.samenspraak.wijkbudget;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.wijkbudget.BudgetRounds.Round;
import org.springframework.stereotype.Component;

/** Tells who waits for a round that days of it moved or that it stops: proposers of the round, the councils of its areas, and the organ that adopted them. */
@Component
class MoveMails {

    private static final GroupId ORGAN = GroupId.of("college");

    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final BudgetAreas areas;
    private final Councils councils;
    private final Invitations invitations;
    private final StaffNotes notes;
    private final Cases cases;
    private final BudgetWords words;

    MoveMails(
            IdeaSupporters supporters,
            IdeaMails mails,
            BudgetAreas areas,
            Councils councils,
            Invitations invitations,
            StaffNotes notes,
            Cases cases,
            BudgetWords words) {
        this.supporters = supporters;
        this.mails = mails;
        this.areas = areas;
        this.councils = councils;
        this.invitations = invitations;
        this.notes = notes;
        this.cases = cases;
        this.words = words;
    }

    /** One mail for each address. */
    void tell(CaseId round, PhaseDays before, PhaseDays after, String reason, Actor by) {
        var name = words.dutch("wijkbudget.phase." + before.phase().code());
        var moved =
                words.dutch("wijkbudget.move.told", name, words.dutchDay(before.ends()), words.dutchDay(after.ends()));
        var told = Map.<String, Object>of("told", List.of(Map.of("subject", moved, "reason", reason.strip())));
        supporters.waiting(round).forEach(one -> mails.send(one, "round-moved", told));
        invitations.tellAll(round, "round-moved-councils", told, inItsAreas(round), by);
        notes.tell(
                List.of(ORGAN),
                "wijkbudget.move.subject",
                List.of(moved, words.dutch("wijkbudget.move.by", by.name(), reason.strip())),
                "/wijkbudget/" + cases.get(round).number());
    }

    /** One mail for each address; councils and organ only of a round that was adopted. */
    void tellStopped(Round round, Map<String, Object> told, String reason, Actor by) {
        supporters.waiting(round.caseId()).forEach(one -> mails.send(one, "round-stopped", told));
        if (round.adoptedAt() == null) {
            return;
        }
        invitations.tellAll(round.caseId(), "round-stopped-councils", told, inItsAreas(round.caseId()), by);
        notes.tell(
                List.of(ORGAN),
                "wijkbudget.stop.subject",
                List.of(words.dutch("wijkbudget.stop.by", round.title(), by.name()), reason),
                "/wijkbudget/" + cases.get(round.caseId()).number());
    }

    private List<CouncilId> inItsAreas(CaseId round) {
        return areas.of(round).stream()
                .filter(BudgetAreas.Share::takesPart)
                .flatMap(share -> Arrays.stream(CouncilKind.values())
                        .flatMap(kind -> councils.overlapping(kind, share.area()).stream()))
                .map(CouncilView::id)
                .distinct()
                .toList();
    }
}
