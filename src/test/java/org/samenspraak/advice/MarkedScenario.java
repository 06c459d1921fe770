package org.samenspraak.advice;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Preview;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** A mark wherever a person may be named: in a neighbourhood budget, a signal, an agreement, a forum and every form. */
abstract class MarkedScenario extends OutScenario {

    static final String MARK = "Merkteken";

    @Autowired
    private Preview forms;

    @Autowired
    private Submissions submissions;

    /** A round with an idea and a project, and its people in every text that somebody wrote. */
    void neighbourhoodBudget() {
        var round = CaseId.create();
        cases.open(new OpenCase(round, "wijkbudget-round", "WBR", "Wijkbudget", null, null, ASKED, false, OFFICE));
        jdbc.sql(
                        "insert into wijkbudget_round (case_id, title, opens, total_cents, base_cents, floor_cents, ceiling_cents,"
                                + " vulnerability, phase, adopted_at) values (?, 'Wijkbudget 2026', ?, 100000, 0, 0, 100000, 50,"
                                + " 'ADMISSIBILITY', now())")
                .params(round.value(), ASKED)
                .update();
        jdbc.sql(
                        "insert into wijkbudget_area values (?, 0, ?, 100, 0, 0, false, true, 100000, '{teens}', 'Langs de school')")
                .params(round.value(), area.value())
                .update();
        jdbc.sql("insert into wijkbudget_phase values (?, 'CALL', ?, ?), (?, 'ADMISSIBILITY', ?, ?)")
                .params(round.value(), ASKED, ASKED, round.value(), ASKED.plusDays(1), LAST)
                .update();
        var idea = CaseId.create();
        cases.open(new OpenCase(
                idea, "wijkbudget-proposal", "WBI", "Bank van Merkteken Naam", null, area, ASKED, false, OFFICE));
        jdbc.sql("insert into wijkbudget_proposal (case_id, round, area_id, title, idea, need, place, on_paper, state,"
                        + " published, reason) values (?, ?, ?, 'Bank voor Merkteken Indiener', 'Bel Merkteken Indiener op"
                        + " 0470 98 76 54', 'Mevrouw Merkteken valt', 'Merktekenstraat 1', false, 'REFUSED', true,"
                        + " 'De heer Merkteken is tegen')")
                .params(idea.value(), round.value(), area.value())
                .update();
        jdbc.sql("insert into wijkbudget_supporter values (gen_random_uuid(), ?, true, 'Merkteken Indiener',"
                        + " 'merkteken@wijk.example', 'Merktekenstraat 1', now())")
                .param(idea.value())
                .update();
        jdbc.sql(
                        "with made as (insert into wijkbudget_project (id, round, title, summary, made_at, made_by, area_id, released) values"
                                + " (gen_random_uuid(), ?, 'Bank van Merkteken Indiener', 'Dhr. Merkteken tekende ze', now(),"
                                + " 'Merkteken Ambtenaar', ?, true) returning id) insert into wijkbudget_project_idea select id, ? from made")
                .params(round.value(), area.value(), idea.value())
                .update();
        carryOut(round);
        fill(round);
        fill(idea);
    }

