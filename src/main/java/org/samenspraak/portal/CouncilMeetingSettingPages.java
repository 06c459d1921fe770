package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.samenspraak.council.CouncilCalendars;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.MeetingForm;
import org.samenspraak.council.MeetingViews;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a council meets, as it enters that itself: all its members read it, chair and secretary write it. */
@Controller
@RequestMapping(CouncilMeetingSettingPages.PATH)
class CouncilMeetingSettingPages {

    static final String PATH = "/raad/instellingen/vergaderingen";

    private static final String BACK = "redirect:" + PATH;

    private final CouncilMeetings meetings;
    private final CouncilCalendars calendars;
    private final MeetingViews views;
    private final PromptViews words;
    private final Problems problems;

    CouncilMeetingSettingPages(
            CouncilMeetings meetings,
            CouncilCalendars calendars,
            MeetingViews views,
            PromptViews words,
            Problems problems) {
        this.meetings = meetings;
        this.calendars = calendars;
        this.views = views;
        this.words = words;
        this.problems = problems;
    }

    @ForCouncils
    @GetMapping
    String show(CouncilMember me, Model model) {
        return page(me, MeetingForm.EMPTY, "", model);
    }

    @ForCouncils
    @PostMapping
    String add(
            @ModelAttribute("typed") MeetingForm typed,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var by = decides(me);
        try {
            meetings.add(me.council().id(), typed.typedDays(), typed.typedStart(), typed.typedPlace(), by);
        } catch (Refusal refusal) {
            return refused(refusal, me, typed, "", model, response);
        }
        next.addFlashAttribute("notice", "council.meetings.added");
        return BACK;
    }

    @ForCouncils
    @PostMapping("/{meeting}/weg")
    String remove(@PathVariable UUID meeting, CouncilMember me, RedirectAttributes next) {
        meetings.remove(me.council().id(), meeting, decides(me));
        next.addFlashAttribute("notice", "council.meetings.removed");
        return BACK;
    }

    @ForCouncils
    @PostMapping("/agenda")
    String calendar(
            @RequestParam(defaultValue = "") String address,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var by = decides(me);
        try {
            calendars.set(me.council().id(), address, by);
        } catch (Refusal refusal) {
            return refused(refusal, me, MeetingForm.EMPTY, address, model, response);
        }
        next.addFlashAttribute("notice", "council.calendar.kept");
        return BACK;
    }

    @ForCouncils
    @PostMapping("/agenda/weg")
    String removeCalendar(CouncilMember me, RedirectAttributes next) {
        calendars.remove(me.council().id(), decides(me));
        next.addFlashAttribute("notice", "council.calendar.removed");
        return BACK;
    }

    private Actor decides(CouncilMember me) {
        if (!me.decides()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return me.actor(words.function(me.function()));
    }

    private String refused(
            Refusal refusal,
            CouncilMember me,
            MeetingForm typed,
            String address,
            Model model,
            HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return page(me, typed, address, model);
    }

    private String page(CouncilMember me, MeetingForm typed, String address, Model model) {
        model.addAttribute("path", PATH);
        model.addAttribute("mayEdit", me.decides());
        model.addAttribute("forCouncil", me.council().id());
        views.meetings(me.council().id(), typed, address, model);
        return "portal/council-meetings";
    }
}
