package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.identity.HomeInvitations;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.portal.FormWalk.At;
import org.samenspraak.portal.FormWalk.Turn;
import org.samenspraak.portal.Visits.Visit;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Throttle;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Applications by anybody: the start form of a trajectory that is open to the public, with a draft for each browser. */
@Controller
@RequestMapping("/aanvraag/{trajectory}")
class ApplicationPages {

    private static final String PUBLIC = "anybody may apply; what was typed is shown to the browser that typed it";
    private static final String PAGE = "portal/application";
    private static final String WIPE = "_wipe";
    /** Of one address in an hour. */
    private static final int MOST = 10;
    /** Requests of one address that bring files, in an hour. */
    private static final int MOST_FILES = 60;

    private final Processes processes;
    private final Visits visits;
    private final FillIn fillIn;
    private final FormWalk walk;
    private final Applying applying;
    private final Throttle throttle;
    private final List<HomeInvitations> invitations;
    private final MessageSource messages;

    ApplicationPages(
            Processes processes,
            Visits visits,
            FillIn fillIn,
            FormWalk walk,
            Applying applying,
            Throttle throttle,
            List<HomeInvitations> invitations,
            MessageSource messages) {
        this.processes = processes;
        this.visits = visits;
        this.fillIn = fillIn;
        this.walk = walk;
        this.applying = applying;
        this.throttle = throttle;
        this.invitations = invitations;
        this.messages = messages;
    }

    @OpenToAll(because = PUBLIC)
    @GetMapping
    String show(
            @PathVariable String trajectory,
            @RequestParam(required = false) @Nullable String alles,
            @RequestParam(required = false) @Nullable Integer stap,
            @RequestParam(required = false) @Nullable String nakijken,
            @RequestParam(required = false) @Nullable String bewaard,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var open = open(trajectory);
        var closed = applying.closed(open);
        if (closed.isPresent()) {
            model.addAttribute("title", open.name(LocaleContextHolder.getLocale()));
            model.addAttribute("closed", closed.get());
            return "portal/application-closed";
        }
        var visit = visits.open(open, request, response);
        model.addAttribute("saved", bewaard != null);
        return page(visit, walk.open(visit.sheet(), At.of(alles, stap, nakijken)), model);
    }

    @OpenToAll(because = PUBLIC)
    @PostMapping
    String press(
            @PathVariable String trajectory,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var open = open(trajectory);
        var before = visits.applied(open, request);
        if (before.isPresent()) {
            return receipt(open, before.get());
        }
        var visit = visits.get(open, request);
        if (sent.containsKey(WIPE)) {
            fillIn.wipe(visit.sheet(), sent);
            visits.leave(visit, response);
            return "redirect:" + visit.here() + "?gewist";
        }
        if (!visit.sheet().keeps() || !mayBring(visit, files)) {
            var refused = walk.refuse(visit.sheet(), sent, List.of(error("portal.application.too-many")));
            return page(visit, refused, model, response);
        }
        var turn = walk.press(visit.sheet(), sent, files);
        if (turn instanceof Turn.Shown shown) {
            return shown.filled().isReady() ? send(visit, shown, model, response) : page(visit, shown, model, response);
        }
        return go(visit, ((Turn.Go) turn).at(), model, response);
    }

    /** While somebody types. */
    @OpenToAll(because = PUBLIC)
    @PostMapping("/concept")
    String keep(
            @PathVariable String trajectory,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var open = open(trajectory);
        var visit = visits.find(open, request)
                .filter(it -> visits.applied(open, request).isEmpty());
        if (visit.filter(it -> !it.sheet().keeps()).isPresent()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var draft = visit.flatMap(it -> fillIn.keepQuietly(it.sheet(), sent));
        visit.ifPresent(it -> visits.remember(it, response));
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("here", "/aanvraag/" + trajectory + FormWalk.at(sent).query());
        model.addAttribute("closed", draft.isEmpty());
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    /** Shows the number that stands in the address, and nothing of the case behind it. */
    @OpenToAll(because = PUBLIC)
    @GetMapping("/ontvangen")
    String received(@PathVariable String trajectory, @RequestParam String nummer, Model model) {
        model.addAttribute("toConfirm", applying.waitsForConfirmation(open(trajectory)));
        if (!nummer.matches("\\d{4}-[A-Z]{3}-\\d{4,6}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("number", nummer);
        model.addAttribute("trajectory", trajectory);
        model.addAttribute(
                "about",
                invitations.stream()
                        .flatMap(all -> all.now().stream())
                        .filter(one -> one.url().equals("/aanvraag/" + trajectory))
                        .toList());
        return "portal/application-received";
    }

    private String send(Visit visit, Turn.Shown shown, Model model, HttpServletResponse response) {
        if (!throttle.take("apply", visit.address(), MOST, Throttle.HOUR)) {
            var errors = List.of(error("portal.application.too-many"));
            return page(visit, walk.refused(visit.sheet(), shown, errors), model, response);
        }
        try {
            var opened = applying.apply(visit.trajectory(), visit.sheet(), shown.filled());
            visits.leave(visit, response);
            return receipt(visit.trajectory(), opened);
        } catch (Refusal refusal) {
            var before = applying.applied(visit.sheet().place());
            return before.isPresent()
                    ? receipt(visit.trajectory(), before.get())
                    : page(visit, walk.refused(visit.sheet(), shown, List.of(error(refusal))), model, response);
        }
    }

    private static String receipt(Trajectory trajectory, CaseView dossier) {
        return "redirect:/aanvraag/" + trajectory.key() + "/ontvangen?nummer=" + dossier.number();
    }

    /** Without a cookie the next page comes at once: no address holds the number. */
    private String go(Visit visit, At at, Model model, HttpServletResponse response) {
        visits.remember(visit, response);
        if (visit.byCookie()) {
            return "redirect:" + visit.here() + at.query();
        }
        model.addAttribute("saved", at.saved());
        return page(visit, walk.open(visit.sheet(), at), model);
    }

    private Trajectory open(String key) {
        return processes
                .trajectory(key)
                .filter(Trajectory::isForAnybody)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Visit visit, Turn.Shown shown, Model model, HttpServletResponse response) {
        visits.remember(visit, response);
        if (shown.filled().isRefused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page(visit, shown, model);
    }

    private String page(Visit visit, Turn.Shown shown, Model model) {
        walk.fill(model, visit.sheet(), shown);
        model.addAttribute("title", visit.trajectory().name(LocaleContextHolder.getLocale()));
        model.addAttribute("here", visit.here());
        model.addAttribute("number", visit.number());
        model.addAttribute("retention", visits.retention(visit));
        return PAGE;
    }

    private boolean mayBring(Visit visit, MultiValueMap<String, MultipartFile> files) {
        var brings = files.values().stream().flatMap(List::stream).anyMatch(it -> !it.isEmpty());
        return !brings || throttle.take("files", visit.address(), MOST_FILES, Throttle.HOUR);
    }

    private FieldError error(Refusal refusal) {
        var path = refusal.field();
        return new FieldError(
                path == null ? "errors" : path,
                say("portal.prompt.refused"),
                say(refusal.messageKey(), refusal.args().toArray()));
    }

    private FieldError error(String key) {
        return new FieldError("errors", say("portal.prompt.refused"), say(key));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
