package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Processes;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** What the fields of a letter stand for in a case; {@link FieldGuide} says which there are. */
@Component
class LetterFields {

    /** The table whose lines a decision on a council rests on; other decisions name theirs. */
    private static final String CONDITIONS = "recognition-conditions";

    /** The code of the organ that decided: no field of a text, but the signature follows it. */
    static final String ORGAN = "organ";

    private final Municipality municipality;
    private final Councils councils;
    private final Submissions submissions;
    private final Forms forms;
    private final CaseLines lines;
    private final Contacts contacts;
    private final Regulations regulations;
    private final LetterWords words;
    private final Processes processes;

    LetterFields(
            Municipality municipality,
            Councils councils,
            Submissions submissions,
            Forms forms,
            CaseLines lines,
            Contacts contacts,
            Regulations regulations,
            LetterWords words,
            Processes processes) {
        this.municipality = municipality;
        this.councils = councils;
        this.submissions = submissions;
        this.forms = forms;
        this.lines = lines;
        this.contacts = contacts;
        this.regulations = regulations;
        this.words = words;
        this.processes = processes;
    }

    /** @param given what the step knows: {@code facts} of the process, lists that the text names under {@code fields} */
    TextTemplate.Fields of(CaseView dossier, TextHead head, Map<String, Object> given, Locale language) {
        var sent = new SentAnswers(submissions, forms, dossier.id());
        var regulation = dossier.regulation();
        var values = new HashMap<String, @Nullable Object>(given);
        addCase(values, dossier, language);
        addDecision(values, head, sent, language);
        var organ = ((Map<?, ?>) given.getOrDefault("facts", Map.of())).get("organ");
        values.put(ORGAN, organ);
        values.put("decision.organ", organ == null ? "" : organ(organ, language));
        values.put(
                "objection", regulations.objection(regulation, head.objection()).value());
        values.put("rules", rules(dossier, head, language));
        return name -> values.containsKey(name) ? values.get(name) : named(name, regulation, sent, language);
    }

    private void addCase(Map<String, @Nullable Object> values, CaseView dossier, Locale language) {
        var council = dossier.council() == null ? null : councils.get(dossier.council());
        var contact = contacts.forArea(dossier.area());
        values.put("municipality", municipality.name());
        values.put("trajectory", trajectory(dossier, language));
        values.put("council", council == null ? dossier.title() : council.name());
        values.put("number", dossier.number());
        values.put("received", LetterWords.day(dossier.received(), language));
        values.put("today", LetterWords.day(words.today(), language));
        values.put("contact", contact.name());
        values.put("contact.phone", contact.phone());
        values.put("contact.mail", contact.mail());
        values.put("inscription", words.standing(dossier.regulation(), "inscription", language));
        values.put("inscribed", words.standing(dossier.regulation(), "inscribed", language));
        if (council != null) {
            addRegister(values, council, language);
        }
    }

    private String trajectory(CaseView dossier, Locale language) {
        return processes
                .trajectory(dossier.trajectory())
                .map(it -> it.nameEn() != null && language.equals(Locale.ENGLISH) ? it.nameEn() : it.name())
                .orElse("");
    }

    private static void addRegister(Map<String, @Nullable Object> values, CouncilView council, Locale language) {
        values.put("register.from", LetterWords.day(council.from(), language));
        values.put("register.until", LetterWords.day(council.until(), language));
        values.put("register.level", council.level());
    }

    /** The answers that every form for a decision has by these keys. */
    private void addDecision(Map<String, @Nullable Object> values, TextHead head, SentAnswers sent, Locale language) {
        var answers = sent.answers(head.decision());
        var at = sent.at(head.decision());
        var day = Objects.requireNonNullElse(
                (Object) answers.text("decisionDate"),
                at == null ? "" : words.day(at).toString());
        values.put("decision.number", answers.text("decisionNumber"));
        values.put("decision.date", LetterWords.day(day, language));
        values.put("decision.reason", first(answers, "decisionReason", "reason"));
        values.put("decision.conditions", answers.text("conditions"));
        var level = answers.text("level");
        if (level != null && !level.isBlank()) {
            values.put("register.level", level);
        }
    }

    private static @Nullable String first(Answers answers, String key, String other) {
        var first = answers.text(key);
        return first == null ? answers.text(other) : first;
    }

    private String organ(Object organ, Locale language) {
        return words.say("organ." + municipality.jurisdiction() + "." + organ, language);
    }

    /** The regulation itself, the conditions as they were judged, and what else the decision rests on, with their articles. */
    private List<Map<String, String>> rules(CaseView dossier, TextHead head, Locale language) {
        var english = language.equals(Locale.ENGLISH);
        var rules = new ArrayList<Map<String, String>>();
        rules.add(rule(regulations.view(dossier.regulation()).title(), null, ""));
        for (var key : head.rules()) {
            if (key.endsWith("conditions")) {
                lines.latest(dossier.id(), key.equals("conditions") ? CONDITIONS : key)
                        .forEach(line -> rules.add(rule(
                                line.sentence(english),
                                line.article(),
                                words.say(line.met() ? "part.met" : "part.not-met", language))));
            } else {
                regulations
                        .find(dossier.regulation(), key)
                        .ifPresent(it -> rules.add(rule(english ? it.sentenceEn() : it.sentence(), it.article(), "")));
            }
        }
        return rules;
    }

    private static Map<String, String> rule(String sentence, @Nullable String article, String verdict) {
        return Map.of("sentence", sentence, "article", Objects.requireNonNullElse(article, ""), "verdict", verdict);
    }

    private @Nullable Object named(String name, RegulationId regulation, SentAnswers sent, Locale language) {
        var dot = name.indexOf('.') + 1;
        var rest = name.substring(dot);
        return switch (name.substring(0, dot)) {
            case "term." -> words.term(regulation, rest, language);
            case "choice." ->
                words.says(
                        regulation,
                        rest.substring(0, rest.lastIndexOf('.')),
                        rest.substring(rest.lastIndexOf('.') + 1));
            case "answer." -> sent.words(rest);
            default -> null;
        };
    }
}
