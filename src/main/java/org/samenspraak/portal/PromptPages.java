package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.TooLate;
import org.samenspraak.forms.TooLate.Unsent;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.portal.FormWalk.At;
import org.samenspraak.web.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One question to a council behind its link. Opening a page uses nothing up: mail programs open links by themselves. */
@Controller
class PromptPages {

    static final String LINK = "the link is the key; it is checked before anything is shown";
    private static final String ANSWERED = "portal.answered.title";
    private static final String THANKS = "portal.answered.thanks";
    private static final String NOTHING = "shows and does the same for everybody";
    /** New links that one network address asks for in ten minutes; a library has one. */
    static final int ASKED = 60;

    private final Prompts prompts;
    private final PromptForms forms;
    private final PromptPapers papers;
    private final ContactForms contacts;
    private final PromptViews views;
    private final Senders senders;
    private final TooLate late;
    private final Links links;
    private final Throttle throttle;
    private final LinkTraffic traffic;

    PromptPages(
            Prompts prompts,
            PromptForms forms,
            PromptPapers papers,
            ContactForms contacts,
            PromptViews views,
            Senders senders,
            TooLate late,
            Links links,
            Throttle throttle,
            LinkTraffic traffic) {
        this.prompts = prompts;
        this.forms = forms;
        this.papers = papers;
        this.contacts = contacts;
        this.views = views;
        this.senders = senders;
        this.late = late;
        this.links = links;
        this.throttle = throttle;
        this.traffic = traffic;
    }

    @OpenToAll(because = LINK)
    @GetMapping("/v/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String alles,
            @RequestParam(required = false) @Nullable Integer stap,
            @RequestParam(required = false) @Nullable String nakijken,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("token", token);
        var opening = links.open(token, request);
        if (opening instanceof Opening.Open open && contacts.isClosedTo(open)) {
            return notTheirs(open, model, response);
        }
        if (opening instanceof Opening.Open open && forms.show(open, At.of(alles, stap, nakijken), model)) {
            return PromptForms.PAGE;
        }
        model.addAttribute("unsent", unsent(opening, new LinkedMultiValueMap<>()));
        model.addAttribute("heading", request.getParameterMap().containsKey("bedankt") ? THANKS : ANSWERED);
        views.showReceipt(opening, model);
        return opening instanceof Opening.Applied applied && views.show(applied, model)
                ? "portal/applied"
                : closed(opening, model, response);
    }

    @OpenToAll(because = LINK)
    @PostMapping("/v/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("token", token);
        if (!(links.open(token, request) instanceof Opening.Open open)) {
            return tooLate(token, sent, model, response);
        }
        var outcome = traffic.mayBring(open, files, request)
                ? forms.answer(open, sent, files, model)
                : forms.refuse(open, sent, "portal.prompt.too-many", model);
        return switch (outcome) {
            case SENT -> "redirect:/v/" + token + "?bedankt";
            case GO -> "redirect:/v/" + token + model.getAttribute("query");
            case WRONG -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                yield PromptForms.PAGE;
            }
            case NOT_THEIRS -> notTheirs(open, model, response);
            case GONE -> tooLate(token, sent, model, response);
        };
    }

    private String notTheirs(Opening.Open open, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("senders", views.senders(open.council()));
        return "portal/prompt-not-theirs";
    }

    /** Who pressed twice gets the receipt; of anybody else what was typed is shown beside what happened meanwhile. */
    private String tooLate(
            String token, MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        var opening = prompts.open(token);
        views.showReceipt(opening, model);
        if (opening instanceof Opening.Over over) {
            if (over instanceof Opening.Answered answered
                    && late.isRepeat(over.taskId(), sent, senders.of(answered.reader(), sent))) {
                return "redirect:/v/" + token + "?bedankt";
            }
            model.addAttribute("unsent", unsent(over, sent));
        }
        return closed(opening, model, response);
    }

    /** A council whose term is over sees all it typed; a link that was withdrawn may be of somebody who left. */
    private @Nullable Unsent unsent(Opening opening, MultiValueMap<String, String> sent) {
        if (opening instanceof Opening.Expired over && !contacts.isClosed(over.taskId(), over.maySend())) {
            return late.typed(over.taskId(), over.council().toString(), sent).orElse(null);
        }
        return opening instanceof Opening.Over over
                ? late.typed(over.taskId(), sent).orElse(null)
                : null;
    }

    /** While somebody types. */
    @OpenToAll(because = LINK)
    @PostMapping("/v/{token}/concept")
    String keep(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("here", "/v/" + token + FormWalk.at(sent).query());
        var opening = links.open(token, request);
        if (opening instanceof Opening.Open open && !traffic.maySave(open, request)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var kept = opening instanceof Opening.Open open && forms.keep(open, sent, model);
        model.addAttribute("closed", !kept);
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    /** Who else is busy in it, for a page that stands open. */
    @OpenToAll(because = LINK)
    @GetMapping("/v/{token}/wie")
    String writers(@PathVariable String token, Model model, HttpServletRequest request) {
        if (links.open(token, request) instanceof Opening.Open open) {
            forms.showWriters(open, model);
        }
        return "forms/draft :: writers";
    }

    /** The document that the question is about, such as the statement to sign. */
    @OpenToAll(because = LINK)
    @GetMapping("/v/{token}/document")
    void document(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(links.open(token, request) instanceof Opening.Open open) || !papers.write(open, response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @OpenToAll(because = LINK)
    @PostMapping("/v/{token}/niet-voor-mij")
    String wrongReader(@PathVariable String token, HttpServletRequest request) {
        if (links.open(token, request) instanceof Opening.Open open) {
            prompts.wrongReader(open.prompt());
        }
        return "portal/wrong-reader";
    }

    @OpenToAll(because = NOTHING)
    @PostMapping("/v/{token}/nieuwe-link")
    String askAgain(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var place = throttle.take("again", request.getRemoteAddr(), ASKED, Links.WINDOW);
        if (!place || !prompts.askAgain(token)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("refused", place ? "often" : "place");
        }
        return "portal/asked-again";
    }

    static String closed(Opening opening, Model model, HttpServletResponse response) {
        if (opening instanceof Opening.Answered answered) {
            model.addAttribute("answered", answered);
            if (!model.containsAttribute("heading")) {
                model.addAttribute("heading", ANSWERED);
            }
            return "portal/answered";
        }
        response.setStatus(opening instanceof Opening.Unknown ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
        model.addAttribute("state", state(opening));
        if (opening instanceof Opening.Earlier earlier) {
            model.addAttribute("function", earlier.function());
        }
        return "portal/closed";
    }

    private static String state(Opening opening) {
        if (opening instanceof Opening.Withdrawn withdrawn) {
            return withdrawn.moved() ? "moved" : "withdrawn";
        }
        if (opening instanceof Opening.Applied) {
            return "ended";
        }
        return opening instanceof Opening.Expired
                ? "expired"
                : opening instanceof Opening.Earlier ? "earlier" : opening instanceof Opening.Left ? "left" : "unknown";
    }
}
