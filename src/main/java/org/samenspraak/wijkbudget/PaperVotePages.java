package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.PaperRows.Batch;
import org.samenspraak.wijkbudget.PaperRows.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Voting on paper for the office: cards given and taken in, piles of sheets entered twice, and differences decided. */
@Controller
@RequestMapping("/wijkbudget/{number}/papier")
class PaperVotePages {

    /** How many of the newest lots of cards are shown. */
    private static final int GIVEN = 20;

    private static final String BACK = "redirect:/wijkbudget/{number}/papier";

    private final VotedRounds voted;
    private final VoteRows votes;
    private final PaperRows rows;
    private final PaperDesk desk;
    private final Problems problems;

    PaperVotePages(VotedRounds voted, VoteRows votes, PaperRows rows, PaperDesk desk, Problems problems) {
        this.voted = voted;
        this.votes = votes;
        this.rows = rows;
        this.desk = desk;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(voted.of(number), me, model);
    }

    @PostMapping("/kaarten")
    @Requires(Permission.STEER_CASE)
    String issue(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(defaultValue = "0") int many,
            @RequestParam(defaultValue = "") String mail,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        return act(view, me, model, response, () -> {
            if (area == null) {
                throw Refusal.of("area", "wijkbudget.paper.refusal.area");
            }
            if (!mail.isBlank() && !FollowerMails.isAddress(mail.strip())) {
                throw Refusal.of("mail", "wijkbudget.vote.problem.mail");
            }
            var numbers = desk.issue(view.id(), new AreaId(area), many, mail, me.actor());
            notice(
                    next,
                    many == 1 ? "wijkbudget.paper.given-one" : "wijkbudget.paper.given",
                    many == 1 ? PaperDesk.shown(numbers.get(0)) : String.valueOf(many));
            return BACK;
        });
    }

    @PostMapping("/kaart")
    @Requires(Permission.STEER_CASE)
    String take(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        return act(view, me, model, response, () -> {
            var typed = card.replaceAll("[\\s.]", "");
            if (!typed.matches("\\d{1,9}")) {
                throw Refusal.of("card", "wijkbudget.paper.refusal.no-card", card.strip());
            }
            var of = Integer.parseInt(typed);
            var good = desk.take(view.id(), of, PaperDesk.REASONS.contains(reason) ? reason : null);
            var told = !good ? "online" : reason.isEmpty() ? "in" : "refused";
            notice(next, "wijkbudget.paper.card-" + told, PaperDesk.shown(of));
            return BACK;
        });
    }

    @PostMapping("/stapels")
    @Requires(Permission.STEER_CASE)
    String begin(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(defaultValue = "0") int sheets,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        return act(view, me, model, response, () -> {
            if (area == null) {
                throw Refusal.of("sheets", "wijkbudget.paper.refusal.area");
            }
            return BACK + "/stapels/" + desk.begin(view.id(), new AreaId(area), sheets);
        });
    }

    @GetMapping("/stapels/{batch}")
    @Requires(Permission.STEER_CASE)
    String batch(@PathVariable String number, @PathVariable UUID batch, SignedIn me, Model model) {
        var view = voted.of(number);
        return batchPage(view, batch(view, batch), me, model);
    }

    @PostMapping("/stapels/{batch}")
    @Requires(Permission.STEER_CASE)
    String enter(
            @PathVariable String number,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String lines,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        var found = batch(view, batch);
        try {
            desk.enter(found.id(), lines.strip().lines().toList(), me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("lines", lines);
            return refused(refusal, view, found, me, model, response);
        }
        return BACK + "/stapels/{batch}";
    }

    @PostMapping("/stapels/{batch}/weg")
    @Requires(Permission.STEER_CASE)
    String remove(
            @PathVariable String number,
            @PathVariable UUID batch,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        var found = batch(view, batch);
        return act(view, me, model, response, () -> {
            desk.remove(found.id(), me.actor());
            notice(next, "wijkbudget.paper.removed", String.valueOf(found.number()));
            return BACK;
        });
    }

    /** @param line of the sheets that differ, in their order */
    @PostMapping("/stapels/{batch}/beslissen")
    @Requires(Permission.STEER_CASE)
    String decide(
            @PathVariable String number,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String[] line,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        var found = batch(view, batch);
        var decided = new HashMap<Integer, String>();
        var open = rows.sheets(batch).stream().filter(Sheet::differs).toList();
        for (var at = 0; at < open.size() && at < line.length; at++) {
            decided.put(open.get(at).position(), line[at]);
        }
        try {
            desk.decide(found.id(), decided, me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("decided", decided);
            return refused(refusal, view, found, me, model, response);
        }
        return BACK + "/stapels/{batch}";
    }

    private interface Attempt {
        String run();
    }

    private String act(CaseView view, SignedIn me, Model model, HttpServletResponse response, Attempt attempt) {
        try {
            return attempt.run();
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(view, me, model);
        }
    }

    private String refused(
            Refusal refusal, CaseView view, Batch batch, SignedIn me, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return batchPage(view, batch, me, model);
    }

    private static void notice(RedirectAttributes next, String key, String... args) {
        next.addFlashAttribute("notice", key);
        next.addFlashAttribute("noticeArgs", args);
    }

    private String page(CaseView view, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("piles", rows.piles(view.id()));
        model.addAttribute("given", rows.given(view.id(), GIVEN));
        model.addAttribute("batches", rows.batches(view.id()));
        model.addAttribute("reasons", PaperDesk.REASONS);
        model.addAttribute("mayAct", mayAct(view, me));
        return "wijkbudget/paper";
    }

    private String batchPage(CaseView view, Batch batch, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("batch", batch);
        model.addAttribute("stage", stage(batch, me.person().value()));
        model.addAttribute("sheets", batch.secondBy() == null ? List.of() : rows.sheets(batch.id()));
        model.addAttribute("projects", desk.projects(view.id(), new AreaId(batch.area())));
        model.addAttribute("rejects", Arrays.asList(PaperLine.Reject.values()));
        model.asMap().putIfAbsent("decided", Map.of());
        return "wijkbudget/paper-batch";
    }

    /** What this person can do with it now. */
    private static String stage(Batch batch, UUID me) {
        if (batch.done()) {
            return "done";
        }
        var entered = me.equals(batch.firstBy()) || me.equals(batch.secondBy());
        if (batch.secondBy() != null) {
            return entered ? "wait-third" : "third";
        }
        return entered ? "wait-second" : batch.firstBy() == null ? "first" : "second";
    }

    private boolean mayAct(CaseView view, SignedIn me) {
        return me.may(Permission.STEER_CASE, view.area()) && votes.mayChange(view.id());
    }

    private Batch batch(CaseView view, UUID id) {
        return rows.batches(view.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
