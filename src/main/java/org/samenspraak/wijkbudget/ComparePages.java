package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
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
    private final Comparing comparing;
    private final BudgetWords words;
    private final Problems problems;

    ComparePages(
            Cases cases,
            BudgetRounds rounds,
            CountRows counts,
            FewBallots few,
            Comparing comparing,
            BudgetWords words,
            Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.counts = counts;
        this.few = few;
        this.comparing = comparing;
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
                    "uploaded", comparing.compare(String.valueOf(file.getOriginalFilename()), file.getBytes()));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        }
        return page(view, me, model);
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var hidden = few.hidden(view, me);
        var areas = counts.files(view.id()).stream()
                .filter(file -> !hidden.contains(file.area()))
                .map(file -> comparing.compare(file.name(), file.file()))
                .toList();
        model.addAttribute("case", view);
        model.addAttribute("methods", Comparing.codes());
        model.addAttribute("areas", areas);
        if (areas.isEmpty()) {
            model.addAttribute("sample", comparing.compare(words.say("wijkbudget.compare.sample"), sample()));
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

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
