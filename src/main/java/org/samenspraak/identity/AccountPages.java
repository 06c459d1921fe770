package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: roles, and a new password. */
@Controller
class AccountPages {

    private final People people;
    private final Leads leads;
    private final Problems problems;

    AccountPages(People people, Leads leads, Problems problems) {
        this.people = people;
        this.leads = leads;
        this.problems = problems;
    }

    @GetMapping("/mijn")
    @Requires(Permission.OWN_ACCOUNT)
    String show(SignedIn me, Model model) {
        model.addAttribute("person", people.find(me.person()).orElseThrow());
        model.addAttribute("groups", people.groups().get(me.person()));
        model.addAttribute("leads", !leads.team(me.person()).isEmpty());
        return "identity/account";
    }

    @PostMapping("/mijn/wachtwoord")
    @Requires(Permission.OWN_ACCOUNT)
    String change(
            SignedIn me,
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            people.changePassword(me, currentPassword, password, session.getId());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return show(me, model);
        }
        redirect.addFlashAttribute("notice", "identity.account.saved");
        return "redirect:/mijn";
    }
}
