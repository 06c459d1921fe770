package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of a council: what is asked of it. */
@Controller
class CouncilHomePages {

    @ForCouncils
    @GetMapping("/raad")
    String home(CouncilMember me, Model model) {
        model.addAttribute("me", me);
        return "portal/home";
    }

    /** For who is in two. */
    @ForCouncils
    @PostMapping("/raad/wissel")
    String choose(@RequestParam CouncilId council, CouncilMember me, HttpServletRequest request) {
        if (me.councils().containsKey(council)) {
            SignedInMembers.choose(request, council);
        }
        return "redirect:/raad";
    }
}
