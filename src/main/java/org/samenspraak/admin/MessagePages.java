package org.samenspraak.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.MessageDesk;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

    static final String LIST = "/beheer/berichten";
    private static final int ROWS = 50;

    private final Outbox outbox;
    private final MessageDesk desk;
    private final Prompts prompts;
    private final Cases cases;
    private final Councils councils;
    private final Audit audit;
    private final Municipality municipality;
    private final MessageSource texts;

    MessagePages(
            Outbox outbox,
            MessageDesk desk,
            Prompts prompts,
            Cases cases,
            Councils councils,
            Audit audit,
            Municipality municipality,
            MessageSource texts) {
        this.outbox = outbox;
        this.desk = desk;
        this.prompts = prompts;
        this.cases = cases;
        this.councils = councils;
        this.audit = audit;
        this.municipality = municipality;
        this.texts = texts;
    }

    @Requires(Permission.SEE_OPERATION)
    @GetMapping(LIST)
    String list(MessageListing asked, @Nullable Long before, Model model, SignedIn me) {
        // in a demo nothing waits for long, and what left has the links
        var listing = asked.or(desk.isDemo() ? State.SENT : State.WAITING);
        var dossier = Optional.ofNullable(listing.number())
                .filter(number -> !number.isEmpty())
                .flatMap(cases::byNumber);
        var unknown =
                dossier.isEmpty() && !Objects.requireNonNull(listing.number()).isEmpty();
        var filter = listing.filter(dossier, me.may(Permission.SEE_CONTACTS), municipality);
        var rows = unknown ? List.<Outbox.Row>of() : desk.page(filter, before, ROWS + 1);
        var page = Page.of(rows, ROWS, row -> Long.toString(row.seq()));
        model.addAttribute("page", page);
        model.addAttribute("older", page.next() == null ? null : listing.url(filter.state(), page.next()));
        model.addAttribute("unknown", unknown);
        model.addAttribute("states", State.values());
        model.addAttribute("listing", listing);
        model.addAttribute("server", outbox.hasServer());
        model.addAttribute("demo", desk.isDemo());
        model.addAttribute("flow", desk.flow());
        model.addAttribute("mayAct", me.may(Permission.ADMINISTER) && filter.state() != State.WITHDRAWN);
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

    /** Many at once; the list then says of each what came of it. */
    @Requires(Permission.ADMINISTER)
    @PostMapping(LIST + "/gekozen/opnieuw")
    String resendChosen(
            @RequestParam(required = false) @Nullable List<UUID> mail,
            @RequestParam(defaultValue = "WAITING") State state,
            SignedIn me,
            RedirectAttributes redirect) {
        return done("opnieuw", desk.resend(chosen(mail), me.actor()), state, redirect);
    }

    @Requires(Permission.ADMINISTER)
    @PostMapping(LIST + "/gekozen/intrekken")
    String withdrawChosen(
            @RequestParam(required = false) @Nullable List<UUID> mail,
            @RequestParam(defaultValue = "WAITING") State state,
            SignedIn me,
            RedirectAttributes redirect) {
        return done("intrekken", desk.withdraw(chosen(mail), me.actor()), state, redirect);
    }

    private static List<UUID> chosen(@Nullable List<UUID> mail) {
        return mail == null ? List.of() : mail.stream().limit(ROWS).toList();
    }

    private String done(String deed, List<MessageDesk.Result> results, State state, RedirectAttributes redirect) {
        var lines = new ArrayList<String>();
        for (var result : results) {
            var key = result.refusal() == null ? "admin.messages.result." + deed : result.refusal();
            lines.add(result.subject() + ": " + texts.getMessage(key, null, LocaleContextHolder.getLocale()));
        }
        redirect.addFlashAttribute("results", lines);
        redirect.addFlashAttribute("deed", deed);
        redirect.addAttribute("state", state);
        return "redirect:" + LIST;
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
