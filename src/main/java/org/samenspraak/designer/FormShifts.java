package org.samenspraak.designer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.StandingCases.Place;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which forms would be others for cases that go along, a sentence each: what somebody began to fill in may not fit any more. */
@Component
class FormShifts {

    private final TrajectoryFiles files;
    private final ChangeWords words;
    private final MessageSource messages;

    FormShifts(TrajectoryFiles files, ChangeWords words, MessageSource messages) {
        this.files = files;
        this.words = words;
        this.messages = messages;
    }

    /** @param now the files that the cases would go to */
    List<String> of(String folder, Place place, Map<String, String> now) {
        var number = files.numberOf(folder, place.definition());
        var was = files.versions(folder).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(files::files)
                .orElseThrow();
        return place.steps().stream()
                .flatMap(step -> at(place.process() + ".bpmn", step, was, now))
                .toList();
    }

    private Stream<String> at(String model, String step, Map<String, String> was, Map<String, String> now) {
        var before = form(model, step, was);
        var after = form(model, step, now);
        if (before.isEmpty() || after.isEmpty()) {
            return Stream.empty();
        }
        if (!before.equals(after)) {
            return Stream.of(say("designer.running.other-form", name(before, was), name(after, now)));
        }
        var changes = ModelChange.between(
                new TreeMap<>(Map.of(before, was.getOrDefault(before, ""))),
                new TreeMap<>(Map.of(before, now.getOrDefault(before, ""))));
        return changes.stream()
                .map(change -> say("designer.running.form", name(before, now), words.of(change, Map.of())));
    }

    /** The file of the form that a task is done with; empty for what is no task. */
    private static String form(String model, String step, Map<String, String> files) {
        return ModelSketch.of(model, files.getOrDefault(model, "")).parts().stream()
                .filter(part -> part.id().equals(step) && part.settings().containsKey("form"))
                .map(part -> part.settings().get("form") + ".form")
                .findFirst()
                .orElse("");
    }

    private static String name(String form, Map<String, String> files) {
        var name = ModelSketch.of(form, files.getOrDefault(form, "")).name();
        return name.isBlank() ? form : name;
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }
}
