package org.samenspraak.portal;

import org.samenspraak.council.Memberships;
import org.samenspraak.identity.ForCouncils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The members of a council, for themselves; changes are proposed, and the office confirms them. */
@Controller
class CouncilMemberPages {

    private final Memberships memberships;

    CouncilMemberPages(Memberships memberships) {
        this.memberships = memberships;
    }

    @ForCouncils
    @GetMapping("/raad/leden")
    String members(CouncilMember me, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("members", memberships.today(me.council().id()));
        return "portal/members";
    }
}
