package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.MailForm;
import org.samenspraak.council.MeetingViews;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of a council gets the city's mails, as chair and secretary choose it. */
@Controller
@RequestMapping(CouncilMailSettingPages.PATH)
class CouncilMailSettingPages {

    static final String PATH = "/raad/instellingen/mails";

    private final MailChoices choices;
    private final MeetingViews views;
    private final PromptViews words;
    private final Problems problems;

    CouncilMailSettingPages(MailChoices choices, MeetingViews views, PromptViews words, Problems problems) {
        this.choices = choices;
        this.views = views;
        this.words = words;
        this.problems = problems;
    }

    @ForCouncils
    @GetMapping
    String show(CouncilMember me, Model model) {
        refuseOthers(me);
        return page(me, MailForm.of(choices.of(me.council().id())), model);
    }

    @ForCouncils
    @PostMapping
    String choose(
            @ModelAttribute("typed") MailForm typed,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        refuseOthers(me);
        try {
            choices.choose(me.council().id(), typed.choice(), me.actor(words.function(me.function())));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(me, typed, model);
        }
        next.addFlashAttribute("notice", "council.mails.kept");
        return "redirect:/raad/instellingen";
    }

    /** The page shows addresses of other members. */
    private static void refuseOthers(CouncilMember me) {
        if (!me.decides()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private String page(CouncilMember me, MailForm typed, Model model) {
        model.addAttribute("path", PATH);
        model.addAttribute("forCouncil", me.council().id());
        views.mails(me.council().id(), typed, model);
        return "portal/council-mails";
    }
}
