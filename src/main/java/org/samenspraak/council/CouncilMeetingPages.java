package org.samenspraak.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a council meets, as the office enters it for the council. */
@Controller
@RequestMapping("/raden/{id}/vergaderingen")
class CouncilMeetingPages {

    private static final String PAGE = "council/meetings";
    private static final String BACK = "redirect:/raden/{id}/vergaderingen";

    private final CouncilDossiers dossiers;
    private final CouncilMeetings meetings;
    private final CouncilCalendars calendars;
    private final MeetingViews views;
    private final Problems problems;

    CouncilMeetingPages(
            CouncilDossiers dossiers,
            CouncilMeetings meetings,
            CouncilCalendars calendars,
            MeetingViews views,
            Problems problems) {
        this.dossiers = dossiers;
        this.meetings = meetings;
        this.calendars = calendars;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        var council = dossiers.find(id);
        model.addAttribute("mayEdit", me.may(Permission.EDIT_COUNCIL, council.area()));
        return page(council, MeetingForm.EMPTY, "", model);
    }

    @PostMapping
    @Requires(Permission.EDIT_COUNCIL)
    String add(
            @PathVariable UUID id,
            @ModelAttribute("typed") MeetingForm typed,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            meetings.add(council.id(), typed.typedDays(), typed.typedStart(), typed.typedPlace(), me.actor());
        } catch (Refusal refusal) {
            return refused(refusal, council, typed, "", model, response);
        }
        next.addFlashAttribute("notice", "council.meetings.added");
        return BACK;
    }

    @PostMapping("/{meeting}/weg")
    @Requires(Permission.EDIT_COUNCIL)
    String remove(@PathVariable UUID id, @PathVariable UUID meeting, SignedIn me, RedirectAttributes next) {
        meetings.remove(dossiers.toEdit(id, me).id(), meeting, me.actor());
        next.addFlashAttribute("notice", "council.meetings.removed");
        return BACK;
    }

    @PostMapping("/agenda")
    @Requires(Permission.EDIT_COUNCIL)
    String calendar(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            calendars.set(council.id(), address, me.actor());
        } catch (Refusal refusal) {
            return refused(refusal, council, MeetingForm.EMPTY, address, model, response);
        }
        next.addFlashAttribute("notice", "council.calendar.kept");
        return BACK;
    }

    @PostMapping("/agenda/weg")
    @Requires(Permission.EDIT_COUNCIL)
    String removeCalendar(@PathVariable UUID id, SignedIn me, RedirectAttributes next) {
        calendars.remove(dossiers.toEdit(id, me).id(), me.actor());
        next.addFlashAttribute("notice", "council.calendar.removed");
        return BACK;
    }

    private String refused(
            Refusal refusal,
            CouncilView council,
            MeetingForm typed,
            String address,
            Model model,
            HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        model.addAttribute("mayEdit", true);
        return page(council, typed, address, model);
    }

    private String page(CouncilView council, MeetingForm typed, String address, Model model) {
        model.addAttribute("council", council);
        model.addAttribute("path", "/raden/" + council.id() + "/vergaderingen");
        views.meetings(council.id(), typed, address, model);
        return PAGE;
    }
}
