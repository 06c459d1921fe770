package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.CaseScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.ResultActions;

/** An office that asks three councils for advice: forms are judged as a browser would send them, clocks run when a test says so. */
abstract class AdviceScenario extends CaseScenario {

    @Autowired
    Memberships memberships;

    @Autowired
    Clocks clocks;

    @Autowired
    ReplyUnits units;

    @Autowired
    Replies replies;

    AreaId kuringen;
    CouncilId youth;
    CouncilId neighbourhood;
    CouncilId culture;

    @BeforeEach
    void makeCouncils() {
        goTo(LocalDate.of(2026, 9, 1));
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        var city = areas.add("Hasselt", null, CLERK);
        kuringen = areas.add("Kuringen", city, CLERK);
        youth = council(CouncilKind.ADVIESRAAD, "Jeugdraad", city);
        neighbourhood = council(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", kuringen);
        culture = council(CouncilKind.ADVIESRAAD, "Cultuurraad", city);
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    CouncilId council(CouncilKind kind, String name, AreaId area) {
        return new Advisers(councils, memberships, jdbc).add(kind, name, area, today());
    }

    /** A question about the youth in Kuringen: proposes the youth council and the neighbourhood council. */
    CaseId drafted(Map<String, Object> changes) {
        var answers = question();
        answers.putAll(changes);
        var form = forms.shipped("advice-request");
        var opened = intake.start("advice-request", form, judged(form, Map.of(), answers), today(), false, CLERK);
        run();
        return opened.id();
    }

    Map<String, Object> question() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("asker", "department-youth");
        answers.put("onBehalfOf", "college");
        answers.put("subject", "Schoolomgeving Kuringen");
        answers.put("question", "Hoe maken we de schoolomgeving veilig?");
        answers.put("stillOpen", "Alles behalve de ligging van de school.");
        answers.put("phase", "design");
        answers.put("position", "advise");
        answers.put("domain", "youth");
        answers.put("area", kuringen.toString());
        return answers;
    }

    /** Youth and neighbourhood are asked; culture too when it is said. */
    Map<String, Object> choice(Map<String, Object> changes, CouncilId... more) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var council : List.of(youth, neighbourhood)) {
            rows.add(Map.of("council", council.toString(), "ask", "yes"));
        }
        for (var council : more) {
            rows.add(Map.of("council", council.toString(), "ask", "yes"));
        }
        var answers = new LinkedHashMap<String, Object>(Map.of("councils", rows, "urgent", "no"));
        answers.putAll(changes);
        return answers;
    }

    /** Sent to the youth council, the neighbourhood council and the culture council. */
    CaseId sentOut() {
        return sentOut(Map.of(), Map.of());
    }

    CaseId sentOut(Map<String, Object> question, Map<String, Object> term) {
        var request = drafted(question);
        answer(request, "Task_ChooseCouncils", choice(term, culture));
        answer(request, "Task_CheckRequest", Map.of("checked", "send"));
        return request;
    }

    static Map<String, Object> urgent(String lastDay) {
        return lastDay.isEmpty()
                ? Map.of("urgent", "yes", "urgency", "De subsidie sluit.")
                : Map.of("urgent", "yes", "urgency", "De subsidie sluit.", "lastDay", lastDay);
    }

    void choose(CaseId request, Map<String, Object> term) {
        answer(request, "Task_ChooseCouncils", choice(term));
    }

    CaseId caseOf(CaseId request, CouncilId council) {
        return jdbc.sql("select case_id from advice_given where request = ? and council_id = ?")
                .params(request.value(), council.value())
                .query((row, number) -> new CaseId(row.getObject(1, java.util.UUID.class)))
                .single();
    }

    static Map<String, Object> advice(String... texts) {
        var points = new ArrayList<Map<String, Object>>();
        for (var text : texts) {
            points.add(Map.of("topic", "Verkeer", "text", text, "kind", "condition", "page", "3"));
        }
        var answers = new LinkedHashMap<String, Object>(Map.of(
                "answer", "advice",
                "points", points,
                "basis", "votes",
                "votesFor", "7",
                "votesAgainst", "2",
                "votesAbstained", "1",
                "minority", "Twee leden willen geen paaltjes."));
        answers.putAll(signed());
        return answers;
    }

    /** By people who stand in: so it fits every council. */
    static Map<String, Object> signed() {
        return Map.of(
                "chair", "acting",
                "chairActing", "Voorzitter Jeugdraad",
                "secretary", "acting",
                "secretaryActing", "Secretaris Jeugdraad");
    }

    /** Joins the advice of another council. */
    static Map<String, Object> joins(CouncilId other) {
        var answers = new LinkedHashMap<String, Object>(Map.of("answer", "joint", "joins", other.toString()));
        answers.putAll(signed());
        return answers;
    }

    static Map<String, Object> moreTime(LocalDate until) {
        return Map.of("answer", "more-time", "moreReason", "Wij vergaderen pas later.", "moreUntil", until.toString());
    }

    static Map<String, Object> decision(LocalDate day) {
        return new LinkedHashMap<>(
                Map.of("decision", "adopted", "decisionNumber", "2026_CBS_0101", "decisionDate", day.toString()));
    }

    Map<String, Object> known(CaseId caseId, String element) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl")); // a page before it left none
        var task = task(caseId, element);
        return taskData.of(task, form(task), CLERK);
    }

    /** The department notes each point that has no reply yet, and sends its replies to the alderman. */
    void reply(CaseId request) {
        var noted = units.page(request, ReplyFilter.ALL, 400).rows().stream()
                .filter(unit -> unit.reply().outcome() == null)
                .map(unit ->
                        new TypedReply(unit.key(), unit.mark(), "noted", "Wij houden er rekening mee.", "", "", ""))
                .toList();
        assertThat(replies.save(request, noted, CLERK).isWhole()).isTrue();
        answer(request, "Task_Reply", Map.of());
    }

    /** The office saw that nothing about people stands on the page for everybody. */
    void lookThrough(CaseId caseId) {
        answer(caseId, "Task_LookThrough", Map.of("lookedThrough", true));
    }

    String value(CaseId caseId, String column) {
        return jdbc.sql("select cast(" + column + " as text) from advice_given where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    LocalDate lastDay(CaseId caseId) {
        return clocks.find(caseId, "advice", null).orElseThrow().lastDay();
    }

    /** A button of one page of a question, as a browser sends it. */
    ResultActions pressStep(String link, int step, String... pairs) throws Exception {
        var sent = multipart(link);
        parsed(mvc.perform(get(link).param("stap", "" + step)))
                .select("#form input[type=hidden]")
                .forEach(hidden -> sent.param(hidden.attr("name"), hidden.attr("value")));
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            sent.param(pair.substring(0, at), pair.substring(at + 1));
        }
        return mvc.perform(sent);
    }

    static Document parsed(ResultActions done) throws Exception {
        return Jsoup.parse(done.andReturn().getResponse().getContentAsString());
    }
}
