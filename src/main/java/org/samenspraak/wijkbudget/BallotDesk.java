package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samenspraak.correspondence.BallotMails;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.ReceiptCode.Sealed;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a voter chooses behind their link, until they confirm it. */
@Service
class BallotDesk {

    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final VoterRows voters;
    private final VoteRows votes;
    private final BallotRows ballots;
    private final Candidates candidates;
    private final BudgetAreas areas;
    private final ChoiceRules rules;
    private final BallotMails mails;
    private final Clock clock;

    BallotDesk(
            VoterRows voters,
            VoteRows votes,
            BallotRows ballots,
            Candidates candidates,
            BudgetAreas areas,
            ChoiceRules rules,
            BallotMails mails,
            Clock clock) {
        this.voters = voters;
        this.votes = votes;
        this.ballots = ballots;
        this.candidates = candidates;
        this.areas = areas;
        this.rules = rules;
        this.mails = mails;
        this.clock = clock;
    }

    /** What stands on the ballot of a voter. */
    Paper paper(Voter voter) {
        return paper(voter.round(), voter.area());
    }

    Paper paper(CaseId round, AreaId id) {
        var area = areas.of(round).stream()
                .filter(share -> share.area().equals(id))
                .findFirst()
                .orElseThrow();
        return new Paper(area, candidates.of(round, id), rules.of(round));
    }

    /** Where residents of a round have something to vote on. */
    List<Share> areas(CaseId round) {
        var offering = candidates.areas(round);
        return areas.of(round).stream()
                .filter(share -> share.takesPart() && offering.contains(share.area()))
                .toList();
    }

    List<Integer> chosen(Voter voter, String token) {
        return voters.draft(voter.id())
                .map(draft -> DraftSeal.open(token, voter.id(), draft))
                .orElse(List.of());
    }

    /** Too many too: who chooses may take some away afterwards. Nothing once the choice closed, and drafts are gone. */
    @Transactional
    public void keep(Voter voter, String token, Collection<Integer> choices) {
        if (votes.share(voter.round(), clock)) {
            voters.keep(voter.id(), DraftSeal.seal(token, voter.id(), choices));
        }
    }

    /** What pages of a voter carry in place of the code. */
    String hide(Voter voter, ReceiptCode code) {
        return code.sealed(mails.receiptKey(voter.id()), voter.id(), clock.instant());
    }

    /** None for a code that somebody made up, or that was given to another voter. */
    Optional<ReceiptCode> reveal(Voter voter, String hidden) {
        return unseal(voter, hidden).map(Sealed::code);
    }

    /** Of a ballot in the box, as long as its voter reads the page that shows it: an address stays behind in a browser and in logs. */
    Optional<ReceiptCode> shown(Voter voter, String hidden) {
        return unseal(voter, hidden)
                .filter(one -> clock.instant().isBefore(one.at().plus(SHOWN)))
                .map(Sealed::code)
                .filter(code -> ballots.has(voter.round(), code.hash()));
    }

    private Optional<Sealed> unseal(Voter voter, String hidden) {
        return ReceiptCode.unseal(hidden, mails.receiptKey(voter.id()), voter.id());
    }

    /** Binds a code to its voter and to what they are about to confirm. */
    String seal(Voter voter, Collection<Integer> choices, ReceiptCode code) {
        var ballot = code.text() + "\n" + voter.area() + "\n"
                + choices.stream().sorted().toList();
        return HexFormat.of().formatHex(mails.seal(voter.id(), ballot));
    }

    /**
     * The area where they live, when they asked for another one; what they chose there is gone.
     *
     * @throws Refusal for an area that does not take part, and for who voted already
     */
    @Transactional
    public void move(Voter voter, AreaId area) {
        if (areas(voter.round()).stream().noneMatch(share -> share.area().equals(area))) {
            throw Refusal.of("area", "wijkbudget.vote.problem.area");
        }
        votes.share(voter.round(), clock);
        if (ballots.isSpent(mails.ticket(voter.id()))) {
            throw new Refusal("wijkbudget.vote.done-text");
        }
        voters.move(voter.id(), area);
    }

    /**
     * Puts the ballot in the box when the choice is still open: the transaction decides, by the clock of the server once it holds the
     * choice. The same code again is the same ballot.
     *
     * @param code that {@link #seal} bound to this voter and these choices
     * @throws Refusal for what may not stand on a ballot
     */
    @Transactional
    public Answer confirm(Voter voter, Collection<Integer> choices, ReceiptCode code) {
        var paper = paper(voter);
        paper.refuse(choices);
        var open = votes.share(voter.round(), clock);
        if (ballots.has(voter.round(), code.hash())) {
            return Answer.IN;
        }
        if (!open) {
            return Answer.LATE;
        }
        if (!ballots.spend(voter.round(), mails.ticket(voter.id()))) {
            // the same button pressed twice at once
            return ballots.has(voter.round(), code.hash()) ? Answer.IN : Answer.TWICE;
        }
        ballots.add(voter.round(), voter.area(), "ONLINE", choices, code.hash());
        return Answer.IN;
    }

    enum Answer {
        IN,
        /** They voted before. */
        TWICE,
        /** The choice had closed. */
        LATE
    }

    /** The ballot of an area. */
    record Paper(Share area, List<Candidate> projects, ChoiceRule rule) {

        /** Those that stand on it. */
        List<Integer> known(Collection<Integer> choices) {
            return projects.stream()
                    .map(Candidate::number)
                    .filter(choices::contains)
                    .collect(Collectors.toList());
        }

        public long cost(Collection<Integer> choices) {
            return projects.stream()
                    .filter(one -> choices.contains(one.number()))
                    .mapToLong(Candidate::cents)
                    .sum();
        }

        public boolean takes(Collection<Integer> choices) {
            try {
                refuse(choices);
                return true;
            } catch (Refusal refusal) {
                return false;
            }
        }

        /** @throws Refusal for none, for what stands on no ballot of the area, for too many, and above the money of the area */
        void refuse(Collection<Integer> choices) {
            if (choices.isEmpty()) {
                throw Refusal.of("choice", "wijkbudget.vote.refusal.none");
            }
            if (known(choices).size() != choices.size()) {
                throw Refusal.of("choice", "wijkbudget.vote.refusal.other");
            }
            if (rule.withinBudget() && cost(choices) > area.cents()) {
                throw Refusal.of("choice", "wijkbudget.vote.refusal.over", area.euros());
            }
            if (!rule.withinBudget() && choices.size() > rule.most()) {
                throw Refusal.of("choice", "wijkbudget.vote.refusal.many", rule.most());
            }
        }
    }
}
