package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What the forms of advice know already: the question, its councils and its term. */
@Component
class AdvicePrefill implements Prefill {

    private static final Set<String> TRAJECTORIES =
            Set.of(Drafting.REQUEST, SendingOut.TRAJECTORY, Readings.TRAJECTORY);

    private static final String AGREE = "advice-agree";

    private final Requests requests;
    private final GivenAnswers given;
    private final DraftView draft;
    private final AskedView asked;
    private final AskersOffered askers;
    private final Promises promises;
    private final AnsweredPoints points;
    private final Submissions submissions;

    AdvicePrefill(
            Requests requests,
            GivenAnswers given,
            DraftView draft,
            AskedView asked,
            AskersOffered askers,
            Promises promises,
            AnsweredPoints points,
            Submissions submissions) {
        this.promises = promises;
        this.requests = requests;
        this.given = given;
        this.draft = draft;
        this.asked = asked;
        this.askers = askers;
        this.points = points;
        this.submissions = submissions;
    }

    @Override
    public String source() {
        return "advice";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return TRAJECTORIES.contains(trajectory);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null) {
            return Map.of("askers", askers.of(by, null));
        }
        return requests.find(caseId)
                .map(request -> ofRequest(request, by))
                .or(() -> ofCouncil(caseId))
                .orElse(Map.of());
    }

    private Map<String, Object> ofRequest(Request request, Actor by) {
        var known = new HashMap<>(draft.of(request));
        known.put("askers", askers.of(by, request.asker()));
        if (requests.isDecided(request.caseId())) {
            var lines = promises.of(request.caseId());
            if (!lines.isEmpty()) {
                known.put("promises", String.join("\n", lines));
            }
        }
        var sentOn = request.sentOn();
        if (sentOn != null) {
            known.put("sentOn", sentOn.toString());
            given.of(request.caseId()).stream()
                    .flatMap(advice -> Stream.ofNullable(advice.lastDay()))
                    .max(LocalDate::compareTo)
                    .ifPresent(over -> {
                        known.put("over", over.toString());
                        known.put("overDay", AskedTerm.day(over));
                    });
            known.put("points", points.of(request.caseId()));
            submissions
                    .latest(request.caseId(), AGREE)
                    .filter(answers -> "no".equals(answers.text("agreed")))
                    .map(answers -> answers.text("remarks"))
                    .ifPresent(remarks -> known.put("remarksBefore", remarks));
        }
        return known;
    }

    private Optional<Map<String, Object>> ofCouncil(CaseId caseId) {
        return given.find(caseId)
                .filter(advice -> advice.request() != null)
                .map(advice -> asked.of(advice, Objects.requireNonNull(advice.request())));
    }
}
