package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.portal.Multipart.EDGE;
import static org.samenspraak.portal.Multipart.file;
import static org.samenspraak.portal.Multipart.part;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Requests that nobody makes by accident, through the real container, at every place that takes a form: a page of ours
 * answers, and nothing is taken in.
 */
@Timeout(60)
class HostileRequestIT extends CouncilCaseIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String PASSWORD = "een lang wachtwoord voor de proef";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String KEPT =
            """
            select (select count(*) from casefile_case) + (select count(*) from forms_submission)
                + (select count(*) from casefile_document) + (select count(*) from casefile_event)
            """;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<Place, String> addresses = new EnumMap<>(Place.class);

    @Autowired
    private Tasks tasks;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    /** Where a form is sent, and where what somebody types is kept. */
    private enum Place {
        APPLICATION,
        LINK,
        LINK_DRAFT,
        TASK,
        TASK_DRAFT,
        START,
        START_DRAFT;

        boolean isDraft() {
            return name().endsWith("_DRAFT");
        }
    }

    @BeforeEach
    void openEveryPlace() throws Exception {
        askToSign();
        var task = tasks.ofCase(caseId).get(0).id();
        var link = "/v/" + tokenOf(AN);
        var csrf = "?_csrf=" + signIn();
        addresses.put(Place.APPLICATION, "/aanvraag/recognition");
        addresses.put(Place.LINK, link);
        addresses.put(Place.LINK_DRAFT, link + "/concept");
        addresses.put(Place.TASK, "/taken/" + task + csrf);
        addresses.put(Place.TASK_DRAFT, "/taken/" + task + "/concept" + csrf);
        addresses.put(Place.START, "/start/recognition" + csrf);
        addresses.put(Place.START_DRAFT, "/start/recognition/concept" + csrf);
    }

    private String signIn() throws Exception {
        var roles = Set.of(GroupId.parse("participation-office"));
        people.add(new NewPerson("hostile", "Medewerker", "m@hasselt.example", "", PASSWORD, roles), OFFICE);
        browser.send(
                request(
                        "/aanmelden",
                        FORM,
                        "username=hostile&password=" + PASSWORD.replace(' ', '+') + "&_csrf=" + csrf("/aanmelden")),
                BodyHandlers.discarding());
        return csrf("/start");
    }

    private String csrf(String page) throws Exception {
        var shown = browser.send(HttpRequest.newBuilder(address(page)).build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(shown.body());
        assertThat(found.find()).as(shown.body()).isTrue();
        return URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void tenMegabytesInOneAnswer(Place place) throws Exception {
        refuses(place, multipart(place, part("signedAs", "x".repeat(10_000_000))), 413, 422, 400);
        refuses(place, form(place, "signedAs=" + "x".repeat(10_000_000)), 413, 400);
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandAnswersAndParts(Place place) throws Exception {
        refuses(place, form(place, join(10_000, it -> "x" + it + "=1", "&")), 413, 400);
        refuses(place, multipart(place, join(3_000, it -> part("x" + it, "1"), "")), 413, 400);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICATION", "LINK", "TASK"})
    void oneFileAndOneRequestThatAreTooLarge(Place place) throws Exception {
        refuses(place, multipart(place, file("statutes", "a.pdf", "x".repeat(27_000_000))), 422);
        refuses(place, multipart(place, tooMuch()), 413);
    }

    @Test
    void aFileThatIsTooLargeComesBackWithItsForm() throws Exception {
        var last = part("_step", "999") + file("statutes", "a.pdf", "x".repeat(30_000_000));

        var page = refuses(Place.APPLICATION, multipart(Place.APPLICATION, last), 422);

        assertThat(page).contains("a.pdf: Dit bestand is te groot. Een bestand mag hoogstens 10 MB zijn.");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICATION", "LINK", "TASK"})
    void filesThatAreTooLargeLeadBackToTheirForm(Place place) throws Exception {
        var page = path(place).split("\\?")[0];
        var sent = HttpRequest.newBuilder(multipart(place, tooMuch()), (name, value) -> true)
                .header("Sec-Fetch-Site", "same-origin");
        if (place != Place.LINK) {
            sent.header("Referer", address(page + "?stap=4").toString());
        }

        var answer = browser.send(sent.build(), BodyHandlers.ofString());

        var back = answer.headers().firstValue("Location").orElse("");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(back).isEqualTo(page + "?stap=" + (place == Place.LINK ? 999 : 4) + "&tegroot");
        var shown = browser.send(HttpRequest.newBuilder(address(back)).build(), BodyHandlers.ofString());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Uw bestanden waren samen te groot", "Terug van uw browser", "<form");
    }

    private static String tooMuch() {
        return join(6, it -> file("statutes", it + ".pdf", "x".repeat(24_000_000)), "");
    }

    @ParameterizedTest
    @CsvSource({
        "signedAs, <script>alert(1)</script>",
        "_step, 999999999999",
        "_page, ../../etc/passwd",
        "_read, = =x =name x=",
        "_take, now name",
        "_shown, <img src=x>",
        "_paper.received, 999999-01-01",
        "name, %00",
        "name, %ED%A0%80",
        "name, %E2%80%AEgpj.exe",
        "name, <script>alert(1)</script>",
        "__proto__.admin, 1",
        "members[__proto__].name, x",
        "members[-1].name, x",
        "members[99999999999].name, x",
        "_rows.members, 1e999999",
        "_rows.members, 99999999999999999999",
        "_remove, members[999999999999]",
        "_add, '<img src=x onerror=alert(1)>'",
        "_drop, ' or 1=1",
        "constructor, 1"
    })
    void oddNamesAndAnswers(String name, String answer) throws Exception {
        for (var place : Place.values()) {
            var page = refuses(place, form(place, name + "=" + answer + "&contactMail=x"), 200, 302, 400, 422);

            assertThat(page).doesNotContain("<script>alert(1)", "<img src=x");
        }
    }

    private static Stream<String> broken() {
        return Stream.of(
                "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nnever ends",
                "no edge at all",
                "--" + EDGE + "\r\n" + "X: y\r\n".repeat(5_000) + "\r\n\r\n--" + EDGE + "--\r\n",
                part("n".repeat(100_000), "x") + "--" + EDGE + "--\r\n");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenUploads(String body) throws Exception {
        for (var place : Place.values()) {
            refuses(place, request(path(place), "multipart/form-data; boundary=" + EDGE, body), 200, 400, 413, 422);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameAnswerThousandsOfTimes(Place place) throws Exception {
        refuses(place, form(place, join(4_000, it -> "name=a" + it, "&")), place.isDraft() ? 200 : 422);
    }

    /** Each of them is small; together they are more than a draft may be. */
    @ParameterizedTest
    @EnumSource
    void manyLargeAnswers(Place place) throws Exception {
        var rows = join(60, it -> "members[" + it + "].name=" + "x".repeat(15_000), "&");

        refuses(place, form(place, "_rows.members=60&" + rows), place.isDraft() ? 200 : 422);

        assertThat(jdbc.sql("select coalesce(sum(length(cast(typed as text))), 0) from forms_draft_field")
                        .query(Integer.class)
                        .single())
                .isLessThan(600_000);
    }

    private String refuses(Place place, HttpRequest request, Integer... codes) throws Exception {
        var before = jdbc.sql(KEPT).query(Integer.class).single();
        var answer = browser.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(place + answer.body()).isIn((Object[]) codes);
        assertOurPage(place, answer);
        assertThat(jdbc.sql(KEPT).query(Integer.class).single())
                .as(place + " takes something in")
                .isEqualTo(before);
        return answer.body();
    }

    private void assertOurPage(Place place, HttpResponse<String> answer) {
        if (answer.statusCode() == 302) {
            var next = answer.headers().firstValue("Location").orElseThrow();
            assertThat(path(place)).contains(next.replaceFirst("[?#].*", ""));
            return;
        }
        var draft = place.isDraft() && answer.statusCode() == 200;
        assertThat(answer.body())
                .as(String.valueOf(place))
                .contains(draft ? "name=\"_page\"" : "id=\"main\"")
                .doesNotContain("Exception", "Apache Tomcat");
    }

    private HttpRequest form(Place place, String body) {
        return request(path(place), FORM, body.replace("<", "%3C").replace(" ", "+"));
    }

    private HttpRequest multipart(Place place, String parts) {
        return request(path(place), "multipart/form-data; boundary=" + EDGE, parts + "--" + EDGE + "--\r\n");
    }

    private String path(Place place) {
        return Objects.requireNonNull(addresses.get(place));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest request(String path, String type, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(40))
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
    }

    private static String join(int count, IntFunction<String> each, String between) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
