package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.web.Throttle;
import org.samenspraak.wijkbudget.BallotRows.Turnout;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.CountRows.AreaFile;
import org.samenspraak.wijkbudget.VoteRows.Vote;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where residents begin to vote: what can be chosen, by which rules, a link by mail, and afterwards whether their ballot counts. */
@Controller
@RequestMapping("/stemmen/{number}")
class VotePages {

    private static final String PUBLIC = "projects, rules and hashes that say nothing of a voter";
    private static final String ASK = "says and does the same for every address, and only mails its owner";
    private static final int LONGEST = 254;

    private final Cases cases;
    private final VoteRows votes;
    private final BallotRows ballots;
    private final FewBallots few;
    private final CountRows counts;
    private final BudgetDecisions decisions;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final Candidates candidates;
    private final ChoiceRules choices;
    private final RoundRules rules;
    private final Voters voters;
    private final BudgetWords words;
    private final Throttle throttle;
    private final BallotLimits limits;
    private final Clock clock;

    VotePages(
            Cases cases,
            VoteRows votes,
            BallotRows ballots,
            FewBallots few,
            CountRows counts,
            BudgetDecisions decisions,
            BudgetRounds rounds,
            BudgetAreas areas,
            Candidates candidates,
            ChoiceRules choices,
            RoundRules rules,
            Voters voters,
            BudgetWords words,
            Throttle throttle,
            BallotLimits limits,
            Clock clock) {
        this.cases = cases;
        this.votes = votes;
        this.ballots = ballots;
        this.few = few;
        this.counts = counts;
        this.decisions = decisions;
        this.rounds = rounds;
        this.areas = areas;
        this.candidates = candidates;
        this.choices = choices;
        this.rules = rules;
        this.voters = voters;
        this.words = words;
        this.throttle = throttle;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        return page(number, "", null, List.of(), model, response);
    }

