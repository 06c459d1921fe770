package org.samenspraak.grant;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Agreements.Promise;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The report of a talk: what was said, what was agreed, and what the council remarked on it. */
@Service
class Reporting {

    /** The form, and the name by which the council finds the report beside its question. */
    static final String FORM = "talk-report";

    private final Talks talks;
    private final Planning planning;
    private final Agreements agreements;
    private final Councils councils;
    private final Cases cases;
    private final Submissions submissions;
    private final PaperSheets sheets;
    private final Letters letters;
    private final GrantWords words;

    Reporting(
            Talks talks,
            Planning planning,
            Agreements agreements,
            Councils councils,
            Cases cases,
            Submissions submissions,
            PaperSheets sheets,
            Letters letters,
            GrantWords words) {
        this.talks = talks;
        this.planning = planning;
        this.agreements = agreements;
        this.councils = councils;
        this.cases = cases;
        this.submissions = submissions;
        this.sheets = sheets;
        this.letters = letters;
        this.words = words;
    }

    /** Keeps the agreements and puts the report in the dossier, where the council reads it too. */
    @Transactional
    public void keep(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var talk = talks.get(caseId);
        var heldOn = LocalDate.parse(Typed.text(answers, "heldOn"));
        planning.heldBefore(talk, heldOn, by);
        talks.held(caseId, heldOn, answers.text("level"));
        agreements.keep(caseId, talk.council(), promises(answers));
        file(caseId, answers, by);
    }

    /** The remarks of the council are added to the report; without remarks it agrees. */
    @Transactional
    public void confirm(CaseId caseId, Actor by) {
        var said = submissions.latest(caseId, "talk-confirm").orElseThrow();
        var agreed = "yes".equals(said.text("agreed"));
        talks.confirmed(caseId, agreed ? "agreed" : "remarks", said.text("remarks"));
        file(caseId, submissions.latest(caseId, FORM).orElseThrow(), by);
    }

    /** Nobody answered: the council agrees, as it was told. */
    @Transactional
    public void silent(CaseId caseId) {
        talks.confirmed(caseId, "silence", null);
        file(caseId, submissions.latest(caseId, FORM).orElseThrow(), Actor.SYSTEM);
    }

    private void file(CaseId caseId, Answers answers, Actor by) {
        var dossier = cases.get(caseId);
        var talk = talks.get(caseId);
        var fields = new HashMap<String, Object>();
        fields.put("talk", talk);
        fields.put("council", councils.get(talk.council()).name());
        fields.put("number", dossier.number());
        fields.put("present", Typed.text(answers, "present"));
        fields.put("points", answers.rows("points"));
        fields.put("agreements", agreements.ofTalk(caseId));
        fields.put("say", words);
        fields.put("foot", words.dutch("grant.paper.foot", dossier.number()));
        var paper = sheets.both("talk", words.dutch("grant.paper.title"), fields);
        letters.share(
                caseId,
                words.dutch("grant.paper.file", dossier.number()) + ".pdf",
                FORM,
                new ByteArrayInputStream(paper.pdf()),
                by);
    }

    /** What a form says was agreed, by a group of the city, by one official or by the council. */
    static List<Promise> promises(Answers answers) {
        return answers.rows("agreements").stream()
                .map(row -> new Promise(
                        Typed.text(row.get("what")),
                        "city".equals(row.get("whose")) ? Objects.toString(row.get("group")) : null,
                        "person".equals(row.get("whose")) ? UUID.fromString(Typed.text(row.get("person"))) : null,
                        LocalDate.parse(Typed.text(row.get("due")))))
                .toList();
    }
}
