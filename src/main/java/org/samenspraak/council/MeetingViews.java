package org.samenspraak.council;

import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what the pages of a council's mails and meetings show on them, for the office and for the council. */
@Component
public class MeetingViews {

    private final CouncilMeetings meetings;
    private final CouncilCalendars calendars;
    private final MailChoices choices;

    MeetingViews(CouncilMeetings meetings, CouncilCalendars calendars, MailChoices choices) {
        this.meetings = meetings;
        this.calendars = calendars;
        this.choices = choices;
    }

    /** @param address as it was typed and refused, else empty */
    public void meetings(CouncilId council, MeetingForm typed, String address, Model model) {
        model.addAttribute("meetings", meetings.toCome(council));
        model.addAttribute("calendar", calendars.of(council).orElse(null));
        model.addAttribute("calendarsRead", calendars.areRead());
        model.addAttribute("form", typed);
        model.addAttribute("address", address);
    }

    public void mails(CouncilId council, MailForm typed, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("members", choices.choices(council));
        model.addAttribute("most", choices.mostReaders());
        model.addAttribute("choosesLanguage", choices.choosesLanguage());
        model.addAttribute("interests", MailChoice.Interest.values());
        model.addAttribute("allThemes", choices.themes());
    }
}
