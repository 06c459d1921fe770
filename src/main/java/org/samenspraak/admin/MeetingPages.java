package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.samenspraak.deadlines.Meeting;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.forms.Moments;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the organs that decide meet. */
@Controller
class MeetingPages {

    private final Meetings meetings;
    private final ParameterTexts texts;
    private final Problems problems;

    MeetingPages(Meetings meetings, ParameterTexts texts, Problems problems) {
        this.meetings = meetings;
        this.texts = texts;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping("/beheer/zittingen")
    @Requires(Permission.SEE_OPERATION)
    String list(Model model) {
        return list("", "", model);
    }

    @PostMapping("/beheer/zittingen")
    @Requires(Permission.ADMINISTER)
    String add(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String days,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            var added = meetings.add(organ, read(days), me.actor());
            redirect.addFlashAttribute("notice", "admin.meetings.added");
            redirect.addFlashAttribute("noticeArgs", List.of(added));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return list(organ, days, model);
        }
        return "redirect:/beheer/zittingen";
    }

    @PostMapping("/beheer/zittingen/verwijderen")
    @Requires(Permission.ADMINISTER)
    String remove(
            @RequestParam String organ,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            SignedIn me,
            RedirectAttributes redirect) {
        meetings.remove(organ, day, me.actor());
        redirect.addFlashAttribute("notice", "admin.meetings.removed");
        return "redirect:/beheer/zittingen";
    }

    /** One day on each line. */
    private static List<LocalDate> read(String lines) {
        var days = new ArrayList<LocalDate>();
        for (var line :
                lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            days.add(Moments.day(line).orElseThrow(() -> Refusal.of("days", "admin.refusal.no-day", line)));
        }
        return days;
    }

    private String list(String organ, String days, Model model) {
        model.addAttribute(
                "organs",
                Meetings.ORGANS.stream()
                        .map(it -> new OrganRow(it, texts.choice(it), meetings.toCome(it)))
                        .toList());
        model.addAttribute(
                "options",
                Meetings.ORGANS.stream()
                        .map(it -> new Option(it, texts.choice(it)))
                        .toList());
        model.addAttribute("organ", organ);
        model.addAttribute("days", days);
        return "admin/meetings";
    }

    /** @param name with its article, as in the regulation */
    record OrganRow(String organ, String name, List<Meeting> meetings) {}
}
