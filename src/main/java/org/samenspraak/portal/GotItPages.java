package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.samenspraak.correspondence.CouncilPrompts;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.identity.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A council says that it got a question, behind its link or signed in; what was typed already is kept with it. */
@Controller
class GotItPages {

    private final GotIt gotIt;
    private final PromptForms forms;
    private final CouncilPrompts prompts;
    private final Links links;
    private final LinkTraffic traffic;

    GotItPages(GotIt gotIt, PromptForms forms, CouncilPrompts prompts, Links links, LinkTraffic traffic) {
        this.gotIt = gotIt;
        this.forms = forms;
        this.prompts = prompts;
        this.links = links;
        this.traffic = traffic;
    }

    @OpenToAll(because = PromptPages.LINK)
    @PostMapping("/v/{token}/ontvangen")
    String byLink(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request) {
        if (links.open(token, request) instanceof Opening.Open open && traffic.maySave(open, request)) {
            forms.keep(open, sent, model);
            gotIt.say(open);
        }
        return "redirect:/v/" + token;
    }

    @ForCouncils
    @PostMapping("/raad/vragen/{task}/ontvangen")
    String signedIn(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            CouncilMember me,
            Model model) {
        prompts.open(task, me.council().id(), me.member().details(), me.function())
                .ifPresent(open -> {
                    forms.keep(open, sent, model);
                    gotIt.say(open);
                });
        return "redirect:/raad/vragen/" + task;
    }
}