    /** Decided and running, with all that anybody writes of it. */
    private void carryOut(CaseId round) {
        var project = CaseId.create();
        cases.open(new OpenCase(
                project, "wijkbudget-project", "WBP", "Bank van Merkteken Naam", null, area, ASKED, false, OFFICE));
        jdbc.sql("update wijkbudget_project set case_id = ?, number = 1, cost_cents = 100000, state = 'RUNNING',"
                        + " decided = 'CHOSEN', deviation = 'Mevrouw Merkteken vroeg het' where round = ?")
                .params(project.value(), round.value())
                .update();
        jdbc.sql(
                        "insert into wijkbudget_decision (round, number, decided_on, reason, decided_at, decided_by, public_at)"
                                + " values (?, '42', ?, 'De heer Merkteken drong aan', now(), 'Merkteken Ambtenaar', now())")
                .params(round.value(), ASKED)
                .update();
        jdbc.sql("insert into wijkbudget_execution (project, carrier, what, cents, begins, due, extended_on,"
                        + " extension_reason) select id, 'CITY', 'Een bank van mevrouw Merkteken', 100000, :day, :day, :day,"
                        + " 'De heer Merkteken was ziek' from wijkbudget_project where round = :round")
                .param("day", ASKED)
                .param("round", round.value())
                .update();
        jdbc.sql(
                        "insert into wijkbudget_handover (project, reason, asked_on, answered_on, taken) select id,"
                                + " 'Mevrouw Merkteken verhuisde', :day, :day, true from wijkbudget_project where round = :round")
                .param("day", ASKED)
                .param("round", round.value())
                .update();
        jdbc.sql(
                        "insert into wijkbudget_milestone (project, position, title, due, cents) select id, 0, 'Bank bij mevrouw"
                                + " Merkteken', ?, 100000 from wijkbudget_project where round = ?")
                .params(ASKED, round.value())
                .update();
        jdbc.sql("insert into wijkbudget_progress (id, project, at, by, words, public_words, public_on) select"
                        + " gen_random_uuid(), id, now(), 'Merkteken Indiener', 'Merkteken', 'Bel 0470 98 76 54 of"
                        + " merkteken@wijk.example', ? from wijkbudget_project where round = ?")
                .params(ASKED, round.value())
                .update();
    }

    /** An open forum whose title and place name somebody. */
    void forum() {
        var forum = CaseId.create();
        cases.open(new OpenCase(forum, "open-forum", "FOR", "Merkteken", youth, area, ASKED, false, OFFICE));
        jdbc.sql(
                        "insert into grant_meeting (case_id, council_id, subject, open_to_all, state, planned_at, minutes, place)"
                                + " values (?, ?, 'De vraag van mevrouw Merkteken', true, 'PLANNED', ?, 90, 'Bij de heer Merkteken')")
                .params(
                        forum.value(),
                        youth.value(),
                        Timestamp.valueOf(LAST.plusDays(9).atTime(18, 0)))
                .update();
    }

    void signalAndAgreement() {
        var signal = CaseId.create();
        cases.open(new OpenCase(
                signal, "signal", "SIG", "Buur Merkteken maakt lawaai", youth, area, ASKED, false, OFFICE));
        var talk = CaseId.create();
        cases.open(new OpenCase(talk, "yearly-talk", "GES", "Merkteken praat", youth, area, ASKED, false, OFFICE));
        jdbc.sql("insert into grant_talk (case_id, council_id, year, state, remarks) values (?, ?, 2026,"
                        + " 'CONFIRMED', 'Merkteken')")
                .params(talk.value(), youth.value())
                .update();
        jdbc.sql("insert into grant_agreement (talk, council_id, what, due) values (?, ?, 'Merkteken belt de"
                        + " buren', ?)")
                .params(talk.value(), youth.value(), ASKED)
                .update();
    }

    /** Every form that there is, as if it belonged to the case. */
    void fill(CaseId caseId) {
        for (var form : forms.shipped()) {
            submissions.keep(
                    caseId,
                    null,
                    form.id(),
                    form,
                    new Answers(marked(form.personal())),
                    Actor.resident(MARK + " Indiener"),
                    false);
        }
    }

    /** An answer that nobody may read in public, at each of these paths. */
    private static Map<String, Object> marked(Collection<String> paths) {
        var answers = new HashMap<String, Object>();
        paths.stream().collect(groupingBy(path -> path.split("\\.", 2)[0])).forEach((key, those) -> {
            var inside = those.stream()
                    .filter(path -> path.contains("."))
                    .map(path -> path.split("\\.", 2)[1])
                    .toList();
            if (inside.isEmpty()) {
                answers.put(key, MARK + " " + key);
            } else if (key.endsWith("[]")) {
                answers.put(key.substring(0, key.length() - 2), List.of(marked(inside)));
            } else {
                answers.put(key, marked(inside));
            }
        });
        return answers;
    }
}
