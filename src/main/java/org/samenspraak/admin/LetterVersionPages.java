package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a letter's text, two beside each other, and the way back to an earlier one. Number 0 is the shipped text. */
@Controller
@RequestMapping("/beheer/brieven/{name}/{language}/versies")
class LetterVersionPages {

    private final LetterTexts texts;
    private final Problems problems;

    LetterVersionPages(LetterTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping
    @Requires(Permission.SEE_RULES)
    String list(@PathVariable String name, @PathVariable String language, Model model) {
        model.addAttribute("text", texts.of(name, language));
        model.addAttribute("versions", texts.versions(name, language));
        return "admin/letter-versions";
    }

    @GetMapping("/vergelijk")
    @Requires(Permission.SEE_RULES)
    String compare(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam(name = "van", defaultValue = "0") int before,
            @RequestParam(name = "tot", defaultValue = "0") int after,
            Model model) {
        var old = texts.version(name, language, before);
        var now = texts.version(name, language, after);
        model.addAttribute("text", texts.of(name, language));
        model.addAttribute("before", old);
        model.addAttribute("after", now);
        model.addAttribute(
                "lines", LineChanges.between(old.title() + "\n\n" + old.body(), now.title() + "\n\n" + now.body()));
        return "admin/letter-compare";
    }

    @PostMapping("/{version}/terug")
    @Requires(Permission.ADMINISTER)
    String restore(
            @PathVariable String name,
            @PathVariable String language,
            @PathVariable int version,
            @RequestParam int published,
            @RequestParam(defaultValue = "") String note,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            texts.restore(name, language, version, published, note, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("note", note);
            return compare(name, language, published, version, model);
        }
        redirect.addFlashAttribute("notice", "admin.letter.restored");
        return "redirect:/beheer/brieven/{name}/{language}/versies";
    }
}
