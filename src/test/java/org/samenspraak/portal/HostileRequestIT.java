package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.samenspraak.testing.PostgresIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that nobody makes by accident, through the real container: a page of ours answers, and nothing is kept. */
@Timeout(60)
class HostileRequestIT extends PostgresIT {

    private static final String EDGE = "edge";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void tenMegabytesInOneAnswer() throws Exception {
        refuses(multipart(part("name", "x".repeat(10_000_000))), 413, 422, 400);
        refuses(form("name=" + "x".repeat(10_000_000)), 413, 400);
    }

    @Test
    void tenThousandAnswersAndParts() throws Exception {
        refuses(form(join(10_000, it -> "x" + it + "=1", "&")), 413, 400);
        refuses(multipart(join(3_000, it -> part("x" + it, "1"), "")), 413, 400);
    }

    @Test
    void oneFileAndOneRequestThatAreTooLarge() throws Exception {
        refuses(multipart(file("statutes", "a.pdf", "x".repeat(27_000_000))), 413);
        refuses(multipart(join(6, it -> file("statutes", it + ".pdf", "x".repeat(24_000_000)), "")), 413);
    }

    @ParameterizedTest
    @CsvSource({
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
        var page = refuses(form(name + "=" + answer + "&contactMail=x"), 200, 400, 422);

        assertThat(page).doesNotContain("<script>alert(1)", "<img src=x");
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
        refuses(request("multipart/form-data; boundary=" + EDGE, body), 400, 413, 422);
    }

    @Test
    void sameAnswerThousandsOfTimes() throws Exception {
        refuses(form(join(4_000, it -> "name=a" + it, "&")), 422);
    }

    private String refuses(HttpRequest request, Integer... codes) throws Exception {
        var answer = browser.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn((Object[]) codes);
        assertOurPage(answer);
        assertThat(jdbc.sql("select (select count(*) from casefile_case) + (select count(*) from forms_submission)"
                                + " + (select count(*) from casefile_document)")
                        .query(Integer.class)
                        .single())
                .isZero();
        return answer.body();
    }

    private static void assertOurPage(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("id=\"main\"").doesNotContain("Exception", "Apache Tomcat");
    }

    private HttpRequest form(String body) {
        return request(
                "application/x-www-form-urlencoded", body.replace("<", "%3C").replace(" ", "+"));
    }

    private HttpRequest multipart(String parts) {
        return request("multipart/form-data; boundary=" + EDGE, parts + "--" + EDGE + "--\r\n");
    }

    private HttpRequest request(String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/aanvraag/recognition"))
                .header("Content-Type", type)
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(40))
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();
    }

    private static String part(String name, String content) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String file(String name, String file, String content) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
    }

    private static String join(int count, IntFunction<String> each, String between) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
