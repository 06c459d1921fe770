package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.samenspraak.correspondence.LetterFourEyes;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of letters: which hold, and an editor that keeps what was typed whatever is wrong with it. */
@Controller
@RequestMapping("/beheer/brieven")
class LetterTextPages {

    private final LetterTexts texts;
    private final LetterFourEyes eyes;
    private final Problems problems;

    LetterTextPages(LetterTexts texts, LetterFourEyes eyes, Problems problems) {
        this.texts = texts;
        this.eyes = eyes;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @ModelAttribute("writes")
    boolean writes(SignedIn me) {
        return me.may(Permission.WRITE_RULES);
    }

    @ModelAttribute("operates")
    boolean operates(SignedIn me) {
        return me.may(Permission.SEE_OPERATION);
    }

    @GetMapping
    @Requires(Permission.SEE_RULES)
    String list(@RequestParam(name = "taal", defaultValue = "nl") String language, Model model) {
        model.addAttribute("rows", texts.all(texts.languages().contains(language) ? language : "nl"));
        model.addAttribute("language", language);
        model.addAttribute("languages", texts.languages());
        return "admin/letters";
    }

    @GetMapping("/{name}/{language}")
    @Requires(Permission.SEE_RULES)
    String show(@PathVariable String name, @PathVariable String language, Model model) {
        return page(name, language, texts.edited(name, language), "", model);
    }

    /**
     * Keeps the draft, and goes on with it. Who administers may publish it.
     *
     * @param then {@code publish}, {@code preview}, or nothing
     */
    @PostMapping("/{name}/{language}")
    @Requires(Permission.WRITE_RULES)
    String save(
            @PathVariable String name,
            @PathVariable String language,
            Written written,
            @RequestParam(defaultValue = "") String then,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (then.equals("publish") && !me.may(Permission.ADMINISTER)) {
            throw new AccessDeniedException(name);
        }
        var typed = written.typed();
        try {
            typed = texts.save(name, language, typed, me.actor());
            var wrong = texts.problems(name, language, typed);
            if (!wrong.isEmpty() && !then.equals("preview")) {
                return again(name, language, typed, written.note(), wrong, response, model);
            }
            if (then.equals("publish")) {
                if (me.may(Permission.DESIGN)) {
                    eyes.refuseOwn(name, language, me.actor());
                }
                texts.publish(name, language, typed, written.note(), me.actor());
            }
        } catch (Refusal refusal) {
            return again(name, language, typed, written.note(), List.of(refusal), response, model);
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(409);
            var theirs = texts.edited(name, language);
            model.addAttribute("theirs", theirs);
            return page(name, language, typed.over(theirs), written.note(), model);
        }
        if (then.equals("preview")) {
            return "redirect:/beheer/brieven/{name}/{language}/voorbeeld";
        }
        redirect.addFlashAttribute("notice", then.equals("publish") ? "admin.letter.published" : "admin.letter.kept");
        return "redirect:/beheer/brieven/{name}/{language}";
    }

    @PostMapping("/{name}/{language}/weg")
    @Requires(Permission.WRITE_RULES)
    String discard(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam long draft,
            RedirectAttributes redirect) {
        if (texts.discard(name, language, draft)) {
            redirect.addFlashAttribute("notice", "admin.letter.gone");
            return "redirect:/beheer/brieven";
        }
        redirect.addFlashAttribute("notice", "admin.letter.discarded");
        return "redirect:/beheer/brieven/{name}/{language}";
    }

    private String again(
            String name,
            String language,
            Typed typed,
            String note,
            List<Refusal> wrong,
            HttpServletResponse response,
            Model model) {
        problems.refuse(wrong, model, response);
        return page(name, language, typed, note, model);
    }

    private String page(String name, String language, Typed typed, String note, Model model) {
        model.addAttribute("text", texts.of(name, language));
        model.addAttribute("typed", typed);
        model.addAttribute("note", note);
        model.addAttribute("groups", texts.fields(name, language));
        model.addAttribute("languages", texts.languages());
        return "admin/letter";
    }

    /**
     * What the editor sends.
     *
     * @param draft version it was read from, 0 for none
     * @param published version that held then
     */
    record Written(String title, String body, String note, long draft, int published) {

        Written {
            title = title == null ? "" : title;
            body = body == null ? "" : body;
            note = note == null ? "" : note;
        }

        Typed typed() {
            return new Typed(title.strip(), body.replace("\r\n", "\n").strip(), draft, published);
        }
    }
}
