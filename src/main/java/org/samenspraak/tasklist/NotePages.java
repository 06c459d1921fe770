package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseNotes;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes for colleagues in a case: added by who works in its area, corrected by who wrote them. */
@Controller
@RequestMapping("/zaken/{number}/notities")
class NotePages {

    private static final int ROWS = 30;

    private final CaseHead head;
    private final CaseLists lists;
    private final CaseNotes notes;
    private final Refusals refusals;

    NotePages(CaseHead head, CaseLists lists, CaseNotes notes, Refusals refusals) {
        this.head = head;
        this.lists = lists;
        this.notes = notes;
        this.refusals = refusals;
    }

    @GetMapping
    @Requires(Permission.OPEN_DOCUMENTS)
    String all(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        return page(head.fill(number, me, model), before, me, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fillToChange(number, me, model);
        try {
            notes.add(view.id(), text, me.person(), me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("text", text);
            return refused(refusal, view, me, model, response, locale);
        }
        next.addFlashAttribute("notice", "dossier.note.added");
        return "redirect:/zaken/" + number + "/notities";
    }

    @PostMapping("/{note}")
    @Requires(Permission.WORK)
    String correct(
            @PathVariable String number,
            @PathVariable long note,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "-1") int version,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var view = head.fillToChange(number, me, model);
        try {
            notes.correct(view.id(), note, version, text, me.person(), me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("correcting", note);
            model.addAttribute("corrected", text);
            return refused(refusal, view, me, model, response, locale);
        }
        next.addFlashAttribute("notice", "dossier.note.corrected");
        return "redirect:/zaken/" + number + "/notities";
    }

    private String refused(
            Refusal refusal, CaseView view, SignedIn me, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", List.of(refusals.error(refusal, locale)));
        return page(view, null, me, model);
    }

    private String page(CaseView view, @Nullable Long before, SignedIn me, Model model) {
        model.addAttribute("notes", lists.notes(view, me, before, ROWS));
        model.addAttribute("me", me);
        return "tasklist/notes";
    }
}
