package org.samenspraak.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of a council gets the city's mails, as the office sets it for the council. */
@Controller
@RequestMapping("/raden/{id}/mails")
class CouncilMailPages {

    private final CouncilDossiers dossiers;
    private final MailChoices choices;
    private final MeetingViews views;
    private final Problems problems;
    private final Audit audit;

    CouncilMailPages(
            CouncilDossiers dossiers, MailChoices choices, MeetingViews views, Problems problems, Audit audit) {
        this.dossiers = dossiers;
        this.choices = choices;
        this.views = views;
        this.problems = problems;
        this.audit = audit;
    }

    @GetMapping
    @Requires(Permission.EDIT_COUNCIL)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        var council = dossiers.toEdit(id, me);
        return page(council, MailForm.of(choices.of(council.id())), me, model);
    }

    @PostMapping
    @Requires(Permission.EDIT_COUNCIL)
    String choose(
            @PathVariable UUID id,
            @ModelAttribute("typed") MailForm typed,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            choices.choose(council.id(), typed.choice(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(council, typed, me, model);
        }
        next.addFlashAttribute("notice", "council.mails.kept");
        return "redirect:/raden/{id}";
    }

    /** Names addresses, so the trail tells who read them. */
    private String page(CouncilView council, MailForm typed, SignedIn me, Model model) {
        audit.read(Act.CONTACTS_SEEN, me.actor(), council.id().value(), council.name());
        model.addAttribute("council", council);
        model.addAttribute("path", "/raden/" + council.id() + "/mails");
        views.mails(council.id(), typed, model);
        return "council/mails";
    }
}
