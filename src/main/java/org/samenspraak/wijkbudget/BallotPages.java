package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Throttle;
import org.samenspraak.wijkbudget.BallotDesk.Answer;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The ballot behind the link of a voter: choose, check, confirm. Opening the link changes nothing, no cookie is read or set, and who
 * confirms a moment too late reads so on a page that keeps what they chose.
 */
@Controller
@RequestMapping("/stemmen/biljet/{token}")
class BallotPages {

    private static final String LINK = "the link is the key, and opens the ballot of its reader only";

    /** Wrong links of one network address in an hour. */
    static final int GUESSES = 60;

    private final Voters voters;
    private final BallotDesk desk;
    private final VoteRows votes;
    private final BudgetRounds rounds;
    private final BudgetWords words;
    private final Problems problems;
    private final Throttle throttle;
    private final Clock clock;

    BallotPages(
            Voters voters,
            BallotDesk desk,
            VoteRows votes,
            BudgetRounds rounds,
            BudgetWords words,
            Problems problems,
            Throttle throttle,
            Clock clock) {
        this.voters = voters;
        this.desk = desk;
        this.votes = votes;
        this.rounds = rounds;
        this.words = words;
        this.problems = problems;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    @OpenToAll(because = LINK)
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var found = open(token, request, response);
        if (found.isEmpty()) {
            return none(response);
        }
        var voter = found.get();
        if (voters.hasVoted(voter)) {
            return done(voter, model);
        }
        return isOpen(voter) ? ballot(token, voter, desk.chosen(voter, token), model) : late(List.of(), voter, model);
    }

    /** While somebody ticks and unticks, by the script of the page. */
    @PostMapping("/bewaren")
    @OpenToAll(because = LINK)
    ResponseEntity<Void> keep(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<Integer> choice,
            HttpServletRequest request,
            HttpServletResponse response) {
        open(token, request, response)
                .filter(this::isOpen)
                .ifPresent(voter -> desk.keep(voter, token, desk.paper(voter).known(choice)));
        return ResponseEntity.noContent().build();
    }

    /** Who asked for another area than where they live puts that right; the link proves that it is theirs. */
    @PostMapping("/gebied")
    @OpenToAll(because = LINK)
    String move(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable UUID area,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = open(token, request, response);
        if (found.isEmpty()) {
            return none(response);
        }
        var voter = found.get();
        if (voters.hasVoted(voter)) {
            return done(voter, model);
        }
        if (!isOpen(voter)) {
            return late(List.of(), voter, model);
        }
        try {
            if (area == null) {
                throw Refusal.of("area", "wijkbudget.vote.problem.area");
            }
            desk.move(voter, new AreaId(area));
        } catch (Refusal refusal) {
            return refused(refusal, token, voter, desk.chosen(voter, token), model, response);
        }
        return "redirect:/stemmen/biljet/{token}" + language();
    }

    /** Keeps what was chosen and shows it once more, with the button that confirms. */
    @PostMapping
    @OpenToAll(because = LINK)
    String check(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<Integer> choice,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = open(token, request, response);
        if (found.isEmpty()) {
            return none(response);
        }
        var voter = found.get();
        if (voters.hasVoted(voter)) {
            return done(voter, model);
        }
        var paper = desk.paper(voter);
        var known = paper.known(choice);
        if (!isOpen(voter)) {
            return late(known, voter, model);
        }
        desk.keep(voter, token, known);
        try {
            paper.refuse(choice);
        } catch (Refusal refusal) {
            return refused(refusal, token, voter, known, model, response);
        }
        var code = ReceiptCode.draw();
        model.addAttribute("code", code);
        model.addAttribute("seal", desk.seal(voter, known, code));
        shown(token, voter, known, model);
        return "wijkbudget/ballot-check";
    }

    /** Twice with the same code is once. A code that was not made for this voter and this choice confirms nothing. */
    @PostMapping("/bevestigen")
    @OpenToAll(because = LINK)
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<Integer> choice,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String seal,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = open(token, request, response);
        if (found.isEmpty()) {
            return none(response);
        }
        var voter = found.get();
        var receipt = ReceiptCode.read(code).filter(one -> isSealed(voter, choice, one, seal));
        Answer answer;
        try {
            if (receipt.isEmpty() && !voters.hasVoted(voter)) {
                throw new Refusal("wijkbudget.vote.refusal.seal");
            }
            answer = receipt.isEmpty() ? Answer.TWICE : desk.confirm(voter, choice, receipt.get());
        } catch (Refusal refusal) {
            return refused(refusal, token, voter, desk.paper(voter).known(choice), model, response);
        }
        if (answer == Answer.LATE) {
            return late(desk.paper(voter).known(choice), voter, model);
        }
        if (answer == Answer.TWICE) {
            return done(voter, model);
        }
        model.addAttribute("code", receipt.orElseThrow());
        model.addAttribute("round", votes.numberOf(voter.round()));
        return "wijkbudget/ballot-in";
    }

    private boolean isSealed(Voter voter, List<Integer> choice, ReceiptCode code, String seal) {
        return MessageDigest.isEqual(
                desk.seal(voter, choice, code).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(
            Refusal refusal,
            String token,
            Voter voter,
            List<Integer> chosen,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        problems.show(refusal, model);
        return ballot(token, voter, chosen, model);
    }

    private String done(Voter voter, Model model) {
        model.addAttribute("round", votes.numberOf(voter.round()));
        return "wijkbudget/ballot-done";
    }

    private String ballot(String token, Voter voter, List<Integer> chosen, Model model) {
        shown(token, voter, chosen, model);
        model.addAttribute("areas", desk.areas(voter.round()));
        return "wijkbudget/ballot";
    }

    private void shown(String token, Voter voter, List<Integer> chosen, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("roundTitle", rounds.get(voter.round()).title());
        model.addAttribute("paper", desk.paper(voter));
        model.addAttribute("chosen", chosen);
        model.addAttribute("closes", votes.find(voter.round()).orElseThrow().closes());
        model.addAttribute("words", words);
        model.addAttribute("language", language());
    }

    private String late(List<Integer> chosen, Voter voter, Model model) {
        shown("", voter, chosen, model);
        return "wijkbudget/ballot-late";
    }

    private static String none(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "wijkbudget/ballot-none";
    }

    private boolean isOpen(Voter voter) {
        return votes.find(voter.round())
                .filter(vote -> vote.isOpen(clock.instant()))
                .isPresent();
    }

    private Optional<Voter> open(String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var address = request.getRemoteAddr();
        if (throttle.isSpent("ballot-guess", address, GUESSES, Throttle.HOUR)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = voters.open(token);
        if (found.isEmpty()) {
            throttle.take("ballot-guess", address, GUESSES, Throttle.HOUR);
        }
        return found;
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "?lang=en" : "";
    }
}
