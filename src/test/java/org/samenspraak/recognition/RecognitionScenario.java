package org.samenspraak.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.CaseScenario;

/** An office that walks recognition: forms are judged as a browser would send them, clocks run when a test says so. */
abstract class RecognitionScenario extends CaseScenario {

    AreaId area;

    @BeforeEach
    void makeArea() {
        area = areas.add("Runkst", null, CLERK);
    }

    /** Applies with the usual answers but for these, and runs what follows. */
    CaseId apply(Map<String, Object> changes) {
        var answers = application(changes);
        var form = forms.shipped("recognition-application");
        var opened = intake.start("recognition", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    CaseId apply() {
        return apply(Map.of());
    }

    /** An application that was found complete, up to the advice. */
    CaseId complete(Map<String, Object> changes) {
        var caseId = apply(changes);
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        check(caseId, Map.of());
        return caseId;
    }

    /** Granted by the organ of the kind. */
    CaseId granted(Map<String, Object> changes) {
        var caseId = complete(changes);
        advise(caseId);
        var organ = awaits(caseId, "Task_DecideCollege") ? "Task_DecideCollege" : "Task_DecideCouncil";
        answer(caseId, organ, decision("granted"));
        return caseId;
    }

    /** Signed by all four and in the register. */
    CaseId recognised(Map<String, Object> changes) {
        var caseId = granted(changes);
        for (var signer : List.of("Chair", "Secretary", "Mayor", "Director")) {
            sign(caseId, signer);
        }
        return caseId;
    }

    void check(CaseId caseId, Map<String, Object> changes) {
        var answers = new LinkedHashMap<String, Object>(
                Map.of("kind", kindOf(caseId), "delimited", "yes", "overlaps", "no", "complete", "true"));
        answers.putAll(changes);
        answer(caseId, "Task_CheckApplication", answers);
    }

    void advise(CaseId caseId) {
        answer(
                caseId,
                "Task_Advise",
                Map.of(
                        "advice", "grant",
                        "adviceReason", "Alles is in orde.",
                        "meeting", today().plusDays(14).toString(),
                        "draft", "Het orgaan erkent de raad."));
    }

    void sign(CaseId caseId, String signer, Actor by, String name) {
        answer(caseId, "Task_Sign" + signer, Map.of("agrees", "true", "signedAs", name), by);
    }

    void sign(CaseId caseId, String signer) {
        sign(caseId, signer, CLERK, "Ondertekenaar " + signer);
    }

    static Map<String, Object> decision(String decision) {
        var answers = new LinkedHashMap<String, Object>(Map.of(
                "decision", decision,
                "reason", "De raad vertegenwoordigt de buurt.",
                "decisionNumber", "2026_CBS_0042",
                "decisionDate", "14-9-2026"));
        if ("conditional".equals(decision)) {
            answers.put("conditions", "Elk jaar een open forum.");
        }
        return answers;
    }

    boolean awaits(CaseId caseId, String element) {
        return open(caseId).contains(element);
    }

    CouncilView council(CaseId caseId) {
        return councils.get(Objects.requireNonNull(view(caseId).council()));
    }

    private String kindOf(CaseId caseId) {
        return Conditions.word(council(caseId).kind());
    }

    /** The case that runs as long as the recognition does. */
    CaseId term(CaseId caseId) {
        return jdbc.sql("select case_id from recognition_term where council_id = :council and ended_on is null")
                .param("council", council(caseId).id().value())
                .query((row, number) -> new CaseId(row.getObject("case_id", java.util.UUID.class)))
                .single();
    }

    Map<String, Object> application(Map<String, Object> changes) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("kind", "wijkraad");
        answers.put("name", "Wijkraad Runkst");
        answers.put("area", area.toString());
        answers.put("boundaries", "Tussen de ring en het kanaal.");
        answers.put("purpose", "Samen de buurt mooier maken.");
        answers.put("receivesMoney", "yes");
        answers.put("openToNewMembers", "yes");
        answers.put("members", members("woman", "man", "woman"));
        answers.put("contactName", "Secretaris wijkraad Runkst");
        answers.put("contactMail", "secretaris@voorbeeld.be");
        answers.putAll(changes);
        return answers;
    }

    /** Chair, secretary, treasurer and further members, one address each. */
    static List<Map<String, Object>> members(String... sexes) {
        var functions = List.of("chair", "secretary", "treasurer");
        var members = new ArrayList<Map<String, Object>>();
        for (var sex : sexes) {
            int row = members.size();
            var member = new LinkedHashMap<String, Object>();
            member.put("name", "Lid " + (row + 1));
            member.put("address", "Dorpsstraat " + (row + 1) + ", 3500 Hasselt");
            member.put("membership", "voting");
            member.put("politician", "no");
            member.put("sex", sex);
            if (row < functions.size()) {
                member.put("functions", Set.of(functions.get(row)));
                member.put("email", functions.get(row) + "@voorbeeld.be");
            }
            members.add(member);
        }
        return members;
    }

    CaseId withdraw(CaseId caseId, String decision) {
        var withdrawal = intend(caseId);
        answer(withdrawal, "Task_GiveView", Map.of("view", "Wij willen verder."));
        answer(withdrawal, "Task_DecideCollege", decided(decision));
        return withdrawal;
    }

    CaseId intend(CaseId caseId) {
        var form = forms.shipped("withdrawal-intention");
        var answers = Map.<String, Object>of(
                "council", council(caseId).id().toString(), "reason", "De raad komt niet meer samen.");
        var opened =
                intake.start("recognition-withdrawal", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    Map<String, Object> decided(String decision) {
        return Map.of(
                "decision",
                decision,
                "decisionReason",
                "Er is geen werking.",
                "decisionNumber",
                "2026_CBS_0099",
                "decisionDate",
                today().toString());
    }
}
