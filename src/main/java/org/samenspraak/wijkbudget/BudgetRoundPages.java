package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.BudgetRounds.Round;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A round for the office: its phases, its money with the reason of each amount, how areas are reached, and its rules. */
@Controller
@RequestMapping("/wijkbudget/{number}")
class BudgetRoundPages {

    private static final String BACK = "redirect:/wijkbudget/{number}";

    private final Cases cases;
    private final BudgetRounds rounds;
    private final PhasePlan plan;
    private final BudgetAreas areas;
    private final BudgetMoney money;
    private final RoundRules rules;
    private final PhaseMoves moves;
    private final Dialogues dialogue;
    private final ProjectAnswers answers;
    private final UnreadyProjects unready;
    private final UndecidedIdeas undecided;
    private final VoteRows votes;
    private final LotDesk lot;
    private final RoundStops stops;
    private final BudgetWords words;
    private final Dates dates;
    private final Problems problems;

    BudgetRoundPages(
            Cases cases,
            BudgetRounds rounds,
            PhasePlan plan,
            BudgetAreas areas,
            BudgetMoney money,
            RoundRules rules,
            PhaseMoves moves,
            Dialogues dialogue,
            ProjectAnswers answers,
            UnreadyProjects unready,
            UndecidedIdeas undecided,
            VoteRows votes,
            LotDesk lot,
            RoundStops stops,
            BudgetWords words,
            Dates dates,
            Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.plan = plan;
        this.areas = areas;
        this.money = money;
        this.rules = rules;
        this.moves = moves;
        this.dialogue = dialogue;
        this.answers = answers;
        this.unready = unready;
        this.undecided = undecided;
        this.votes = votes;
        this.lot = lot;
        this.stops = stops;
        this.words = words;
        this.dates = dates;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(find(number), me, model);
    }

    @GetMapping("/fase/{phase}")
    @Requires(Permission.STEER_CASE)
    String phase(@PathVariable String number, @PathVariable String phase, SignedIn me, Model model) {
        return phasePage(toSteer(number, me), phase, model);
    }

    /** @param seen the last day that the reader of what would change saw it had; none before they read that */
    @PostMapping("/fase/{phase}")
    @Requires(Permission.STEER_CASE)
    String move(
            @PathVariable String number,
            @PathVariable String phase,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = toSteer(number, me);
        var days = find(view, phase);
        try {
            var day = TypedDay.read("ends", ends, "wijkbudget.refusal.no-day");
            var isRead = !seen.isEmpty() && (seen.equals(days.ends().toString()) || day.equals(days.ends()));
            if (!isRead) {
                model.addAttribute("shifts", moves.foresee(view.id(), days.phase(), day, reason));
                model.addAttribute("ends", day);
                model.addAttribute("reason", reason);
                return phasePage(view, phase, model);
            }
            moves.move(view.id(), days.phase(), day, reason, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("ends", ends);
            model.addAttribute("reason", reason);
            return phasePage(view, phase, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.round.moved");
        return BACK;
    }

    @PostMapping("/reglement")
    @Requires(Permission.STEER_CASE)
    String follow(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = toSteer(number, me);
        try {
            rules.follow(view.id(), version, reason, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("reason", reason);
            return page(view, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.round.followed");
        return BACK;
    }

    /** Departments were asked, and nobody chooses yet. */
    private static boolean isSoonChosen(Round round) {
        return round.phase() == Phase.FEASIBILITY || round.phase() == Phase.ADVICE;
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var round = rounds.get(view.id());
        var shares = areas.of(view.id());
        model.addAttribute("case", view);
        model.addAttribute("round", round);
        addPhases(view, round, me, model);
        model.addAttribute("words", words);
        model.addAttribute("shares", shares);
        model.addAttribute("reached", dialogue.reach(view.id()));
        model.addAttribute("groups", Dialogues.GROUPS);
        model.addAttribute("unready", isSoonChosen(round) ? unready.of(view.id()) : List.of());
        model.addAttribute("undecided", undecided.counts(view.id()));
        model.addAttribute("owing", answers.owing(view.id(), dates.today()));
        model.addAttribute("areas", money.lines(round.money(), shares));
        model.addAttribute("start", money.start(round.money(), shares));
        model.addAttribute("sum", shares.stream().mapToLong(Share::cents).sum());
        var locked = rules.locked(view.id());
        model.addAttribute(
                "parts",
                Arrays.stream(RoundRules.Part.values())
                        .map(part ->
                                new PartView(part.code(), locked.contains(part), rules.of(view.regulation(), part)))
                        .toList());
        model.addAttribute("mayStop", me.may(Permission.STEER_CASE, view.area()) && stops.isOffered(view.id()));
        model.addAttribute("stopProposed", stops.proposed(view.id()).isPresent());
        model.addAttribute("hasVote", votes.find(view.id()).isPresent());
        model.addAttribute("mayReadLot", mayReadLot(me) && lot.isOffered(view.id()));
        model.addAttribute("regulation", rules.title(view.regulation()));
        model.addAttribute("newer", rules.newer(view.regulation()));
        return "wijkbudget/round";
    }

    private void addPhases(CaseView view, Round round, SignedIn me, Model model) {
        var maySteer = me.may(Permission.STEER_CASE, view.area());
        var phases = rounds.phases(view.id());
        model.addAttribute("maySteer", maySteer);
        model.addAttribute("phases", lines(phases));
        model.addAttribute(
                "planned", phases.isEmpty() ? lines(plan.from(view.regulation(), round.opens())) : List.of());
        model.addAttribute(
                "now",
                round.phase() == null || round.stoppedReason() != null
                        ? null
                        : round.phase().code());
        model.addAttribute("today", dates.today());
        model.addAttribute(
                "movable",
                phases.stream()
                        .filter(days -> maySteer && moves.mayMove(view, days))
                        .map(days -> days.phase().code())
                        .toList());
    }

    private static List<PhaseLine> lines(List<PhaseDays> phases) {
        return phases.stream()
                .map(days -> new PhaseLine(days.phase().code(), days.begins(), days.ends()))
                .toList();
    }

    private String phasePage(CaseView view, String phase, Model model) {
        var days = find(view, phase);
        model.addAttribute("case", view);
        model.addAttribute("days", days);
        model.addAttribute("name", words.say("wijkbudget.phase." + days.phase().code()));
        model.addAttribute("mayMove", moves.mayMove(view, days));
        model.addAttribute("isOver", view.status() != CaseStatus.OPEN);
        model.addAttribute("earliest", moves.earliest(view.id(), days));
        model.addAttribute("latest", moves.latest(view.id(), days));
        return "wijkbudget/phase";
    }

    static boolean mayReadLot(SignedIn me) {
        return me.may(Permission.STEER_CASE, null) || me.may(Permission.SEE_AUDIT, null);
    }

    private PhaseDays find(CaseView view, String phase) {
        return rounds.phases(view.id()).stream()
                .filter(days -> days.phase().code().equals(phase))
                .findFirst()
                .orElseThrow(() -> new NotFound("wijkbudget.refusal.not-adopted"));
    }

    private CaseView toSteer(String number, SignedIn me) {
        var view = find(number);
        if (!me.may(Permission.STEER_CASE, view.area())) {
            throw new AccessDeniedException(number);
        }
        return view;
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    record PhaseLine(String phase, LocalDate begins, LocalDate ends) {}

    record PartView(String part, boolean locked, List<RoundRules.RuleView> rules) {}
}
