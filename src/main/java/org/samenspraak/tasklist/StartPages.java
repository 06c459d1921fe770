package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Sheet;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Trajectory;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts a trajectory: on an official's own initiative, or for somebody who sent it on paper. */
@Controller
@RequestMapping("/start")
class StartPages {

    private static final String PARTY = "office";

    private final Starts starts;
    private final Forms forms;
    private final Paper paper;
    private final FillIn fillIn;
    private final Drafts drafts;
    private final Refusals refusals;

    StartPages(Starts starts, Forms forms, Paper paper, FillIn fillIn, Drafts drafts, Refusals refusals) {
        this.starts = starts;
        this.forms = forms;
        this.paper = paper;
        this.fillIn = fillIn;
        this.drafts = drafts;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.START_CASE)
    String choose(SignedIn me, Model model) {
        model.addAttribute("trajectories", starts.of(me));
        return "tasklist/start";
    }

    @GetMapping("/{key}")
    @Requires(Permission.START_CASE)
    String show(@PathVariable String key, SignedIn me, Model model) {
        var trajectory = find(key, me);
        var closed = starts.closed(trajectory);
        if (closed.isPresent()) {
            model.addAttribute("title", trajectory.name(LocaleContextHolder.getLocale()));
            model.addAttribute("closed", closed.get());
            return "tasklist/start-closed";
        }
        return page(trajectory, fillIn.open(sheet(trajectory, me)), model);
    }

    @PostMapping("/{key}")
    @Requires(Permission.START_CASE)
    String start(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var trajectory = find(key, me);
        var sheet = sheet(trajectory, me);
        var keep = sent.containsKey("keep");
        var files = Uploads.of(request);
        var filled = keep ? fillIn.keep(sheet, sent, files) : fillIn.press(sheet, sent, files);
        if (keep && !filled.isRefused()) {
            next.addFlashAttribute("notice", "tasklist.task.kept");
            return "redirect:/start/" + key;
        }
        var spot = fillIn.spot(sheet, sent, filled);
        if (spot.isPresent()) {
            return "redirect:" + spot.get().on("/start/" + key);
        }
        var judgement = filled.judgement();
        if (judgement == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(trajectory, filled, model);
        }
        var errors = new ArrayList<>(judgement.errors());
        Paper.problem(judgement).map(it -> refusals.error(it, locale)).ifPresent(errors::add);
        if (errors.isEmpty()) {
            try {
                var unread = starts.unread(trajectory, judgement, sent.getFirst("_seen"), me);
                if (unread.isPresent()) {
                    model.addAttribute("foreseen", unread.get());
                    return page(trajectory, fillIn.refused(sheet, filled, errors), model);
                }
                return started(start(trajectory, sheet, filled, me), next);
            } catch (Refusal refusal) {
                errors.add(refusals.error(refusal, locale));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(trajectory, fillIn.refused(sheet, filled, errors), model);
    }

    private CaseView start(Trajectory trajectory, Sheet sheet, Filled filled, SignedIn me) {
        try {
            return starts.start(trajectory, form(trajectory), sheet, filled, me);
        } catch (Refusal refusal) {
            return starts.started(form(trajectory), sheet, filled, me).orElseThrow(() -> refusal);
        }
    }

    private static String started(CaseView opened, RedirectAttributes next) {
        next.addFlashAttribute("notice", "tasklist.start.done");
        next.addFlashAttribute("noticeArgs", List.of(opened.number()));
        return "redirect:/zaken/" + opened.number();
    }

    /** While somebody types. */
    @PostMapping("/{key}/concept")
    @Requires(Permission.START_CASE)
    String keepQuietly(
            @PathVariable String key, @RequestParam MultiValueMap<String, String> sent, SignedIn me, Model model) {
        model.addAttribute("here", "/start/" + key);
        var draft = fillIn.keepQuietly(sheet(find(key, me), me), sent);
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("closed", draft.isEmpty());
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    private Sheet sheet(Trajectory trajectory, SignedIn me) {
        var own = form(trajectory);
        var form = Starts.comesOnPaper(trajectory) ? paper.application(own) : own;
        return new Sheet(
                drafts.ofStart(trajectory.key(), me.person().toString(), PARTY),
                form,
                forms.prefill(form, null, me.actor()),
                me.name(),
                true);
    }

    private static String page(Trajectory trajectory, Filled filled, Model model) {
        model.addAttribute("trajectory", trajectory);
        model.addAttribute("form", filled.form());
        model.addAttribute("draft", filled.draft());
        model.addAttribute("others", filled.others());
        return "tasklist/start-form";
    }

    private Trajectory find(String key, SignedIn me) {
        return starts.find(key, me).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Form form(Trajectory trajectory) {
        return forms.parse(trajectory.form());
    }
}
