package org.samenspraak.admin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.web.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails that wait, went out or failed, and councils that mail doesn't reach. */
@Controller
class MessagePages {

    private static final String LIST = "/beheer/berichten";
    private static final int ROWS = 50;

    private final Outbox outbox;
    private final Prompts prompts;
    private final Cases cases;
    private final Councils councils;
    private final Audit audit;

    MessagePages(Outbox outbox, Prompts prompts, Cases cases, Councils councils, Audit audit) {
        this.outbox = outbox;
        this.prompts = prompts;
        this.cases = cases;
        this.councils = councils;
        this.audit = audit;
    }

    @Requires(Permission.SEE_OPERATION)
    @GetMapping(LIST)
    String list(@RequestParam(defaultValue = "WAITING") State state, @Nullable Long before, Model model) {
        var page = Page.of(outbox.page(state, before, ROWS + 1), ROWS, row -> Long.toString(row.seq()));
        model.addAttribute("page", page);
        model.addAttribute("state", state);
        model.addAttribute("states", State.values());
        model.addAttribute("server", outbox.hasServer());
        model.addAttribute(
                "unreached",
                prompts.unreached(ROWS).stream()
                        .map(row -> new UnreachedRow(
                                cases.get(row.caseId()).number(),
                                councils.get(row.council()).name(),
                                row))
                        .toList());
        return "admin/messages";
    }

    @Requires(Permission.SEE_OPERATION)
    @GetMapping(LIST + "/{id}")
    String show(@PathVariable UUID id, Model model, SignedIn me) {
        var sheet = outbox.sheet(id);
        var dossier = sheet.caseId() == null ? null : cases.get(sheet.caseId()).number();
        model.addAttribute("sheet", sheet);
        model.addAttribute("number", dossier);
        model.addAttribute("opensCases", me.may(Permission.SEE_OFFICE));
        var contacts = me.may(Permission.SEE_CONTACTS);
        model.addAttribute("maySeeContacts", contacts);
        model.addAttribute("linked", acts(me) && outbox.demoLink(id).isPresent());
        model.addAttribute("mayAct", me.may(Permission.ADMINISTER));
        if (contacts) {
            var about = dossier == null ? sheet.row().subject() : dossier;
            audit.read(Act.CONTACTS_SEEN, me.actor(), id, about);
        }
        return "admin/message";
    }

    /** In a demo councils are played by who shows it; the audit trail tells who that was. */
    @Requires(Permission.SEE_OPERATION)
    @GetMapping(LIST + "/{id}/link")
    String open(@PathVariable UUID id, SignedIn me) {
        if (!acts(me)) {
            throw new AccessDeniedException("link of " + id);
        }
        return "redirect:" + outbox.openDemoLink(id, me.actor());
    }

    /** An auditor only reads. */
    private static boolean acts(SignedIn me) {
        return me.may(Permission.WORK) || me.may(Permission.ADMINISTER);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(LIST + "/{id}/opnieuw")
    String resend(@PathVariable UUID id, SignedIn me, RedirectAttributes redirect) {
        outbox.resend(id, me.actor());
        return done(id, "admin.message.resent", redirect);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(LIST + "/{id}/intrekken")
    String withdraw(@PathVariable UUID id, SignedIn me, RedirectAttributes redirect) {
        outbox.withdraw(id, me.actor());
        return done(id, "admin.message.withdrawn", redirect);
    }

    private static String done(UUID id, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:" + LIST + "/" + id;
    }

    record UnreachedRow(String number, String council, Prompts.Unreached question) {}
}
