package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Throttle;
import org.samenspraak.wijkbudget.BallotDesk.Answer;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
 * confirms a moment too late reads so on a page that keeps what they chose. Each page has an address that can be opened again, in the
 * other language too; that of the check code holds it sealed.
 */
@Controller
@RequestMapping("/stemmen/biljet/{token}")
class BallotPages {

    private static final String LINK = "the link is the key, and opens the ballot of its reader only";

    private final Voters voters;
    private final BallotDesk desk;
    private final VoteRows votes;
    private final BallotViews views;
    private final Throttle throttle;
    private final BallotLimits limits;
    private final Clock clock;

    BallotPages(
            Voters voters,
            BallotDesk desk,
            VoteRows votes,
            BallotViews views,
            Throttle throttle,
            BallotLimits limits,
            Clock clock) {
        this.voters = voters;
        this.desk = desk;
        this.votes = votes;
        this.views = views;
        this.throttle = throttle;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    @OpenToAll(because = LINK)
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            if (voters.hasVoted(voter)) {
                return views.done(voter, model);
            }
            var chosen = desk.chosen(voter, token);
            return isOpen(voter) ? views.ballot(token, voter, chosen, model) : views.late(chosen, voter, model);
        });
    }

    /** Who has the link says where they live, whatever somebody said who asked for it; projects of another area are not chosen any more. */
    @PostMapping("/gebied")
    @OpenToAll(because = LINK)
    String move(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable UUID area,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            if (voters.hasVoted(voter)) {
                return views.done(voter, model);
            }
            if (!isOpen(voter)) {
                return views.late(desk.chosen(voter, token), voter, model);
            }
            try {
                if (area == null) {
                    throw Refusal.of("area", "wijkbudget.vote.problem.area");
                }
                desk.move(voter, new AreaId(area));
            } catch (Refusal refusal) {
                return views.refused(refusal, token, voter, desk.chosen(voter, token), model, response);
            }
            return BallotViews.ballotOf();
        });
    }

    /** Of a form that was sent: the address opened again, or in the other language. */
    @GetMapping({"/bevestigen", "/gebied"})
    @OpenToAll(because = LINK)
    String again() {
        return BallotViews.ballotOf();
    }

    /** While somebody ticks and unticks, by the script of the page; gives what stands under the list, or opens the page again once nothing is kept any more. */
    @PostMapping("/bewaren")
    @OpenToAll(because = LINK)
    @Nullable
    String keep(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<String> choice,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = open(token, request, response);
        if (found.isEmpty()) {
            return BallotViews.none(response);
        }
        var voter = found.get();
        if (voters.hasVoted(voter) || !isOpen(voter)) {
            response.setHeader("HX-Refresh", "true");
            return null;
        }
        var known = desk.paper(voter).known(numbers(choice));
        desk.keep(voter, token, known);
        views.shown(token, voter, known, model);
        return "wijkbudget/vote-parts :: chosen";
    }

    /** Keeps what was chosen, to show it once more. */
    @PostMapping
    @OpenToAll(because = LINK)
    String check(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<String> choice,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            if (voters.hasVoted(voter)) {
                return views.done(voter, model);
            }
            var paper = desk.paper(voter);
            var known = paper.known(numbers(choice));
            if (!isOpen(voter)) {
                return views.late(known, voter, model);
            }
            desk.keep(voter, token, known);
            try {
                paper.refuse(numbers(choice));
            } catch (Refusal refusal) {
                return views.refused(refusal, token, voter, known, model, response);
            }
            return "redirect:/stemmen/biljet/{token}/nakijken" + BallotViews.language();
        });
    }

    /** What was chosen, with the button that confirms and a check code of this office in its form. */
    @GetMapping("/nakijken")
    @OpenToAll(because = LINK)
    String review(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            var chosen = desk.chosen(voter, token);
            if (voters.hasVoted(voter) || !isOpen(voter) || !desk.paper(voter).takes(chosen)) {
                return BallotViews.ballotOf();
            }
            var code = ReceiptCode.draw();
            model.addAttribute("code", desk.hide(voter, code));
            model.addAttribute("seal", desk.seal(voter, chosen, code));
            views.shown(token, voter, chosen, model);
            return "wijkbudget/ballot-check";
        });
    }

    /** Twice with the same code is once. A code that was not made for this voter and this choice confirms nothing. */
    @PostMapping("/bevestigen")
    @OpenToAll(because = LINK)
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") List<String> choice,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String seal,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            var chosen = numbers(choice);
            var receipt = desk.reveal(voter, code).filter(one -> isSealed(voter, chosen, one, seal));
            Answer answer;
            try {
                if (receipt.isEmpty() && !voters.hasVoted(voter)) {
                    throw new Refusal("wijkbudget.vote.refusal.seal");
                }
                answer = receipt.isEmpty() ? Answer.TWICE : desk.confirm(voter, chosen, receipt.get());
            } catch (Refusal refusal) {
                return views.refused(refusal, token, voter, desk.paper(voter).known(chosen), model, response);
            }
            return switch (answer) {
                case LATE -> views.late(desk.paper(voter).known(chosen), voter, model);
                case TWICE -> views.done(voter, model);
                case IN ->
                    "redirect:/stemmen/biljet/{token}/gestemd/" + desk.hide(voter, receipt.orElseThrow())
                            + BallotViews.language();
            };
        });
    }

    private boolean isSealed(Voter voter, List<Integer> choice, ReceiptCode code, String seal) {
        return MessageDigest.isEqual(
                desk.seal(voter, choice, code).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** The check code of who voted: again and in the other language, for some minutes. */
    @GetMapping("/gestemd/{sealed}")
    @OpenToAll(because = LINK)
    String voted(
            @PathVariable String token,
            @PathVariable String sealed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(token, request, response, voter -> {
            var code = desk.shown(voter, sealed);
            if (code.isEmpty()) {
                return BallotViews.ballotOf();
            }
            model.addAttribute("code", code.get());
            model.addAttribute("round", votes.numberOf(voter.round()));
            return "wijkbudget/ballot-in";
        });
    }

    /** What is no number becomes one that stands on no ballot. */
    private static List<Integer> numbers(List<String> choices) {
        return choices.stream()
                .map(choice -> choice.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(choice) : 0)
                .distinct()
                .toList();
    }

    private boolean isOpen(Voter voter) {
        return votes.find(voter.round())
                .filter(vote -> vote.isOpen(clock.instant()))
                .isPresent();
    }

    /** To who has a link that was mailed; a guess is told so. */
    private String answer(
            String token, HttpServletRequest request, HttpServletResponse response, Function<Voter, String> page) {
        return open(token, request, response).map(page).orElseGet(() -> BallotViews.none(response));
    }

    private Optional<Voter> open(String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var address = request.getRemoteAddr();
        if (throttle.isSpent("ballot-guess", address, limits.guessesAnHour(), Throttle.HOUR)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = voters.open(token);
        if (found.isEmpty()) {
            throttle.take("ballot-guess", address, limits.guessesAnHour(), Throttle.HOUR);
        }
        return found;
    }
}
