package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.CohortActs.Done;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** All ideas of a round: where each stands, which look alike, what is owed, and the same act on many. */
@Controller
@RequestMapping("/wijkbudget/{number}/ideeen")
class CohortPages {

    private static final int ROWS = 50;
    private static final GroupId OFFICE = GroupId.of("participation-office");
    private static final String BACK = "redirect:/wijkbudget/{number}/ideeen";

    private final Cases cases;
    private final BudgetRounds rounds;
    private final BudgetAreas areas;
    private final CohortRows rows;
    private final CohortActs acts;
    private final BudgetProjects projects;
    private final BudgetWords words;
    private final RoleNames roles;
    private final Problems problems;

    CohortPages(
            Cases cases,
            BudgetRounds rounds,
            BudgetAreas areas,
            CohortRows rows,
            CohortActs acts,
            BudgetProjects projects,
            BudgetWords words,
            RoleNames roles,
            Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.areas = areas;
        this.rows = rows;
        this.acts = acts;
        this.projects = projects;
        this.words = words;
        this.roles = roles;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String number,
            Filter filter,
            @RequestParam(required = false) @Nullable String na,
            SignedIn me,
            Model model) {
        return page(find(number), filter, na, me, model);
    }

    @PostMapping("/publiek")
    @Requires(Permission.WORK)
    String publish(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<UUID> idea,
            @RequestParam(defaultValue = "") Set<String> seen,
            Filter filter,
            SignedIn me,
            RedirectAttributes next) {
        var round = toJudge(number, me);
        return told(acts.publish(round.id(), chosen(idea), seen, me.actor()), filter, next);
    }

    @PostMapping("/toelaten")
    @Requires(Permission.WORK)
    String admit(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<UUID> idea,
            Filter filter,
            SignedIn me,
            RedirectAttributes next) {
        var round = toJudge(number, me);
        return told(acts.admit(round.id(), chosen(idea), me.actor()), filter, next);
    }

    @PostMapping("/project")
    @Requires(Permission.WORK)
    String project(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<UUID> idea,
            @RequestParam(defaultValue = "") String title,
            Filter filter,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var round = toJudge(number, me);
        try {
            acts.makeProject(round.id(), title, chosen(idea), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("projectTitle", title);
            model.addAttribute("chosen", chosen(idea));
            return page(round, filter, null, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.cohort.project-made");
        return back(filter, next);
    }

    private String page(CaseView view, Filter filter, @Nullable String na, SignedIn me, Model model) {
        var page = Page.of(
                rows.page(view.id(), filter.stands(), filter.area(), na, ROWS + 1), ROWS, CohortRows.Row::number);
        model.addAttribute("case", view);
        model.addAttribute("counts", rows.counts(view.id(), filter.area()));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "areas", areas.of(view.id()).stream().filter(Share::takesPart).toList());
        model.addAttribute("rows", page.rows());
        model.addAttribute("words", words);
        model.addAttribute(
                "owed",
                rows.owed(view.id()).stream()
                        .map(one -> words.say("wijkbudget.cohort.owed", roles.of(GroupId.parse(one.by())), one.many()))
                        .toList());
        model.addAttribute("projects", projects.lines(view.id()));
        var phase = rounds.get(view.id()).phase();
        model.addAttribute("mayJudge", mayJudge(me) && (phase == null || phase.compareTo(Phase.FEASIBILITY) <= 0));
        model.addAttribute("toRead", page.rows().stream().anyMatch(CohortRows.Row::isUnread));
        model.addAttribute(
                "toCheck",
                phase != null
                        && phase != Phase.CALL
                        && page.rows().stream().anyMatch(row -> row.stands(Idea.State.IN)));
        model.addAttribute("toUse", page.rows().stream().anyMatch(row -> row.stands(Idea.State.ADMITTED)));
        model.addAttribute("more", page.next() == null ? null : more(view, filter, page.next()));
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", List.of());
        }
        return "wijkbudget/cohort";
    }

    private static String more(CaseView view, Filter filter, String after) {
        return UriComponentsBuilder.fromPath("/wijkbudget/" + view.number() + "/ideeen")
                .queryParamIfPresent("stands", Optional.ofNullable(filter.stands()))
                .queryParamIfPresent("area", Optional.ofNullable(filter.area()))
                .queryParam("na", after)
                .toUriString();
    }

    /** To the ideas that the reader had before them. */
    private static String back(Filter filter, RedirectAttributes next) {
        next.addAttribute("stands", filter.stands());
        next.addAttribute("area", filter.area());
        return BACK;
    }

    private String told(Done done, Filter filter, RedirectAttributes next) {
        var left = done.left().stream()
                .map(one -> one.title() + ": "
                        + words.say(one.why().messageKey(), one.why().args()))
                .collect(Collectors.joining(" "));
        var said = new Object[] {done.done(), done.left().size(), left};
        if (done.done() == 0) {
            next.addFlashAttribute("refusal", new Refusal("wijkbudget.cohort.done", said));
        } else {
            next.addFlashAttribute("notice", "wijkbudget.cohort.done");
            next.addFlashAttribute("noticeArgs", said);
        }
        return back(filter, next);
    }

    /** Those who get the tasks of ideas. */
    private static boolean mayJudge(SignedIn me) {
        return me.groups().contains(OFFICE);
    }

    private CaseView toJudge(String number, SignedIn me) {
        var view = find(number);
        if (!mayJudge(me)) {
            throw new AccessDeniedException(number);
        }
        return view;
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    private static List<UUID> chosen(@Nullable List<UUID> idea) {
        return idea == null ? List.of() : idea;
    }

    /** Which ideas the table shows; none for all. */
    record Filter(@Nullable String stands, @Nullable UUID area) {

        Filter {
            stands = stands != null && stands.matches("[A-Z_]{2,16}") ? stands : null;
        }
    }
}
