package org.samenspraak.advice;

import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes the paper for college or gemeenteraad, by one press from the dossier or from beside a task. */
@Controller
class OrganPaperPages {

    private final Cases cases;
    private final Papers papers;

    OrganPaperPages(Cases cases, Papers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @PostMapping("/zaken/{number}/nota")
    @Requires(Permission.WORK)
    String make(@PathVariable String number, SignedIn me, RedirectAttributes next) {
        var view = cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        if (!me.may(Permission.WORK, view.area())) {
            throw new AccessDeniedException(number);
        }
        try {
            if (view.status() != CaseStatus.OPEN) {
                throw new Refusal("casefile.refusal.case-ended");
            }
            var of = papers.make(view.id(), me.actor()).dossier();
            next.addFlashAttribute("notice", "advice.paper.made");
            next.addAttribute("number", of.number());
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
            next.addAttribute("number", number);
        }
        return "redirect:/zaken/{number}";
    }
}