    @PostMapping
    @OpenToAll(because = ASK)
    String ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam(defaultValue = "") String website,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var round = round(number);
        var vote = votes.find(round).orElseThrow();
        var problems = problems(round, vote, mail.strip(), area, declared);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(number, mail, area, problems, model, response);
        }
        if (!throttle.take("vote", request.getRemoteAddr(), limits.asksAnHour(), Throttle.HOUR)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(number, mail, area, List.of("wait"), model, response);
        }
        // no person sees that field: who fills it in is a program
        if (website.isEmpty() && area != null) {
            voters.ask(round, new AreaId(area), mail, LocaleContextHolder.getLocale());
        }
        return "redirect:/stemmen/{number}/gevraagd" + language();
    }

    private List<String> problems(CaseId round, Vote vote, String mail, @Nullable UUID area, boolean declared) {
        if (!vote.isOpen(clock.instant())) {
            return List.of("closed");
        }
        var problems = new ArrayList<String>();
        if (mail.length() > LONGEST || !FollowerMails.isAddress(mail)) {
            problems.add("mail");
        }
        if (area == null || !candidates.areas(round).contains(new AreaId(area))) {
            problems.add("area");
        }
        if (!declared) {
            problems.add("declared");
        }
        return problems;
    }

    @GetMapping("/gevraagd")
    @OpenToAll(because = ASK)
    String asked(@PathVariable String number, Model model, HttpServletResponse response) {
        quiet(response);
        model.addAttribute("number", number);
        model.addAttribute("limits", limits);
        model.addAttribute("vote", votes.find(round(number)).orElseThrow());
        return "wijkbudget/vote-asked";
    }

    /** Of a form that was sent: the address opened again, or in the other language. */
    @GetMapping("/nagaan")
    @OpenToAll(because = PUBLIC)
    String verifyAgain() {
        return "redirect:/stemmen/{number}" + language() + "#code";
    }

    /** By POST, so that the code stands in no log. */
    @PostMapping("/nagaan")
    @OpenToAll(because = PUBLIC)
    String verify(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        quiet(response);
        var round = round(number);
        var guesser = request.getRemoteAddr();
        var receipt = ReceiptCode.read(code)
                .filter(it -> !throttle.isSpent("code-guess", guesser, limits.guessesAnHour(), Throttle.HOUR))
                .filter(it -> ballots.has(round, it.hash()));
        model.addAttribute("said", receipt.isPresent() ? "wijkbudget.vote.counts" : missed(code, guesser, response));
        model.addAttribute("mark", receipt.map(ReceiptCode::mark).orElse(null));
        model.addAttribute("typed", code);
        model.addAttribute("number", number);
        model.addAttribute("vote", votes.find(round).orElseThrow());
        return "wijkbudget/vote-verified";
    }

    private String missed(String code, String guesser, HttpServletResponse response) {
        if (code.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "wijkbudget.vote.code-missing";
        }
        if (!throttle.take("code-guess", guesser, limits.guessesAnHour(), Throttle.HOUR)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return "wijkbudget.vote.problem.wait";
        }
        return "wijkbudget.vote.not-found";
    }

    /** From the close on: while ballots come in, a list would tell by its growth who voted when. */
    @GetMapping("/biljetten.txt")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<String> receipts(@PathVariable String number) {
        var round = round(number);
        if (votes.find(round).orElseThrow().closedAt() == null) {
            throw new NotFound("casefile.refusal.no-case");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(String.join("\n", ballots.receipts(round)) + "\n");
    }

    /** Where the file to count again was at first. */
    @GetMapping("/{area}.pb")
    @OpenToAll(because = PUBLIC)
    String file() {
        return "redirect:/publiek/wijkbudget/{number}/uitslag/{area}.pb";
    }

    private String page(
            String number,
            String mail,
            @Nullable UUID area,
            List<String> problems,
            Model model,
            HttpServletResponse response) {
        var round = round(number);
        var vote = votes.find(round).orElseThrow();
        var regulation = cases.get(round).regulation();
        model.addAttribute("number", number);
        model.addAttribute("roundTitle", rounds.get(round).title());
        model.addAttribute("stopped", rounds.get(round).stoppedReason() != null);
        model.addAttribute("vote", vote);
        model.addAttribute("open", vote.isOpen(clock.instant()));
        model.addAttribute("rule", choices.of(round));
        model.addAttribute("rules", rules.of(regulation, RoundRules.Part.CHOICE));
        model.addAttribute("areas", offers(round));
        var known = decisions.arePublic(round);
        model.addAttribute("known", known);
        var small = known ? few.of(round) : List.<Turnout>of();
        model.addAttribute("small", small.stream().map(Turnout::name).toList());
        model.addAttribute("files", known ? files(round, small) : List.of());
        model.addAttribute("words", words);
        model.addAttribute("mail", mail);
        model.addAttribute("area", area);
        model.addAttribute("problems", problems);
        model.addAttribute("limits", limits);
        quiet(response);
        return "wijkbudget/vote";
    }

    private List<AreaFile> files(CaseId round, List<Turnout> small) {
        return counts.files(round).stream()
                .filter(file -> small.stream().noneMatch(one -> one.area().equals(file.area())))
                .toList();
    }

    private static void quiet(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private List<Offer> offers(CaseId round) {
        return voting(round).stream()
                .map(share -> new Offer(share, candidates.of(round, share.area())))
                .toList();
    }

    private List<Share> voting(CaseId round) {
        return areas.of(round).stream().filter(Share::takesPart).toList();
    }

    /** Where residents vote; nothing before the choice begins, and nothing where a jury or the dialogue chooses. */
    private CaseId round(String number) {
        return cases.byNumber(number)
                .map(view -> view.id())
                .filter(id -> votes.find(id).isPresent() && choices.of(id).way().hasBallots())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "?lang=en" : "";
    }

    /** An area with what can be chosen there. */
    record Offer(Share area, List<Candidate> projects) {}
}
