package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Voting on paper for the office: cards given and taken in, and piles begun. */
@Controller
@RequestMapping("/wijkbudget/{number}/papier")
class PaperVotePages {

    /** How many of the newest lots of cards are shown. */
    private static final int GIVEN = 20;

    /** In place of a reason: the card did not come. */
    private static final String BY_SLIP = "slip";

    private static final String BACK = "redirect:/wijkbudget/{number}/papier";

    private final VotedRounds voted;
    private final VoteRows votes;
    private final PaperRows rows;
    private final PaperCards cards;
    private final PaperDesk desk;
    private final Problems problems;

    PaperVotePages(
            VotedRounds voted, VoteRows votes, PaperRows rows, PaperCards cards, PaperDesk desk, Problems problems) {
        this.voted = voted;
        this.votes = votes;
        this.rows = rows;
        this.cards = cards;
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
            @RequestParam(defaultValue = "") String many,
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
            var numbers = cards.issue(view.id(), new AreaId(area), number(many), mail, me.actor());
            var one = numbers.size() == 1;
            notice(
                    next,
                    one ? "wijkbudget.paper.given-one" : "wijkbudget.paper.given",
                    one ? PaperCards.shown(numbers.get(0)) : String.valueOf(numbers.size()));
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
            var typed = card.replaceAll("[\\s.-]", "");
            if (!typed.matches("\\d{1,9}")) {
                throw Refusal.of("card", "wijkbudget.paper.refusal.no-card", card.strip());
            }
            var of = Integer.parseInt(typed);
            if (reason.equals(BY_SLIP)) {
                cards.giveBack(view.id(), of, me.actor());
                notice(next, "wijkbudget.paper.card-out", PaperCards.shown(of));
                return BACK;
            }
            if (!reason.isEmpty() && !PaperCards.REASONS.contains(reason)) {
                throw Refusal.of("reason", "wijkbudget.paper.refusal.reason");
            }
            var good = cards.take(view.id(), of, reason.isEmpty() ? null : reason);
            var told = !good ? "online" : reason.isEmpty() ? "in" : "refused";
            notice(next, "wijkbudget.paper.card-" + told, PaperCards.shown(of));
            return BACK;
        });
    }

    @PostMapping("/stapels")
    @Requires(Permission.STEER_CASE)
    String begin(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(defaultValue = "") String sheets,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        return act(view, me, model, response, () -> {
            if (area == null) {
                throw Refusal.of("sheets", "wijkbudget.paper.refusal.area");
            }
            return BACK + "/stapels/" + desk.begin(view.id(), new AreaId(area), number(sheets));
        });
    }

    /** What is no number is none. */
    private static int number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : 0;
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

    private static void notice(RedirectAttributes next, String key, String... args) {
        next.addFlashAttribute("notice", key);
        next.addFlashAttribute("noticeArgs", args);
    }

    private String page(CaseView view, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("piles", rows.piles(view.id()));
        model.addAttribute("given", rows.given(view.id(), GIVEN));
        model.addAttribute("batches", rows.batches(view.id()));
        model.addAttribute("reasons", PaperCards.REASONS);
        model.addAttribute("mayAct", mayAct(view, me));
        model.addAttribute("mayRead", me.may(Permission.STEER_CASE, view.area()) || me.may(Permission.SEE_AUDIT, null));
        return "wijkbudget/paper";
    }

    private boolean mayAct(CaseView view, SignedIn me) {
        return me.may(Permission.STEER_CASE, view.area()) && votes.mayChange(view.id());
    }
}
