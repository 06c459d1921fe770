package org.samenspraak.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.beans.factory.annotation.Autowired;

/** Open forums and meetings with all councils. */
abstract class GatheringScenario extends TalkScenario {

    @Autowired
    Gatherings gatherings;

    CaseId start(String trajectory, Map<String, Object> known, Map<String, Object> answers, Actor by) {
        var form = forms.shipped(trajectory);
        var all = new HashMap<>(known);
        all.putAll(forms.prefill(form, null, by));
        all.values().removeIf(Objects::isNull);
        var started = intake.start(trajectory, form, judged(form, all, answers), today(), false, by)
                .id();
        run();
        return started;
    }

    /** Of our council, on 1 June at half past seven, open to everybody. */
    CaseId forum() {
        return forum("2027-06-01");
    }

    CaseId forum(String day) {
        return start(
                "open-forum",
                Map.of("portal", Map.of("council", council.toString())),
                Map.of(
                        "subject", "Verkeer in Runkst",
                        "day", day,
                        "time", "19:30",
                        "minutes", "120",
                        "place", "Buurthuis De Linde",
                        "open", "yes"),
                member());
    }

    CaseId meeting(String themeBy) {
        var answers = new HashMap<String, Object>(
                Map.of("subject", "Raden en college", "with", "college", "themeBy", themeBy));
        if (themeBy.equals("office")) {
            answers.put("theme", "Het nieuwe plan");
        }
        return start("council-meeting", Map.of(), answers, OFFICE);
    }

    CaseId theme(CouncilId of, String theme, String own) {
        var by = Actor.council(of, "voorzitter");
        var asking = gatherings.asking().orElseThrow();
        var answers = new HashMap<String, Object>();
        if (!gatherings.themes(asking.caseId(), 1).isEmpty()) {
            answers.put("theme", theme);
        }
        if (!own.isEmpty()) {
            answers.put("own", own);
        }
        return start("meeting-theme", Map.of(), answers, by);
    }

    static Map<String, Object> meetingPlan(String day) {
        return Map.of(
                "day", day,
                "time", "19:00",
                "minutes", "120",
                "place", "Stadhuis",
                "agenda", "Het plan voor de wijken",
                "open", "no");
    }
}
