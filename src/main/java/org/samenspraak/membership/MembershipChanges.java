package org.samenspraak.membership;

import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.membership.Proposal.What;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a council proposes about its members: held against the register when it comes in, and again when it is confirmed. */
@Service
class MembershipChanges {

    static final String TRAJECTORY = "membership-change";

    private final Memberships memberships;
    private final Proposals proposals;
    private final Submissions submissions;
    private final Cases cases;

    MembershipChanges(Memberships memberships, Proposals proposals, Submissions submissions, Cases cases) {
        this.memberships = memberships;
        this.proposals = proposals;
        this.submissions = submissions;
        this.cases = cases;
    }

    /** Refuses what can't be in the register: the same rules as of the office's own form. */
    void refuseImpossible(CouncilId council, Proposal proposal) {
        var day = proposal.day();
        if (proposal.what() != What.LEAVE) {
            memberships.refuseWrong(proposal.details());
        }
        if (proposal.what() == What.ADD) {
            memberships.refuseTwice(council, proposal.details(), day);
        } else if (proposal.what() == What.LEAVE
                && day.isBefore(named(council, proposal).from())) {
            throw Refusal.of("day", "council.refusal.ends-before-start");
        } else {
            named(council, proposal);
        }
    }

    /** Keeps whom it is about. */
    @Transactional
    public void receive(CaseId caseId) {
        var proposal = proposal(caseId);
        if (proposal.what() != What.ADD) {
            proposals.add(caseId, named(council(caseId), proposal));
        }
    }

    /** Writes it in the register; refuses when that can't be any more. */
    @Transactional
    public void apply(CaseId caseId, Actor by) {
        var council = council(caseId);
        var proposal = proposal(caseId);
        if (proposal.what() == What.ADD) {
            memberships.add(council, proposal.details(), proposal.day(), by);
            return;
        }
        var member = current(caseId).orElseThrow(() -> new Refusal("membership.refusal.gone", proposal.member()));
        if (proposal.what() == What.LEAVE) {
            memberships.end(council, member.id(), proposal.day(), by);
        } else {
            memberships.change(council, member.id(), member.version(), after(caseId, member), proposal.day(), by);
        }
    }

    /** Who it is about, when they are a member still. */
    Optional<Member> current(CaseId caseId) {
        return proposals.find(caseId).flatMap(about -> memberships.today(council(caseId)).stream()
                .filter(member -> member.id().equals(about.membership()))
                .findFirst());
    }

    /** How who is there now will be. */
    NewMember after(CaseId caseId, Member now) {
        var before = proposals.find(caseId).orElseThrow().before();
        return Proposal.merged(proposal(caseId).details(), before, now.details());
    }

    Proposal proposal(CaseId caseId) {
        return new Proposal(submissions.latest(caseId, TRAJECTORY).orElseThrow());
    }

    private Member named(CouncilId council, Proposal proposal) {
        var name = proposal.member();
        var found = memberships.today(council).stream()
                .filter(member -> member.details().name().equalsIgnoreCase(name))
                .toList();
        if (found.size() != 1) {
            throw Refusal.of(
                    "member", found.isEmpty() ? "membership.refusal.unknown" : "membership.refusal.namesakes", name);
        }
        return found.get(0);
    }

    CouncilId council(CaseId caseId) {
        return Objects.requireNonNull(cases.get(caseId).council(), "a proposal without a council");
    }
}
