package org.samenspraak.advice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody will read of a request and its advice: looked through for personal data before it stands there, and after. */
@Controller
@RequestMapping("/zaken/{number}/publicatie")
class PublicationPages {

    private static final String BACK = "redirect:/zaken/{number}/publicatie";

    private final Cases cases;
    private final Accounts accounts;
    private final WithoutPersons persons;
    private final Publishing publishing;
    private final Municipality municipality;

    PublicationPages(
            Cases cases, Accounts accounts, WithoutPersons persons, Publishing publishing, Municipality municipality) {
        this.cases = cases;
        this.accounts = accounts;
        this.persons = persons;
        this.publishing = publishing;
        this.municipality = municipality;
    }

    @GetMapping
    @Requires(Permission.OPEN_DOCUMENTS)
    String show(@PathVariable String number, SignedIn me, Model model) {
        var view = find(number);
        var account = accounts.of(view.id());
        model.addAttribute("case", account.dossier());
        model.addAttribute("account", account);
        model.addAttribute("masks", persons.masks(account));
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", account.hidden().keySet());
        }
        model.addAttribute("reasons", WhyHidden.values());
        model.addAttribute(
                "changes",
                account.versions().stream()
                        .map(Account.Version::changeReason)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n\n")));
        model.addAttribute(
                "publication", publishing.find(account.dossier().id()).orElse(null));
        var embargo = publishing.embargo(account.dossier().id());
        model.addAttribute("embargo", embargo.orElse(null));
        if (!model.containsAttribute("until")) {
            model.addAttribute(
                    "until",
                    embargo.map(at -> LocalDateTime.ofInstant(at, municipality.zone())
                                    .toString())
                            .orElse(""));
        }
        model.addAttribute("canSteer", me.may(Permission.STEER_CASE, view.area()));
        return "advice/publication";
    }

    /**
     * Also for what was published already and for a case that ended: personal data goes when somebody sees it.
     *
     * @param hide what is hidden from now on
     * @param was what was hidden when the page was read: what somebody else did meanwhile stays
     * @param why for all that is hidden now, and was not
     */
    @PostMapping
    @Requires(Permission.STEER_CASE)
    String hide(
            @PathVariable String number,
            @RequestParam(defaultValue = "") Set<String> hide,
            @RequestParam(defaultValue = "") Set<String> was,
            @RequestParam(required = false) @Nullable WhyHidden why,
            SignedIn me,
            RedirectAttributes next) {
        var view = changeable(number, me);
        next.addFlashAttribute("chosen", hide);
        return done(
                number,
                "advice.publication.saved",
                next,
                () -> publishing.hide(
                        accounts.of(view.id()).dossier().id(),
                        without(hide, was),
                        without(was, hide),
                        why,
                        me.actor()));
    }

    @PostMapping("/intrekken")
    @Requires(Permission.STEER_CASE)
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            RedirectAttributes next) {
        var view = changeable(number, me);
        next.addFlashAttribute("reason", reason);
        return done(
                number,
                "advice.publication.withdrawn",
                next,
                () -> publishing.withdraw(accounts.of(view.id()).dossier().id(), reason, me.actor()));
    }

    /** @param until day and hour as a browser sends them, or empty to lift the embargo */
    @PostMapping("/embargo")
    @Requires(Permission.STEER_CASE)
    String embargo(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String until,
            SignedIn me,
            RedirectAttributes next) {
        var view = changeable(number, me);
        next.addFlashAttribute("until", until);
        return done(
                number,
                until.isBlank() ? "advice.publication.embargo-lifted" : "advice.publication.embargo-kept",
                next,
                () -> publishing.embargo(accounts.of(view.id()).dossier().id(), moment(until), me.actor()));
    }

    private @Nullable Instant moment(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            var moment = LocalDateTime.parse(typed).atZone(municipality.zone());
            if (!moment.toLocalDateTime().equals(LocalDateTime.parse(typed))) {
                throw Refusal.of("until", "advice.refusal.no-hour");
            }
            return moment.toInstant();
        } catch (DateTimeParseException noMoment) {
            throw Refusal.of("until", "advice.refusal.no-moment");
        }
    }

    @PostMapping("/terugzetten")
    @Requires(Permission.STEER_CASE)
    String bringBack(@PathVariable String number, SignedIn me, RedirectAttributes next) {
        var view = changeable(number, me);
        return done(
                number,
                "advice.publication.back",
                next,
                () -> publishing.bringBack(accounts.of(view.id()).dossier().id(), me.actor()));
    }

    private static String done(String number, String notice, RedirectAttributes next, Runnable change) {
        next.addAttribute("number", number);
        try {
            change.run();
            next.addFlashAttribute("notice", notice);
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        return BACK;
    }

    private static <T> Set<T> without(Set<T> all, Set<T> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private CaseView changeable(String number, SignedIn me) {
        var view = find(number);
        if (!me.may(Permission.STEER_CASE, view.area())) {
            throw new AccessDeniedException(number);
        }
        return view;
    }

    private CaseView find(String number) {
        return cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
