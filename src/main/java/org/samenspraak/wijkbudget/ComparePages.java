package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Count;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.CountRule.Method;
import org.samenspraak.voting.Election;
import org.samenspraak.voting.Project;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What other ways of counting would give on the same ballots: those of a round, or of a file. Nothing is kept or decided here. */
@Controller
@RequestMapping("/wijkbudget/{number}/vergelijken")
class ComparePages {

    private final Cases cases;
    private final BudgetRounds rounds;
    private final CountRows counts;
    private final BudgetWords words;
    private final Problems problems;

    ComparePages(Cases cases, BudgetRounds rounds, CountRows counts, BudgetWords words, Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.counts = counts;
        this.words = words;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, Model model) {
        return page(find(number), model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String file(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var view = find(number);
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.of("file", "wijkbudget.compare.refusal.file");
            }
            model.addAttribute(
                    "uploaded", compared(String.valueOf(file.getOriginalFilename()), Counting.read(file.getBytes())));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        }
        return page(view, model);
    }

    private String page(CaseView view, Model model) {
        model.addAttribute("case", view);
        model.addAttribute(
                "areas",
                counts.files(view.id()).stream()
                        .map(file -> compared(file.name(), Counting.read(file.file())))
                        .toList());
        return "wijkbudget/compare";
    }

    private Compared compared(String name, Election election) {
        var methods = new ArrayList<ByMethod>();
        for (var method : Method.values()) {
            var funded = Count.of(election.with(by(election.rule(), method))).funded();
            var used = election.projects().stream()
                    .filter(project -> funded.contains(project.id()))
                    .mapToLong(Project::cost)
                    .sum();
            methods.add(new ByMethod(method.name().toLowerCase(Locale.ROOT), funded, words.euros(used)));
        }
        var projects = election.projects().stream()
                .map(project -> new Row(
                        project.id() + " " + project.name(),
                        methods.stream()
                                .map(one -> one.funded().contains(project.id()))
                                .toList()))
                .toList();
        return new Compared(
                name,
                methods.stream().map(ByMethod::code).toList(),
                projects,
                words.euros(election.budget()),
                methods.stream().map(ByMethod::used).toList());
    }

    /** Only ballots can pay equal shares: other rankings are left out there. */
    private static CountRule by(CountRule rule, Method method) {
        var shares =
                Arrays.asList(Method.EQUAL_SHARES, Method.EQUAL_SHARES_ADD1).contains(method);
        return new CountRule(
                method,
                rule.shares(),
                rule.leastScore(),
                rule.cost(),
                rule.ties(),
                rule.seed(),
                shares ? new TreeMap<>() : rule.weights());
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    private record ByMethod(String code, List<String> funded, String used) {}

    /**
     * @param methods in the order of the columns
     * @param used by each of them, of the budget
     */
    record Compared(String name, List<String> methods, List<Row> rows, String budget, List<String> used) {}

    record Row(String project, List<Boolean> chosen) {}
}
