package org.samenspraak.portal;

import org.samenspraak.council.PublicContacts;
import org.samenspraak.council.PublicContacts.Agreed;
import org.samenspraak.identity.ForCouncils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the chair or the secretary agrees to show of themselves on the public page of their council; of nobody else. */
@Controller
@RequestMapping(CouncilPublicSettingPages.PATH)
class CouncilPublicSettingPages {

    static final String PATH = "/raad/instellingen/openbaar";

    private final PublicContacts contacts;
    private final PromptViews words;

    CouncilPublicSettingPages(PublicContacts contacts, PromptViews words) {
        this.contacts = contacts;
        this.words = words;
    }

    @ForCouncils
    @GetMapping
    String show(CouncilMember me, Model model) {
        refuseOthers(me);
        model.addAttribute("me", me);
        model.addAttribute("function", words.function(me.function()));
        model.addAttribute("agreed", contacts.agreed(me.member()));
        return "portal/council-public";
    }

    @ForCouncils
    @PostMapping
    String agree(
            @RequestParam(defaultValue = "false") boolean name,
            @RequestParam(defaultValue = "false") boolean mail,
            CouncilMember me,
            RedirectAttributes next) {
        refuseOthers(me);
        contacts.agree(
                me.council().id(),
                me.council().name(),
                me.member(),
                new Agreed(name, mail),
                me.actor(words.function(me.function())));
        next.addFlashAttribute("notice", name || mail ? "portal.council.public.kept" : "portal.council.public.gone");
        return "redirect:" + PATH;
    }

    private static void refuseOthers(CouncilMember me) {
        if (!me.decides()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
