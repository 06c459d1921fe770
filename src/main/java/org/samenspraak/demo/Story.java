package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** One council on its way through the trajectory {@code recognition}; every number is days before the first start. */
class Story {

    private static final String REASON =
            "De raad is open voor alle bewoners, heeft een duidelijk gebied en voldoet aan de voorwaarden.";

    /** Working days, in the regulation of Hasselt. */
    private static final int HEARING = 5;

    private final Agenda agenda;
    private final Told told;
    private final Walk walk;
    private final Cast cast;
    private final Application application;
    private @Nullable CaseView opened;
    /** The day from which somebody may be heard, until that is done. */
    private @Nullable LocalDate hearing;

    Story(Agenda agenda, Walk walk, Cast cast, Application application) {
        this.agenda = agenda;
        this.told = new Told(agenda);
        this.walk = walk;
        this.cast = cast;
        this.application = application;
    }

    Story applied(int ago) {
        hearing = agenda.day(ago);
        return then(ago, 9, () -> {
            var by = Actor.resident(application.officer(0));
            opened = walk.start("recognition", application.sent(), false, by);
            own(caseId());
        });
    }

    /** The manager of the area follows the case; the office where there is none. */
    void own(CaseId caseId) {
        walk.own(caseId, cast.managerId(application.area()), cast.official("participation-office"));
    }

    /** On paper: the office types it over. */
    Story appliedOnPaper(int ago) {
        hearing = agenda.day(ago);
        return then(ago, 9, () -> {
            opened = walk.start("recognition", application.sent(), true, cast.official("participation-office"));
            own(caseId());
        });
    }

    Story heard(int ago) {
        hearing = null;
        return answer(
                ago,
                10,
                "recognition-area-view",
                cast.manager(application.area()),
                Map.of("areaView", "De raad is actief in de buurt en werkt goed samen met de wijkwerking."));
    }

    /** @throws IllegalStateException when the area manager was not heard and may still be */
    Story complete(int ago) {
        if (hearing != null && agenda.workingDays(hearing, agenda.day(ago)) < HEARING) {
            throw new IllegalStateException("%d days ago somebody may still be heard".formatted(ago));
        }
        return office(ago, 11, "recognition-check", Map.of("delimited", "yes", "overlaps", "no", "complete", "true"));
    }

    Story incomplete(int ago, String missing) {
        return office(
                ago,
                11,
                "recognition-check",
                Map.of("delimited", "no", "overlaps", "no", "_shown", "complete", "missing", missing));
    }

    Story supplemented(int ago, Map<String, String> changed) {
        return officer(ago, "recognition-supplement", 1, changed);
    }

    Story advised(int ago) {
        return office(
                ago,
                14,
                "recognition-advice",
                Map.of(
                        "advice",
                        "grant",
                        "adviceReason",
                        REASON,
                        "meeting",
                        agenda.day(ago).plusDays(14).toString(),
                        "draft",
                        "Artikel 1. De raad wordt erkend voor vier jaar."));
    }

    Story granted(int ago) {
        return decided(ago, agenda.day(ago), Map.of("decision", "granted", "reason", REASON));
    }

    /** @param day of the decision, which can lie before it was entered */
    Story decided(int ago, LocalDate day, Map<String, String> decision) {
        var sent = new LinkedHashMap<>(decision);
        var council = application.kind().equals("adviesraad");
        sent.put("decisionNumber", "%d-%s-%03d".formatted(day.getYear(), council ? "GR" : "CBS", day.getDayOfYear()));
        sent.put("decisionDate", day.toString());
        var by = cast.official(council ? "gemeenteraad" : "college");
        return answer(ago, 15, "recognition-decision", by, sent);
    }

    Story signedByCouncil(int ago) {
        return signedByChair(ago).then(ago, 17, () -> sign("Task_SignSecretary", officer(1), application.officer(1)));
    }

    Story signedByChair(int ago) {
        return then(ago, 16, () -> sign("Task_SignChair", officer(0), application.officer(0)));
    }

    Story signedByMayor(int ago) {
        return then(ago, 9, () -> sign("Task_SignMayor", cast.official("mayor"), "Burgemeester"));
    }

    Story signedByCity(int ago) {
        return signedByMayor(ago)
                .then(
                        ago,
                        10,
                        () -> sign("Task_SignDirector", cast.official("general-director"), "Algemeen directeur"));
    }

    /** The whole way, decided so many days ago. */
    Story recognised(int ago) {
        return applied(ago + 45)
                .heard(ago + 41)
                .complete(ago + 36)
                .advised(ago + 22)
                .granted(ago)
                .signed(ago);
    }

    Story signed(int decided) {
        return signedByCouncil(decided - 4).signedByCity(decided - 8);
    }

    Story office(int ago, int hour, String form, Map<String, String> sent) {
        return answer(ago, hour, form, cast.official("participation-office"), sent);
    }

    Story officer(int ago, String form, int number, Map<String, String> sent) {
        return then(ago, 19, () -> walk.answer(caseId(), form, Walk.single(sent), officer(number)));
    }

    Story answer(int ago, int hour, String form, Actor by, Map<String, String> sent) {
        return then(ago, hour, () -> walk.answer(caseId(), form, Walk.single(sent), by));
    }

    /** In the order of the story. */
    Story then(int ago, int hour, Runnable step) {
        told.then(ago, hour, step);
        return this;
    }

    Application application() {
        return application;
    }

    CaseId caseId() {
        return Objects.requireNonNull(opened).id();
    }

    CouncilId council() {
        return Objects.requireNonNull(Objects.requireNonNull(opened).council());
    }

    Actor officer(int number) {
        return Actor.council(council(), application.officer(number));
    }

    private void sign(String element, Actor by, String name) {
        walk.answer(caseId(), element, Walk.single(Map.of("agrees", "true", "signedAs", name)), by);
    }
}
