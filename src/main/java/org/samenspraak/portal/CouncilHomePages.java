package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.CouncilPrompts;
import org.samenspraak.council.CouncilAgreements;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page of a council: what is asked of it. */
@Controller
class CouncilHomePages {

    /** More than a council is ever asked at once. */
    private static final int MOST = 200;

    /** The others stand on a page of their own. */
    private static final int AGREEMENTS = 5;

    private final CouncilPrompts prompts;
    private final CouncilAgreements agreements;
    private final Dates dates;

    CouncilHomePages(CouncilPrompts prompts, CouncilAgreements agreements, Dates dates) {
        this.prompts = prompts;
        this.agreements = agreements;
        this.dates = dates;
    }

    @ForCouncils
    @GetMapping("/raad")
    String home(
            @RequestParam(name = SignedInMembers.LEFT, required = false) @Nullable String left,
            CouncilMember me,
            Model model) {
        var asked = prompts.asked(me.council().id(), MOST).stream()
                .collect(Collectors.groupingBy(one -> dates.state(one.due())));
        model.addAttribute("me", me);
        model.addAttribute("asked", asked);
        if (left != null) {
            model.addAttribute("notice", "portal.council.home.left");
            model.addAttribute("noticeArgs", new Object[] {me.council().name()});
        }
        model.addAttribute("agreements", agreements.of(me.council().id(), false, null, AGREEMENTS));
        return "portal/home";
    }

    /**
     * For who is in two.
     *
     * @param task the question to go on with, or none
     */
    @ForCouncils
    @PostMapping("/raad/wissel")
    String choose(
            @RequestParam CouncilId council,
            @RequestParam(required = false) @Nullable String task,
            CouncilMember me,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (me.councils().containsKey(council)) {
            SignedInMembers.choose(request, council);
        }
        if (task == null) {
            return "redirect:/raad";
        }
        next.addAttribute("task", task);
        return "redirect:/raad/vragen/{task}";
    }
}
