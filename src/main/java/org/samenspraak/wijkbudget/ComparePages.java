package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Count;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.CountRule.Method;
import org.samenspraak.voting.Election;
import org.samenspraak.voting.Outcome.Verdict;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What other ways of counting would give on the same ballots: those of a round, of a file, or made up. Nothing is kept or decided here. */
@Controller
@RequestMapping("/wijkbudget/{number}/vergelijken")
class ComparePages {

    /** Ballots that were made up, for who compares before anybody voted. */
    private static final ClassPathResource SAMPLE = new ClassPathResource("voting/sample.pb");

    private final Cases cases;
    private final BudgetRounds rounds;
    private final CountRows counts;
    private final FewBallots few;
    private final BudgetWords words;
    private final Problems problems;

    ComparePages(
            Cases cases, BudgetRounds rounds, CountRows counts, FewBallots few, BudgetWords words, Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.counts = counts;
        this.few = few;
        this.words = words;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(find(number), me, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String file(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
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
        return page(view, me, model);
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var hidden = few.hidden(view, me);
        var areas = counts.files(view.id()).stream()
                .filter(file -> !hidden.contains(file.area()))
                .map(file -> compared(file.name(), Counting.read(file.file())))
                .toList();
        model.addAttribute("case", view);
        model.addAttribute("methods", codes());
        model.addAttribute("areas", areas);
        if (areas.isEmpty()) {
            model.addAttribute("sample", compared(words.say("wijkbudget.compare.sample"), Counting.read(sample())));
        }
        return "wijkbudget/compare";
    }

    private static byte[] sample() {
        try {
            return SAMPLE.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Compared compared(String name, Election election) {
        var outcomes = Arrays.stream(Method.values())
                .map(method -> Count.of(election.with(by(election.rule(), method))))
                .toList();
        var rows = new ArrayList<Row>();
        for (var project : election.projects()) {
            var place = rows.size();
            rows.add(row(
                    project.id() + " " + project.name(),
                    outcomes.stream().map(one -> one.verdicts().get(place)).toList()));
        }
        return new Compared(
                name,
                rows,
                words.euros(election.budget()),
                outcomes.stream().map(one -> words.euros(one.spent())).toList());
    }

    private Row row(String project, List<Verdict> verdicts) {
        var chosen = verdicts.stream().map(Verdict::funded).toList();
        var why = new LinkedHashMap<String, List<String>>();
        for (var at = 0; at < verdicts.size() && chosen.contains(true) && chosen.contains(false); at++) {
            var step = verdicts.get(at).why();
            why.computeIfAbsent(words.say(step.key(), step.args()), said -> new ArrayList<>())
                    .add(words.say("wijkbudget.compare.method." + codes().get(at)));
        }
        return new Row(project, verdicts.get(0).votes(), chosen, why);
    }

    private static List<String> codes() {
        return Arrays.stream(Method.values())
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Only ballots can pay equal shares: other rankings are left out there. */
    private static CountRule by(CountRule rule, Method method) {
        return new CountRule(
                method,
                rule.shares(),
                rule.leastScore(),
                rule.cost(),
                rule.ties(),
                rule.seed(),
                method.isShares() ? new TreeMap<>() : rule.weights());
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    /** @param used money by each method, of the budget */
    record Compared(String name, List<Row> rows, String budget, List<String> used) {

        public boolean differs() {
            return rows.stream().anyMatch(row -> !row.why().isEmpty());
        }
    }

    /**
     * @param chosen by each method
     * @param why by what the count says, the methods that say it; empty when all agree
     */
    record Row(String project, long votes, List<Boolean> chosen, Map<String, List<String>> why) {}
}
