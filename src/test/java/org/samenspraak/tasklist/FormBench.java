package org.samenspraak.tasklist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.Bench;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * How much of a request to a task page goes to its form: 60 questions, 10 conditions. {@code mvn -Pbench test}; the figures
 * stand in docs/performance.md.
 */
class FormBench extends PostgresIT {

    private static final int WARM_UP = 250;
    private static final int MEASURED = 250;
    private static final String PASSWORD = "een lang wachtwoord voor de proef";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private People people;

    @Autowired
    private Forms forms;

    @Autowired
    private ITemplateEngine templates;

    @LocalServerPort
    private int port;

    @Test
    void formOfSixtyQuestions() throws Exception {
        var fixture = new WorkFixture(context);
        var task = fixture.onlyTask(fixture.startTrial(areas.add("Runkst", null, Actor.SYSTEM), schema()));
        var session = signedIn();
        var address = "http://localhost:" + port + "/taken/" + task;
        var token =
                session.newRequest(address).get().select("input[name=_csrf]").val();
        var form = forms.parse(schema());
        var sent = answers();
        LocaleContextHolder.setLocale(DUTCH);

        compare(
                "GET",
                () -> ask(session.newRequest(address), 200),
                () -> forms.view(form, Map.of()),
                view -> render("fields", view));
        compare(
                "POST with mistakes",
                () -> ask(post(session.newRequest(address), sent, token), 422),
                () -> forms.view(form, forms.judge(form, Map.of(), sent)),
                view -> render("summary", view) + render("fields", view));
    }

    private int render(String fragment, FormView view) {
        return templates
                .process("forms/form", Set.of(fragment), new Context(DUTCH, Map.of("form", view)))
                .length();
    }

    /** By turns, so that all meet the same machine. */
    private static void compare(
            String what, Callable<Integer> request, Callable<FormView> model, ToIntFunction<FormView> html)
            throws Exception {
        var whole = new ArrayList<Long>();
        var judging = new ArrayList<Long>();
        var rendering = new ArrayList<Long>();
        for (int at = 0; at < WARM_UP + MEASURED; at++) {
            if (at == WARM_UP) {
                Stream.of(whole, judging, rendering).forEach(List::clear);
            }
            var view = model.call();
            whole.add(Bench.time(request));
            judging.add(Bench.time(model));
            rendering.add(Bench.time(() -> html.applyAsInt(view)));
        }
        var form = Bench.median(judging) + Bench.median(rendering);
        Bench.tell(
                "%s: form %.2f ms (judging and model %.2f, HTML %.2f), whole request %.2f ms, ratio %.2f",
                what,
                form,
                Bench.median(judging),
                Bench.median(rendering),
                Bench.median(whole),
                form / Bench.median(whole));
    }

    private static int ask(Connection request, int expected) throws IOException {
        var response = request.ignoreHttpErrors(true).maxBodySize(0).execute();
        if (response.statusCode() != expected) {
            throw new AssertionError(response.statusCode() + ": " + response.body());
        }
        return response.body().length();
    }

    private static Connection post(Connection request, LinkedMultiValueMap<String, String> sent, String token) {
        sent.forEach((name, values) -> request.data(name, values.get(0)));
        return request.data("_csrf", token).method(Connection.Method.POST);
    }

    private Connection signedIn() throws IOException {
        var username = "p" + UUID.randomUUID();
        people.add(
                new NewPerson(
                        username,
                        "Medewerker",
                        username + "@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.parse("participation-office"))),
                Actor.SYSTEM);
        var session = Jsoup.newSession().timeout(60_000);
        var page = session.newRequest("http://localhost:" + port + "/aanmelden").get();
        var form = (FormElement) page.expectFirst("form:has(#username)");
        form.expectFirst("#username").val(username);
        form.expectFirst("#password").val(PASSWORD);
        form.submit().execute();
        return session;
    }

    /** Ten of each of six kinds; every sixth question hangs on the answer before. */
    private static String schema() {
        var kinds = List.of("textfield", "textarea", "number", "datetime", "radio", "select");
        var fields = IntStream.range(0, 60)
                .mapToObj(at -> field(at, kinds.get(at % kinds.size())))
                .collect(Collectors.joining(","));
        return """
               {"type": "default", "id": "trial-form", "properties": {"title": "Proef", "title_en": "Trial"}, "components": [%s]}
               """
                .formatted(fields);
    }

    private static String field(int at, String kind) {
        var condition = at % 6 == 1 ? ", \"conditional\": {\"hide\": \"=q%d = \\\"no\\\"\"}".formatted(at - 1) : "";
        return """
               {"type": "%s", "id": "f%d", "key": "q%d", "label": "Vraag %d", "description": "Leg uit wat u bedoelt.",
                "validate": {"required": true}, "properties": {"label_en": "Question", "description_en": "Say what you mean."},
                "values": [{"value": "a", "label": "Eerst", "label_en": "First"}, {"value": "b", "label": "Dan", "label_en": "Then"}]%s}
               """
                .formatted(kind, at, at, at, condition);
    }

    /** Half of the questions, so that the other half is refused. */
    private static LinkedMultiValueMap<String, String> answers() {
        var sent = new LinkedMultiValueMap<String, String>();
        IntStream.range(0, 60).forEach(at -> sent.add("q" + at, at % 6 < 2 ? "Een antwoord" : at % 6 == 2 ? "12" : ""));
        return sent;
    }
}
