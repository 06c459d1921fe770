package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.Standing;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Crawl;
import org.samenspraak.testing.HtmlCheck;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole public side, with a mark wherever a person is entered: in every personal field of every form, in the register, in
 * what was written freely. No page and no file shows one.
 */
class PublicCrawlIT extends MarkedScenario {

    @Autowired
    private Publishing publishing;

    @BeforeEach
    void marksEverywhere() {
        var marked = member();
        for (var council : List.of(youth, elders)) {
            councils.inscribe(council, inscription(), OFFICE);
            memberships.add(council, marked, ASKED, OFFICE);
        }
        var former = newCouncil("Raad van vroeger", "Merkteken Vroeger", "merkteken@vroeger.example");
        councils.inscribe(former, inscription(), OFFICE);
        councils.end(former, Standing.WITHDRAWN, ASKED, "Merkteken stopte ermee", null, OFFICE);
        var request = request("Plein van Merkteken Naam", "mobility", "department-mobility");
        var advice = given(request, youth, "advice", LAST.minusDays(2));
        point(
                request,
                advice,
                1,
                "Vraag het Merkteken Naam (merkteken@raad.example, 0470 98 76 54).",
                Outcome.NOT,
                "Mevrouw Merkteken vindt het te duur.");
        given(request, elders, "silent", null);
        jdbc.sql("update advice_given set chair = 'Merkteken Voorzitter', minority = 'Merkteken Voorzitter was tegen'"
                        + " where case_id = ?")
                .param(advice.value())
                .update();
        decide(request);
        fill(request);
        fill(advice);
        publishing.publish(request, Actor.resident("Merkteken Ambtenaar"));
        signalAndAgreement();
        neighbourhoodBudget();
        forum();
    }

    @Test
    void showsNoPersonHasNoBrokenLinkAndIsValid() throws Exception {
        var found = Crawl.of(address(), PublicCrawlIT::isOurs, "/publiek", "/");

        assertThat(found.keySet())
                .contains("/publiek/raden", "/publiek/adviezen.csv", "/publiek/raden/" + youth)
                .anyMatch(path -> path.matches("/publiek/adviezen/[^.]+\\.json"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/ideeen/[^/]+"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/projecten/[^/]+"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/uitslag"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/evaluatie"));
        assertThat(read(found, "/publiek/wijkbudget-voortgang.csv"))
                .contains("\"note\"", "\"extended\"", "\"handed-over\"");
        assertThat(read(found, "/publiek/zittingen.csv")).contains("\"open\"");
        for (var one : found.entrySet()) {
            var path = one.getKey();
            var text = text(one.getValue());
            assertThat(text.toLowerCase(Locale.ROOT))
                    .as(path)
                    .doesNotContain(MARK.toLowerCase(Locale.ROOT), "98 76 54");
            if (isOurs(path) && Crawl.isPage(one.getValue())) {
                assertThat(HtmlCheck.errors(text)).as(path).isEmpty();
            }
        }
    }

    @Test
    void isAccessibleOnTheNarrowestScreen() throws Exception {
        var pages = Crawl.of(address(), path -> path.startsWith("/publiek"), "/publiek").entrySet().stream()
                .filter(one -> one.getKey().startsWith("/publiek") && Crawl.isPage(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        var page = browse(Screen.NARROW);

        pages.forEach(path -> visit(page, path));
    }

    @Test
    void knowsNobodyAndLetsAnybodyKeepItsAnswers() throws Exception {
        var found = Crawl.of(address(), path -> path.startsWith("/publiek"), "/publiek", "/robots.txt");

        for (var one : found.entrySet()) {
            if (one.getKey().startsWith("/publiek")) {
                var headers = one.getValue().headers();
                assertThat(headers.map()).as(one.getKey()).doesNotContainKey("set-cookie");
                assertThat(headers.allValues("vary")).as(one.getKey()).noneMatch(it -> it.equalsIgnoreCase("cookie"));
                assertThat(headers.firstValue("cache-control").orElse(""))
                        .as(one.getKey())
                        .contains("public");
                assertThat(headers.firstValue("etag")).as(one.getKey()).isPresent();
            }
        }
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .as("sessions")
                .isZero();
        assertThat(found.keySet())
                .as("an English page leads to English pages")
                .contains("/publiek/raden?lang=en", "/publiek/raden/" + youth + "?lang=en");
        othersReadItsFeeds(found);
        assertThat(read(found, "/robots.txt")).contains("Disallow: /\n").contains("/publiek/sitemap.xml");
    }

    @Test
    void applicationsAreValidToo() throws Exception {
        var found = Crawl.of(address(), path -> path.startsWith("/aanvraag"), "/aanvraag/recognition");

        assertThat(HtmlCheck.errors(read(found, "/aanvraag/recognition"))).isEmpty();
    }

    /** By programs that are not the writer. */
    private static void othersReadItsFeeds(Map<String, HttpResponse<byte[]>> found) throws FeedException {
        for (var path : found.keySet()) {
            if (path.contains(".atom") || path.contains(".rss")) {
                var feed = new SyndFeedInput().build(new StringReader(read(found, path)));
                assertThat(feed.getTitle()).as(path).isNotBlank();
                assertThat(feed.getEntries()).as(path).allSatisfy(one -> assertThat(one.getLink())
                        .contains("/publiek/"));
            } else if (path.contains(".ics")) {
                assertThat(Biweekly.parse(read(found, path)).all()).as(path).hasSize(1);
            }
        }
        var ofDomain = new SyndFeedInput().build(new StringReader(read(found, "/publiek/nieuws.atom?domain=mobility")));
        assertThat(ofDomain.getEntries()).hasSize(1);
    }

    private static String read(Map<String, HttpResponse<byte[]>> found, String path) {
        return Crawl.text(Objects.requireNonNull(found.get(path), path));
    }

    /** What somebody reads, also of what is printed. */
    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Type").orElse("").equals("application/pdf")) {
            return Crawl.text(answer);
        }
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static boolean isOurs(String path) {
        return path.matches("/(publiek.*|\\?lang=..)?");
    }

    private static Councils.Inscription inscription() {
        return new Councils.Inscription(
                true,
                ASKED,
                ASKED.plusYears(4),
                "basis",
                "Zolang Merkteken voorzitter is",
                "42",
                ASKED,
                CaseId.create());
    }

    private static NewMember member() {
        return new NewMember(
                "Merkteken Naam",
                "merkteken@raad.example",
                "0470 98 76 54",
                "Merktekenstraat 1",
                Set.of(Function.SECRETARY),
                true,
                true,
                false,
                Sex.WOMAN);
    }
}
