package org.samenspraak.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.casefile.CaseLines.Line;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What recognition knows for its forms: what is missing, who overlaps, when who decides meets, whether a renewal comes after the end. */
@Component
class RecognitionPrefill implements Prefill {

    /** Enough to choose from. */
    private static final int MEETINGS_SHOWN = 6;

    private final Recognition recognition;
    private final Applications applications;
    private final RecognitionTerms terms;
    private final CaseLines lines;
    private final Councils councils;
    private final Cases cases;
    private final Clocks clocks;
    private final Meetings meetings;
    private final Dates dates;
    private final MessageSource texts;

    RecognitionPrefill(
            Recognition recognition,
            Applications applications,
            RecognitionTerms terms,
            CaseLines lines,
            Councils councils,
            Cases cases,
            Clocks clocks,
            Meetings meetings,
            Dates dates,
            MessageSource texts) {
        this.recognition = recognition;
        this.applications = applications;
        this.terms = terms;
        this.lines = lines;
        this.councils = councils;
        this.cases = cases;
        this.clocks = clocks;
        this.meetings = meetings;
        this.dates = dates;
        this.texts = texts;
    }

    @Override
    public String source() {
        return "recognition";
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        var known = new HashMap<String, Object>();
        // with a link only its reader signs; nobody of a council signs in the name of another
        if (by.kind() == Actor.Kind.COUNCIL) {
            known.put("signer", by.name());
        }
        if (caseId == null) {
            return known;
        }
        known.putAll(received(caseId));
        if (applications.find(caseId).isEmpty()) {
            return known;
        }
        var overlap = overlap(caseId);
        if (!overlap.isEmpty()) {
            known.put("overlap", overlap);
        }
        known.put("missing", missing(caseId));
        known.put("afterEnd", afterEnd(caseId));
        recognition.years(caseId).ifPresent(years -> known.put("years", years));
        known.put("advised", advised(caseId));
        clocks.find(caseId, "decision", null)
                .ifPresent(clock -> known.put("decideBy", clock.lastDay().toString()));
        known.putAll(meetings(recognition.organ(caseId)));
        return known;
    }

    /** No decision is older than what it decides on; what is taken over from a register on paper was decided before it came in. */
    private Map<String, Object> received(CaseId caseId) {
        var view = cases.get(caseId);
        return view.onPaper() ? Map.of() : Map.of("received", view.received().toString());
    }

    /** The office's words when it found the papers incomplete; else each condition that was not met, with its article. */
    private String missing(CaseId caseId) {
        var check = recognition.answers(caseId, "recognition-check");
        var missing = new ArrayList<String>();
        var text = check.text("missing");
        if (!check.yes("complete") && text != null) {
            missing.add(text);
        }
        if (check.yes("complete")) {
            lines.latest(caseId, Conditions.TABLE).stream()
                    .filter(line -> !line.met())
                    .map(RecognitionPrefill::sentence)
                    .forEach(missing::add);
        }
        return String.join("\n", missing);
    }

    /** When who decides meets; without days when nobody entered one to come. */
    private Map<String, Object> meetings(String organ) {
        var days = meetings.days(organ);
        if (days.isEmpty()) {
            return Map.of("organ", organ);
        }
        var next = days.stream()
                .filter(day -> !day.isBefore(recognition.today()))
                .limit(MEETINGS_SHOWN)
                .map(dates::day)
                .collect(Collectors.joining(", "));
        return Map.of(
                "organ", organ,
                "meetings", days.stream().map(LocalDate::toString).toList(),
                "nextMeetings",
                        texts.getMessage(
                                "recognition.meetings." + organ, new Object[] {next}, LocaleContextHolder.getLocale()));
    }

    /** What the form of the decision starts from. */
    private Map<String, Object> advised(CaseId caseId) {
        var advice = recognition.answers(caseId, "recognition-advice").values();
        var advised = new HashMap<String, Object>();
        recognition.years(caseId).ifPresent(years -> advised.put("years", advice.getOrDefault("adviceYears", years)));
        advised.put("conditions", advice.getOrDefault("adviceConditions", ""));
        advised.put("level", advice.getOrDefault("adviceLevel", ""));
        return advised;
    }

    private static String sentence(Line line) {
        return "- " + line.sentence() + (line.article() == null ? "" : " (" + line.article() + ")");
    }

    private String overlap(CaseId caseId) {
        var council = councils.get(recognition.councilOf(caseId));
        List<CouncilView> others = councils.overlapping(council.kind(), council.area());
        return others.stream()
                .filter(other -> !other.id().equals(council.id()))
                .map(CouncilView::name)
                .collect(Collectors.joining(", "));
    }

    private boolean afterEnd(CaseId caseId) {
        var application = applications.get(caseId);
        return application.renewal()
                && terms.running(recognition.councilOf(caseId)).isEmpty();
    }
}
