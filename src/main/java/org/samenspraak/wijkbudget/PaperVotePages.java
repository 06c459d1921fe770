package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
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

    /** In place of a reason: the card did not come. */
    private static final String BY_SLIP = "slip";

    private static final String BACK = "redirect:/wijkbudget/{number}/papier";

    private final VotedRounds voted;
    private final VoteRows votes;
    private final PaperRows rows;
    private final PaperCards cards;
    private final PaperDesk desk;
    private final People people;
    private final Problems problems;

    PaperVotePages(
            VotedRounds voted,
            VoteRows votes,
            PaperRows rows,
            PaperCards cards,
            PaperDesk desk,
            People people,
            Problems problems) {
        this.voted = voted;
        this.votes = votes;
        this.rows = rows;
        this.cards = cards;
        this.desk = desk;
        this.people = people;
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
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        var found = batch(view, batch);
        try {
            desk.remove(found.id(), why, me.actor(), me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            return refused(refusal, view, found, me, model, response);
        }
        notice(next, "wijkbudget.paper.removed", String.valueOf(found.number()));
        return BACK;
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
        model.addAttribute("reasons", PaperCards.REASONS);
        model.addAttribute("mayAct", mayAct(view, me));
        return "wijkbudget/paper";
    }

    private String batchPage(CaseView view, Batch batch, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("batch", batch);
        model.addAttribute("stage", stage(batch, me.person().value()));
        model.addAttribute("sheets", batch.secondBy() == null ? List.of() : rows.sheets(batch.id()));
        model.addAttribute("projects", desk.projects(view.id(), new AreaId(batch.area())));
        model.addAttribute("names", names(batch));
        model.addAttribute("rejects", Arrays.asList(PaperLine.Reject.values()));
        model.asMap().putIfAbsent("decided", Map.of());
        return "wijkbudget/paper-batch";
    }

    /** Who entered it, and who decided. */
    private List<String> names(Batch batch) {
        var ids = Stream.of(batch.firstBy(), batch.secondBy(), batch.thirdBy())
                .flatMap(Stream::ofNullable)
                .map(PersonId::new)
                .toList();
        var names = people.names(Set.copyOf(ids));
        return ids.stream().map(id -> names.getOrDefault(id, "")).toList();
    }

    /** What this person can do with it now. */
    private static String stage(Batch batch, UUID me) {
        if (batch.done()) {
            return "done";
        }
        var entered = batch.enteredBy(me);
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
