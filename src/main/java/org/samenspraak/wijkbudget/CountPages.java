package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.CountRows.AreaFile;
import org.samenspraak.wijkbudget.CountRows.Line;
import org.samenspraak.wijkbudget.VoteRows.Vote;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The count of a round for the office: turnout, counting, each step in words, and the files to count again. */
@Controller
@RequestMapping("/wijkbudget/{number}/tellen")
class CountPages {

    private static final String BACK = "redirect:/wijkbudget/{number}/tellen";

    private final VotedRounds voted;
    private final FewBallots few;
    private final VoteRows votes;
    private final BallotRows ballots;
    private final PaperRows paper;
    private final CountRows counts;
    private final Counting counting;
    private final ChoiceRules rules;
    private final BudgetWords words;
    private final Problems problems;

    CountPages(
            VotedRounds voted,
            FewBallots few,
            VoteRows votes,
            BallotRows ballots,
            PaperRows paper,
            CountRows counts,
            Counting counting,
            ChoiceRules rules,
            BudgetWords words,
            Problems problems) {
        this.voted = voted;
        this.few = few;
        this.votes = votes;
        this.ballots = ballots;
        this.paper = paper;
        this.counts = counts;
        this.counting = counting;
        this.rules = rules;
        this.words = words;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(voted.of(number), me, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String count(
            @PathVariable String number,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        if (!mayCount(view, me)) {
            throw new AccessDeniedException(number);
        }
        try {
            counting.count(view.id(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(view, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.count.done");
        return BACK;
    }

    @GetMapping("/{area}.pb")
    @Requires(Permission.SEE_OFFICE)
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID area, SignedIn me) {
        var found = area(number, area, me);
        return send(found.file(), found.name() + ".pb");
    }

    /** A sentence for each step, in the reader's language. */
    @GetMapping("/{area}.txt")
    @Requires(Permission.SEE_OFFICE)
    ResponseEntity<byte[]> steps(@PathVariable String number, @PathVariable UUID area, SignedIn me) {
        var found = area(number, area, me);
        var text = new StringBuilder(found.name()).append("\n\n");
        var at = 0;
        for (var sentence : sentences(found)) {
            at++;
            text.append(at).append(". ").append(sentence).append('\n');
        }
        return send(text.toString().getBytes(StandardCharsets.UTF_8), found.name() + ".txt");
    }

    /** The bytes that a recount of the file prints, to lay beside it. */
    @GetMapping("/{area}.csv")
    @Requires(Permission.SEE_OFFICE)
    ResponseEntity<byte[]> trace(@PathVariable String number, @PathVariable UUID area, SignedIn me) {
        var found = area(number, area, me);
        return send(found.steps(), found.name() + ".csv");
    }

    private List<String> sentences(AreaFile file) {
        return Counting.steps(file.file()).stream()
                .map(step -> words.say(step.key(), step.args()))
                .toList();
    }

    private static ResponseEntity<byte[]> send(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    private AreaFile area(String number, UUID area, SignedIn me) {
        var view = voted.of(number);
        if (!reads(view, me) || few.hidden(view, me).contains(area)) {
            throw new AccessDeniedException(number);
        }
        return counts.file(view.id(), area).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var vote = votes.find(view.id()).orElseThrow();
        var lines = counts.lines(view.id());
        model.addAttribute("case", view);
        model.addAttribute("vote", vote);
        model.addAttribute("rule", rules.of(view.id()));
        var reads = reads(view, me);
        model.addAttribute("reads", reads);
        model.addAttribute("turnout", reads ? ballots.turnout(view.id()) : List.of());
        model.addAttribute("piles", reads ? paper.piles(view.id()) : List.of());
        var files = reads ? counts.files(view.id()) : List.<AreaFile>of();
        var hidden = few.hidden(view, me);
        var read = files.stream().filter(file -> !hidden.contains(file.area())).toList();
        model.addAttribute(
                "areas", read.stream().map(file -> counted(file, lines)).toList());
        model.addAttribute("hidden", files.size() > read.size());
        model.addAttribute("least", BallotRows.LEAST);
        model.addAttribute("words", words);
        model.addAttribute("mayCount", mayCount(view, me) && isToCount(vote));
        return "wijkbudget/count";
    }

    private Counted counted(AreaFile file, List<Line> lines) {
        return new Counted(
                file,
                lines.stream().filter(line -> line.area().equals(file.area())).toList(),
                sentences(file));
    }

    private static boolean isToCount(Vote vote) {
        return vote.closedAt() != null && vote.settledAt() == null;
    }

    /** How many voted and what came of it: until the count is confirmed only for who counts and who looks after that. */
    private boolean reads(CaseView view, SignedIn me) {
        return !votes.mayChange(view.id()) || mayCount(view, me) || me.may(Permission.SEE_AUDIT, null);
    }

    private static boolean mayCount(CaseView view, SignedIn me) {
        return me.may(Permission.STEER_CASE, view.area());
    }

    /** @param steps of the count, in the reader's words */
    record Counted(AreaFile file, List<Line> lines, List<String> steps) {}
}
