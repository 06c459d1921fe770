package org.samenspraak.demo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AdviceDesk;
import org.samenspraak.advice.AdviceDesk.Said;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** One request on its way through the trajectory {@code advice-request}; every number is days before the first start. */
class Consultation {

    private final Told told;
    private final Agenda agenda;
    private final Walk walk;
    private final CouncilDesk councils;
    private final AdviceDesk desk;
    private final Cast cast;
    private final Asked asked;
    private @Nullable CaseView opened;

    Consultation(Agenda agenda, Walk walk, CouncilDesk councils, AdviceDesk desk, Cast cast, Asked asked) {
        this.told = new Told(agenda);
        this.agenda = agenda;
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
        this.cast = cast;
        this.asked = asked;
    }

    Consultation drafted(int ago) {
        return then(ago, 9, () -> {
            opened = walk.start("advice-request", asked.sent(cast), false, asker());
            walk.own(opened.id(), cast.person(asked.asker()), asker());
        });
    }

    /** Chooses these councils, and none of the others that are proposed. */
    Consultation chosen(int ago, String... names) {
        return then(ago, 10, () -> choose(Map.of("urgent", "no"), names));
    }

    /** @param days that the councils have, counted from the first start */
    Consultation urgently(int ago, int days, String why, String... names) {
        return then(
                ago,
                10,
                () -> choose(
                        Map.of(
                                "urgent",
                                "yes",
                                "urgency",
                                why,
                                "lastDay",
                                agenda.start().plusDays(days).toString()),
                        names));
    }

    private void choose(Map<String, String> term, String... names) {
        var sent = Walk.single(term);
        var left = new HashSet<>(Arrays.asList(names));
        var rows = 0;
        var proposed = walk.known(caseId(), "advice-addressees", asker()).get("councils");
        for (var row : (List<?>) Objects.requireNonNull(proposed)) {
            var council = String.valueOf(((Map<?, ?>) row).get("council"));
            var chosen = left.removeIf(name -> id(name).equals(council));
            choose(sent, rows++, council, chosen);
        }
        for (var name : left) {
            choose(sent, rows++, id(name), true);
        }
        sent.put("_rows.councils", List.of("" + rows));
        walk.answer(caseId(), "advice-addressees", sent, asker());
    }

    private static void choose(Map<String, List<String>> sent, int row, String council, boolean chosen) {
        var name = "councils[" + row + "].";
        sent.put(name + "council", List.of(council));
        sent.put(name + "ask", List.of(chosen ? "yes" : "no"));
        if (!chosen) {
            sent.put(name + "leftOut", List.of("Het plan raakt het gebied van deze raad niet."));
        }
    }

    private String id(String council) {
        return councils.council(council).id().toString();
    }

    Consultation returned(int ago, String remarks) {
        return office(ago, "advice-request-check", Map.of("checked", "return", "remarks", remarks));
    }

    Consultation sent(int ago) {
        return office(ago, "advice-request-check", Map.of("checked", "send"));
    }

    private Consultation office(int ago, String form, Map<String, String> sent) {
        return then(ago, 11, () -> walk.answer(caseId(), form, Walk.single(sent), office()));
    }

    Consultation advised(int ago, String council, Advice advice) {
        return then(ago, 20, () -> councils.answer(caseId(), council, advice.sent(council)));
    }

    /** @param later days after its term */
    Consultation moreTime(int ago, String council, int later, String why) {
        return then(ago, 20, () -> {
            var until = councils.lastDay(caseId(), council).plusDays(later);
            var sent = Map.of("answer", "more-time", "moreReason", why, "moreUntil", until.toString());
            councils.answer(caseId(), council, Walk.single(sent));
        });
    }

    Consultation granted(int ago, String council, String why) {
        return then(
                ago,
                14,
                () -> walk.answer(
                        councils.caseOf(caseId(), council),
                        "more-time-decision",
                        Walk.single(Map.of("moreTime", "granted", "decisionReason", why)),
                        asker()));
    }

    Consultation replied(int ago, String topic, Said said) {
        return then(ago, 14, () -> desk.reply(caseId(), topic, said, asker()));
    }

    Consultation grouped(int ago, String title, String... topics) {
        return then(ago, 14, () -> desk.group(caseId(), title, Set.of(topics), asker()));
    }

    /** To the alderman. */
    Consultation answered(int ago, String summary) {
        return department(ago, "advice-reply", Map.of("summary", summary));
    }

    Consultation agreed(int ago) {
        return alderman(ago, Map.of("agreed", "yes"));
    }

    Consultation remarked(int ago, String remarks) {
        return alderman(ago, Map.of("agreed", "no", "remarks", remarks));
    }

    private Consultation alderman(int ago, Map<String, String> sent) {
        return then(ago, 16, () -> walk.answer(caseId(), "advice-agree", Walk.single(sent), cast.official("alderman")));
    }

    Consultation decided(int ago) {
        return then(ago, 16, () -> {
            var day = agenda.now();
            var council = asked.onBehalfOf().equals("gemeenteraad");
            var number = "%d-%s-%03d".formatted(day.getYear(), council ? "GR" : "CBS", 400 + day.getDayOfYear());
            var sent = Map.of("decision", "adopted", "decisionNumber", number, "decisionDate", day.toString());
            walk.answer(caseId(), "advice-decision", Walk.single(sent), cast.official(asked.onBehalfOf()));
        });
    }

    /** Nothing about people stands on the page that everybody will read. Of the day of the decision too: it is later in the day. */
    Consultation lookedThrough(int ago) {
        var sent = Map.of("lookedThrough", "true");
        return then(ago, 17, () -> walk.answer(caseId(), "advice-look-through", Walk.single(sent), office()));
    }

    Consultation lookedBack(int ago, String what) {
        return department(ago, "advice-look-back", Map.of("lookBack", what));
    }

    private Consultation department(int ago, String form, Map<String, String> sent) {
        return then(ago, 15, () -> walk.answer(caseId(), form, Walk.single(sent), asker()));
    }

    /** Another question, while the councils write. */
    Consultation changed(int ago, String question, String why) {
        return then(ago, 14, () -> desk.change(caseId(), question, why, asker()));
    }

    /** Something a council or the office does with it. */
    Consultation then(int ago, int hour, Consumer<CaseId> step) {
        return then(ago, hour, () -> step.accept(caseId()));
    }

    private Consultation then(int ago, int hour, Runnable step) {
        told.then(ago, hour, step);
        return this;
    }

    private CaseId caseId() {
        return Objects.requireNonNull(opened).id();
    }

    private Actor asker() {
        return cast.official(asked.asker());
    }

    private Actor office() {
        return cast.official("participation-office");
    }

    /**
     * What a department asks.
     *
     * @param onBehalfOf college or gemeenteraad
     * @param area by name; empty for the whole city
     */
    record Asked(
            String asker,
            String onBehalfOf,
            String subject,
            String question,
            String stillOpen,
            String domain,
            String area) {

        Map<String, List<String>> sent(Cast cast) {
            var sent = new LinkedHashMap<String, String>();
            sent.put("asker", asker);
            sent.put("onBehalfOf", onBehalfOf);
            sent.put("subject", subject);
            sent.put("question", question);
            sent.put("stillOpen", stillOpen);
            sent.put("phase", "design");
            sent.put("position", "advise");
            sent.put("domain", domain);
            sent.put("area", area.isEmpty() ? "" : cast.area(area).toString());
            return Walk.single(sent);
        }
    }
}
