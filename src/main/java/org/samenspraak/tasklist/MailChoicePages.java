package org.samenspraak.tasklist;

import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which mails about their work somebody wants. */
@Controller
@RequestMapping("/mijn/mails")
class MailChoicePages {

    private final MailRows rows;

    MailChoicePages(MailRows rows) {
        this.rows = rows;
    }

    @GetMapping
    @Requires(Permission.OWN_ACCOUNT)
    String show(SignedIn me, Model model) {
        model.addAttribute("choice", rows.choice(me.person()));
        return "tasklist/mails";
    }

    /** What is not ticked is not sent; a language that is not written in is Dutch. */
    @PostMapping
    @Requires(Permission.OWN_ACCOUNT)
    String choose(
            SignedIn me,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(defaultValue = "false") boolean assigned,
            @RequestParam(defaultValue = "nl") String language,
            RedirectAttributes next) {
        rows.choose(me.person(), new MailChoice(digest, due, assigned, language.equals("en") ? "en" : "nl"));
        next.addFlashAttribute("notice", "tasklist.mails.kept");
        return "redirect:/mijn/mails";
    }
}
