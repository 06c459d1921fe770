package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.ProjectEdits.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A project: who made it words it anew, and each member of the committee scores it. */
@Controller
@RequestMapping("/wijkbudget/project/{number}")
class ProjectPages {

    private static final GroupId OFFICE = GroupId.of("participation-office");
    static final GroupId COMMITTEE = GroupId.of("committee-dialoogkamer");
    private static final String BACK = "redirect:/wijkbudget/project/{number}";

    private final BudgetProjects projects;
    private final ProjectEdits refining;
    private final ProjectScores scores;
    private final ProjectInterests interests;
    private final Problems problems;

    ProjectPages(
            BudgetProjects projects,
            ProjectEdits refining,
            ProjectScores scores,
            ProjectInterests interests,
            Problems problems) {
        this.projects = projects;
        this.refining = refining;
        this.scores = scores;
        this.interests = interests;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(number, projects.numbered(number), me, model);
    }

    @PostMapping("/woorden")
    @Requires(Permission.WORK)
    String refine(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String needs,
            @RequestParam(required = false) @Nullable List<String> theme,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = projects.numbered(number);
        if (!mayWord(me, project)) {
            throw new AccessDeniedException(number);
        }
        var words = new Words(
                title.strip(),
                summary.strip(),
                needs.isBlank() ? null : needs.strip(),
                theme == null ? List.of() : theme);
        try {
            refining.refine(project, version, words, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("words", words);
            return refused(refusal, number, project, me, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.project.refined");
        return BACK;
    }

    @PostMapping("/publiek")
    @Requires(Permission.WORK)
    String release(
            @PathVariable String number,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = projects.numbered(number);
        if (!mayWord(me, project)) {
            throw new AccessDeniedException(number);
        }
        try {
            refining.release(project, me.actor());
        } catch (Refusal refusal) {
            return refused(refusal, number, project, me, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.project.released");
        return BACK;
    }

    @PostMapping("/punten")
    @Requires(Permission.WORK)
    String score(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = ofMember(number, me);
        var points = points(project, sent);
        var wrong = scores.wrong(project, points);
        try {
            if (wrong.isEmpty()) {
                scores.score(project, points, me.actor());
            }
        } catch (Refusal refusal) {
            wrong = List.of(refusal);
        }
        if (!wrong.isEmpty()) {
            model.addAttribute("sent", sent.toSingleValueMap());
            problems.refuse(wrong, model, response);
            return page(number, project, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.project.scored");
        return BACK;
    }

    @PostMapping("/belang")
    @Requires(Permission.WORK)
    String declare(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = ofMember(number, me);
        try {
            interests.declare(project, why, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            return refused(refusal, number, project, me, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.project.declared");
        return BACK;
    }

    @PostMapping("/belang/terug")
    @Requires(Permission.WORK)
    String takeBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var project = ofMember(number, me);
        try {
            interests.takeBack(project, why, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            return refused(refusal, number, project, me, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.project.taken-back");
        return BACK;
    }

    private String refused(
            Refusal refusal,
            String number,
            BudgetProject project,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return page(number, project, me, model);
    }

    private String page(String number, BudgetProject project, SignedIn me, Model model) {
        var conflicts = interests.of(project);
        model.addAttribute("number", number);
        model.addAttribute("project", project);
        model.addAttribute("themes", ProjectEdits.THEMES);
        model.addAttribute("mayHide", mayWord(me, project));
        model.addAttribute("mayRefine", mayWord(me, project) && refining.mayRefine(project));
        model.addAttribute("mayRelease", mayWord(me, project) && refining.mayRelease(project));
        model.addAttribute("criteria", scores.criteria(project));
        model.addAttribute("most", scores.most(project));
        model.addAttribute("conflicts", List.copyOf(conflicts.values()));
        var hasInterest = conflicts.containsKey(me.actor().id());
        model.addAttribute("hasInterest", hasInterest);
        var mayScore = isMember(me) && interests.isOpen(project);
        model.addAttribute("mayScore", mayScore);
        var own = isMember(me) ? scores.own(project, me.actor()) : Map.<Integer, Integer>of();
        model.addAttribute("own", own);
        // who has still to score decides without the points of others, and who has an interest is left out
        var reads = !mayScore || !own.isEmpty();
        model.addAttribute("spread", reads ? scores.spread(project) : List.of());
        model.addAttribute("signed", reads ? scores.signed(project) : List.of());
        if (!model.containsAttribute("words")) {
            model.addAttribute(
                    "words", new Words(project.title(), project.summary(), project.needs(), project.themes()));
        }
        return "wijkbudget/project";
    }

    /** What was left open counts as nothing that can be given. */
    private List<Integer> points(BudgetProject project, MultiValueMap<String, String> sent) {
        var points = new ArrayList<Integer>();
        for (int i = 0; i < scores.criteria(project).size(); i++) {
            var typed = sent.getFirst("points" + i);
            points.add(typed != null && typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1);
        }
        return points;
    }

    static boolean mayWord(SignedIn me, BudgetProject project) {
        return me.groups().contains(OFFICE)
                || me.groups()
                        .contains(new GroupId("area-manager", project.area().toString()));
    }

    private static boolean isMember(SignedIn me) {
        return me.groups().contains(COMMITTEE);
    }

    private BudgetProject ofMember(String number, SignedIn me) {
        if (!isMember(me)) {
            throw new AccessDeniedException(number);
        }
        return projects.numbered(number);
    }
}
