package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a voter sees behind their link. */
@Component
class BallotViews {

    private final Voters voters;
    private final BallotDesk desk;
    private final VoteRows votes;
    private final BudgetRounds rounds;
    private final BudgetWords words;
    private final Problems problems;

    BallotViews(
            Voters voters, BallotDesk desk, VoteRows votes, BudgetRounds rounds, BudgetWords words, Problems problems) {
        this.voters = voters;
        this.desk = desk;
        this.votes = votes;
        this.rounds = rounds;
        this.words = words;
        this.problems = problems;
    }

    String done(Voter voter, Model model) {
        model.addAttribute("onPaper", voters.votedOnPaper(voter));
        model.addAttribute("round", votes.numberOf(voter.round()));
        model.addAttribute("language", language());
        return "wijkbudget/ballot-done";
    }

    String refused(
            Refusal refusal,
            String token,
            Voter voter,
            List<Integer> known,
            Model model,
            HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return ballot(token, voter, known, model);
    }

    String ballot(String token, Voter voter, List<Integer> chosen, Model model) {
        shown(token, voter, chosen, model);
        model.addAttribute("areas", desk.areas(voter.round()));
        return "wijkbudget/ballot";
    }

    void shown(String token, Voter voter, List<Integer> chosen, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("roundTitle", rounds.get(voter.round()).title());
        model.addAttribute("number", votes.numberOf(voter.round()));
        model.addAttribute("paper", desk.paper(voter));
        model.addAttribute("chosen", chosen);
        model.addAttribute("closes", votes.find(voter.round()).orElseThrow().closes());
        model.addAttribute("words", words);
        model.addAttribute("language", language());
    }

    String late(List<Integer> chosen, Voter voter, Model model) {
        shown("", voter, chosen, model);
        model.addAttribute("stopped", rounds.get(voter.round()).stoppedReason());
        return "wijkbudget/ballot-late";
    }

    static String none(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "wijkbudget/ballot-none";
    }

    static String ballotOf() {
        return "redirect:/stemmen/biljet/{token}" + language();
    }

    static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "?lang=en" : "";
    }
}
