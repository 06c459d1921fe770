package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.ChosenFiles;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Applications by anybody: the start form of a trajectory that is open to the public. */
@Controller
class ApplicationPages {

    private static final String PUBLIC = "anybody may apply; only the trajectory's public form is shown";
    private static final String PAGE = "portal/application";
    private static final String PAGE_ID = "_page";
    private static final int MOST = 10;
    /** Requests that bring files. */
    private static final int MOST_FILES = 60;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Processes processes;
    private final Forms forms;
    private final Drafts drafts;
    private final ChosenFiles chosen;
    private final Applying applying;
    private final Throttle throttle;
    private final MessageSource messages;

    ApplicationPages(
            Processes processes,
            Forms forms,
            Drafts drafts,
            ChosenFiles chosen,
            Applying applying,
            Throttle throttle,
            MessageSource messages) {
        this.processes = processes;
        this.forms = forms;
        this.drafts = drafts;
        this.chosen = chosen;
        this.applying = applying;
        this.throttle = throttle;
        this.messages = messages;
    }

    @OpenToAll(because = PUBLIC)
    @GetMapping("/aanvraag/{trajectory}")
    String show(@PathVariable String trajectory, Model model) {
        var open = open(trajectory);
        return page(open, forms.view(form(open), Map.of()), UUID.randomUUID(), model);
    }

    @OpenToAll(because = PUBLIC)
    @PostMapping("/aanvraag/{trajectory}")
    String apply(
            @PathVariable String trajectory,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var open = open(trajectory);
        var form = form(open);
        var page = pageOf(sent);
        var visit = new Visit(open, form, page, model, response);
        var place = drafts.ofVisitor(trajectory, page);
        if (bringsFiles(files) && !throttle.take("files", request.getRemoteAddr(), MOST_FILES, WINDOW)) {
            return wrong(visit, forms.judge(form, Map.of(), sent), List.of(error("portal.application.too-many")));
        }
        var refused = chosen.take(place, form, Map.of(), sent, files, trajectory);
        var known = chosen.in(place, form, Map.of());
        var reworked = forms.rework(form, known, sent, forms.errors(form, refused));
        if (reworked.isPresent()) {
            response.setStatus(refused.isEmpty() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(open, reworked.get(), page, model);
        }
        return send(visit, forms.judge(form, known, sent, refused), request.getRemoteAddr());
    }

    private String send(Visit visit, Judgement judgement, String address) {
        if (!judgement.accepted()) {
            return wrong(visit, judgement, judgement.errors());
        }
        if (!throttle.take("apply", address, MOST, WINDOW)) {
            return wrong(visit, judgement, List.of(error("portal.application.too-many")));
        }
        try {
            return receipt(visit.trajectory(), applying.apply(visit.trajectory(), visit.form(), judgement));
        } catch (Refusal refusal) {
            return applying.applied(visit.form(), judgement)
                    .map(before -> receipt(visit.trajectory(), before))
                    .orElseGet(() -> wrong(visit, judgement, List.of(error(refusal))));
        }
    }

    private static String receipt(Trajectory trajectory, CaseView dossier) {
        return "redirect:/aanvraag/" + trajectory.key() + "/ontvangen?nummer=" + dossier.number();
    }

    /** Shows the number that stands in the address, and nothing of the case behind it. */
    @OpenToAll(because = PUBLIC)
    @GetMapping("/aanvraag/{trajectory}/ontvangen")
    String received(@PathVariable String trajectory, @RequestParam String nummer, Model model) {
        open(trajectory);
        if (!nummer.matches("\\d{4}-[A-Z]{3}-\\d{4,6}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("number", nummer);
        return "portal/application-received";
    }

    private Trajectory open(String key) {
        return processes
                .trajectory(key)
                .filter(found -> found.startForm() != null && found.startedBy().contains("public"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Form form(Trajectory trajectory) {
        return forms.shipped(Objects.requireNonNull(trajectory.startForm()));
    }

    private static String page(Trajectory trajectory, FormView view, UUID page, Model model) {
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        var title = english && trajectory.nameEn() != null ? trajectory.nameEn() : trajectory.name();
        model.addAttribute("title", title);
        model.addAttribute("trajectory", trajectory);
        model.addAttribute("form", view);
        model.addAttribute("page", page);
        return PAGE;
    }

    private String wrong(Visit visit, Judgement judgement, List<FieldError> errors) {
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(visit.trajectory(), forms.view(visit.form(), judgement, errors), visit.page(), visit.model());
    }

    /** Files hang on a page: its number is a secret of who has it open. */
    private static UUID pageOf(MultiValueMap<String, String> sent) {
        try {
            return UUID.fromString(String.valueOf(sent.getFirst(PAGE_ID)));
        } catch (IllegalArgumentException madeUp) {
            return UUID.randomUUID();
        }
    }

    private static boolean bringsFiles(MultiValueMap<String, MultipartFile> files) {
        return files.values().stream().flatMap(List::stream).anyMatch(it -> !it.isEmpty());
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

    private record Visit(Trajectory trajectory, Form form, UUID page, Model model, HttpServletResponse response) {}
}
