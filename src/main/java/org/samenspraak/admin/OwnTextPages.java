package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.samenspraak.correspondence.OwnTexts;
import org.samenspraak.correspondence.OwnTexts.NewText;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins a letter or mail of the city's own, for a model of its own. */
@Controller
@RequestMapping("/beheer/brieven/nieuw")
class OwnTextPages {

    private final OwnTexts texts;
    private final Problems problems;
    private final MessageSource messages;

    OwnTextPages(OwnTexts texts, Problems problems, MessageSource messages) {
        this.texts = texts;
        this.problems = problems;
        this.messages = messages;
    }

    @ModelAttribute("operates")
    boolean operates(SignedIn me) {
        return me.may(Permission.SEE_OPERATION);
    }

    @GetMapping
    @Requires(Permission.WRITE_RULES)
    String show(Model model) {
        return page(new Typed("", "", "", ""), model);
    }

    @PostMapping
    @Requires(Permission.WRITE_RULES)
    String add(Typed typed, SignedIn me, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        try {
            texts.add(typed.text(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(typed, model);
        }
        redirect.addFlashAttribute("notice", "admin.letter.begun");
        redirect.addAttribute("name", typed.name().strip());
        return "redirect:/beheer/brieven/{name}/nl";
    }

    private String page(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "kinds",
                texts.kinds().stream()
                        .map(kind -> new Option(kind, say("admin.letters.kind." + kind)))
                        .toList());
        model.addAttribute(
                "folders",
                texts.folders().stream().map(it -> new Option(it, called(it))).toList());
        model.addAttribute("forms", forms());
        return "admin/letter-new";
    }

    /** What the workbench calls a trajectory of the product; one of the office by its folder. */
    private String called(String folder) {
        return String.valueOf(
                messages.getMessage("designer.folder." + folder, null, folder, LocaleContextHolder.getLocale()));
    }

    private List<Option> forms() {
        return texts.forms().stream()
                .map(form ->
                        new Option(form.id(), form.title(LocaleContextHolder.getLocale()) + " (" + form.id() + ")"))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** What the page sends. */
    record Typed(String name, String folder, String kind, String decision) {

        Typed {
            name = name == null ? "" : name;
            folder = folder == null ? "" : folder;
            kind = kind == null ? "" : kind;
            decision = decision == null ? "" : decision;
        }

        NewText text() {
            return new NewText(name, folder, kind, decision);
        }
    }
}
