package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.Idea.Words;
import org.samenspraak.wijkbudget.SignedLetters.Act;
import org.samenspraak.wijkbudget.SignedLetters.Change;
import org.samenspraak.wijkbudget.SignedLetters.Letter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an official notes a signed letter about an idea; the dossier leads there while there is something to note. */
@Controller
@RequestMapping("/wijkbudget/idee/{number}/brief")
class SignedLetterPages implements DossierSection {

    private final SignedLetters letters;
    private final Ideas ideas;
    private final Cases cases;
    private final BudgetWords texts;
    private final Problems problems;

    SignedLetterPages(SignedLetters letters, Ideas ideas, Cases cases, BudgetWords texts, Problems problems) {
        this.letters = letters;
        this.ideas = ideas;
        this.cases = cases;
        this.texts = texts;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String show(@PathVariable String number, Model model) {
        var idea = idea(number);
        return page(idea, new Typed("", "", "", now(idea)), number, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String keep(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String idea,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String cost,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var one = idea(number);
        var words = new Words(title.strip(), idea.strip(), need.strip(), place.strip());
        var change = new Change(version, words, cost);
        var sent = file == null || file.isEmpty() ? null : file;
        try {
            var letter = new Letter(
                    TypedDay.read("on", on, "wijkbudget.refusal.letter-when"),
                    reason,
                    sent == null ? null : sent.getOriginalFilename(),
                    sent == null ? null : sent.getInputStream(),
                    change);
            letters.keep(one, what, letter, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(one, new Typed(what, on, reason, change), number, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.signed.kept");
        return "redirect:/zaken/{number}";
    }

    private Change now(Idea idea) {
        var cents = idea.cents();
        return new Change(idea.version(), idea.words(), cents == null ? "" : texts.euros(cents));
    }

    private String page(Idea idea, Typed typed, String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("one", idea);
        var choices = letters.choices(idea);
        model.addAttribute("choices", choices);
        model.addAttribute("mayChange", choices.stream().anyMatch(one -> one.act() == Act.CHANGE));
        model.addAttribute("typed", typed);
        return "wijkbudget/signed";
    }

    private Idea idea(String number) {
        return cases.byNumber(number)
                .flatMap(view -> ideas.find(view.id()))
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    @Override
    public String titleKey() {
        return "wijkbudget.signed.section";
    }

    @Override
    public String template() {
        return "wijkbudget/signed-section";
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return letters.about(view)
                .filter(idea -> !letters.choices(idea).isEmpty())
                .isPresent();
    }

    @Override
    public Object data(CaseView view) {
        return letters.about(view)
                .map(idea -> cases.get(idea.caseId()).number())
                .orElseThrow();
    }

    /** As it was typed. */
    record Typed(String what, String on, String reason, Change change) {}
}
