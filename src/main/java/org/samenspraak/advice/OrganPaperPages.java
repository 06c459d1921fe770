package org.samenspraak.advice;

import java.util.Collections;
import java.util.Set;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
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

    private static final Set<GroupId> ORGANS = Set.of(GroupId.of("college"), GroupId.of("gemeenteraad"));

    private final Cases cases;
    private final Accounts accounts;
    private final ReplyCases replies;
    private final Papers papers;

    OrganPaperPages(Cases cases, Accounts accounts, ReplyCases replies, Papers papers) {
        this.cases = cases;
        this.accounts = accounts;
        this.replies = replies;
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
            refuseOthers(accounts.of(view.id()).dossier().number(), me);
            var of = papers.make(view.id(), me.actor()).dossier();
            next.addFlashAttribute("notice", "advice.paper.made");
            next.addAttribute("number", of.number());
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
            next.addAttribute("number", number);
        }
        return "redirect:/zaken/{number}";
    }

    /** Who replies to the points makes it, or who prepares the meeting that decides. */
    private void refuseOthers(String request, SignedIn me) {
        if (Collections.disjoint(me.groups(), ORGANS) && !replies.get(request).isRepliedBy(me)) {
            throw new Refusal("advice.refusal.paper-of-others");
        }
    }
}
