package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an asker should think of before a question goes out; none of it stops them. */
@Component
class Warnings {

    private static final String MOST_OPEN = "advice.open-maximum";

    private final Questions questions;
    private final GivenAnswers given;
    private final Councils councils;
    private final MeetingLines meetings;
    private final Cases cases;
    private final Regulations regulations;
    private final MessageSource texts;

    Warnings(
            Questions questions,
            GivenAnswers given,
            Councils councils,
            MeetingLines meetings,
            Cases cases,
            Regulations regulations,
            MessageSource texts) {
        this.questions = questions;
        this.given = given;
        this.councils = councils;
        this.meetings = meetings;
        this.cases = cases;
        this.regulations = regulations;
        this.texts = texts;
    }

    /** One line each, in the reader's language. */
    List<String> of(Request request, Set<CouncilId> asked, LocalDate lastDay) {
        var lines = new ArrayList<String>();
        if ("realisation".equals(request.phase())) {
            lines.add(say("phase"));
        }
        if (questions.current(request.caseId()).texts().stillOpen().isEmpty()) {
            lines.add(say("nothing-open"));
        }
        var names = councils.names(asked);
        var most = regulations
                .get(cases.get(request.caseId()).regulation(), MOST_OPEN)
                .number();
        given.withOpen(asked, most).stream()
                .map(names::get)
                .sorted()
                .forEach(name -> lines.add(say("many-open", name, most)));
        byName(names).forEach((name, council) -> {
            if (councils.get(council).compositionBroken()) {
                lines.add(say("composition", name));
            }
            var missed = meetings.missed(meetings.next(council), lastDay);
            if (missed != null) {
                lines.add(name + ": " + missed);
            }
        });
        return lines;
    }

    private static Map<String, CouncilId> byName(Map<CouncilId, String> names) {
        var byName = new TreeMap<String, CouncilId>();
        names.forEach((council, name) -> byName.put(name, council));
        return byName;
    }

    private String say(String key, Object... args) {
        return texts.getMessage("advice.warning." + key, args, LocaleContextHolder.getLocale());
    }
}
