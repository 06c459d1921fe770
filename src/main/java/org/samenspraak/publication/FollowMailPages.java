package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.publication.FollowerRows.Follower;
import org.samenspraak.web.Throttle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Following the public side by mail. Opening a link changes nothing: mail programs open links by themselves. */
@Controller
class FollowMailPages {

    private static final String ASK = "says and does the same for every address, and only mails its owner";
    private static final String LINK = "the link is the key, and opens nothing but what its reader follows";
    private static final String PAGE = "/publiek/volgen/mail";
    private static final int LONGEST = 254;
    /** Requests of one network address in an hour; a library has one. */
    static final int ASKED_AN_HOUR = 30;

    static final int GUESSES = 60;

    private final Followers followers;
    private final Abouts abouts;
    private final PublicRegister register;
    private final PublishedAdvice advice;
    private final Throttle throttle;

    FollowMailPages(
            Followers followers, Abouts abouts, PublicRegister register, PublishedAdvice advice, Throttle throttle) {
        this.followers = followers;
        this.abouts = abouts;
        this.register = register;
        this.advice = advice;
        this.throttle = throttle;
    }

    /** @param council offered besides the other choices, when its page leads here */
    @GetMapping(PAGE)
    @OpenToAll(because = ASK)
    String form(@RequestParam(defaultValue = "") String council, Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        return form("", council.isEmpty() ? "all" : "council:" + council, null, model);
    }

    @PostMapping(PAGE)
    @OpenToAll(because = ASK)
    String ask(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String website,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var address = mail.strip().toLowerCase(Locale.ROOT);
        var chosen = abouts.read(about);
        if (address.length() > LONGEST || !FollowerMails.isAddress(address)) {
            return again("address", mail, about, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
        }
        if (chosen.isEmpty()) {
            return again("about", mail, about, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
        }
        if (!throttle.take("follow", request.getRemoteAddr(), ASKED_AN_HOUR, Throttle.HOUR)) {
            return again("wait", mail, about, HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
        // no person sees that field: who fills it in is a program
        if (website.isEmpty()) {
            followers.ask(address, chosen.get(), LocaleContextHolder.getLocale());
        }
        return "redirect:" + PAGE + "/gevraagd" + language();
    }

    @GetMapping(PAGE + "/gevraagd")
    @OpenToAll(because = ASK)
    String asked(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("days", Followers.OPEN.toDays());
        return "publication/follow-asked";
    }

    @GetMapping(PAGE + "/{token}")
    @OpenToAll(because = LINK)
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var found = open(token, request);
        model.addAttribute("token", token);
        model.addAttribute("follower", found.orElse(null));
        model.addAttribute(
                "followed",
                found.map(one -> abouts.inWords(one.about(), LocaleContextHolder.getLocale()))
                        .orElse(""));
        model.addAttribute(
                "besides",
                found.map(mine -> followers.inWords(followers.all(mine).stream()
                                .filter(one -> one.confirmed() && !one.id().equals(mine.id()))
                                .toList()))
                        .orElse(""));
        return "publication/follow-mail";
    }

    @PostMapping(PAGE + "/{token}/bevestigen")
    @OpenToAll(because = LINK)
    String confirm(@PathVariable String token, HttpServletRequest request) {
        open(token, request);
        followers.confirm(token);
        return "redirect:" + PAGE + "/{token}" + language();
    }

    @PostMapping(PAGE + "/{token}/stoppen")
    @OpenToAll(because = LINK)
    String end(@PathVariable String token, HttpServletRequest request) {
        open(token, request);
        followers.end(token);
        return "redirect:" + PAGE + "/{token}" + language();
    }

    /** By the mail program of the reader (RFC 8058); another POST to this address does nothing. */
    @PostMapping(PAGE + "/{token}")
    @OpenToAll(because = LINK)
    ResponseEntity<Void> endAtOnce(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", defaultValue = "") String asked,
            HttpServletRequest request) {
        if (!asked.equals("One-Click")) {
            return ResponseEntity.badRequest().build();
        }
        open(token, request);
        followers.end(token);
        return ResponseEntity.ok().build();
    }

    private Optional<Follower> open(String token, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (throttle.isSpent("follow-guess", address, GUESSES, Duration.ofHours(1))) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = followers.open(token);
        if (found.isEmpty()) {
            throttle.take("follow-guess", address, GUESSES, Duration.ofHours(1));
        }
        return found;
    }

    private String again(
            String problem, String mail, String about, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        return form(mail, about, problem, model);
    }

    private String form(String mail, String about, @Nullable String problem, Model model) {
        model.addAttribute("mail", mail);
        model.addAttribute("about", about);
        model.addAttribute("problem", problem);
        model.addAttribute("areas", register.areas());
        model.addAttribute("domains", advice.choices().domains());
        model.addAttribute("councils", register.all());
        return "publication/follow-form";
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "?lang=en" : "";
    }
}
