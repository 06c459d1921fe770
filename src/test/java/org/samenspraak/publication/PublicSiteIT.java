package org.samenspraak.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The public side as programs, printers and who types an address meet it. */
class PublicSiteIT extends BrowserIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Areas areas;

    @BeforeEach
    void fill() {
        var area = areas.add("Wijk van de drukproef", null, OFFICE);
        for (int at = 0; at < 8; at++) {
            var id = councils.add(CouncilKind.WIJKRAAD, "Wijkraad drukproef " + at, area, OFFICE);
            councils.inscribe(
                    id,
                    new Councils.Inscription(true, TODAY, TODAY.plusYears(4), null, null, "1", TODAY, CaseId.create()),
                    OFFICE);
        }
    }

    @Test
    void isPrintedWholeWithoutNavigationAndWithItsAddress() {
        var page = browse(Screen.DESKTOP);
        page.navigate("/publiek/raden");
        assertThat(page.locator(".printed").isVisible()).isFalse();

        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

        for (var part : new String[] {".top__me", ".tabs", ".filters", ".foot", ".utrecht-skip-link"}) {
            assertThat(page.locator(part).first().isVisible()).as(part).isFalse();
        }
        assertThat(page.locator(".printed").innerText()).endsWith("/publiek/raden");
        assertThat(page.locator("main tbody tr").count()).isGreaterThanOrEqualTo(8);
        assertThat(style(page, "main tbody tr", "breakInside")).isEqualTo("avoid");
        assertThat(style(page, ".table-box", "overflowX")).isEqualTo("visible");
    }

    @Test
    void keepsTheLinkOfAReaderOutOfWhatIsSharedAndPrinted() throws Exception {
        var parts = "link[rel=canonical], meta[property=og:url], .printed";

        assertThat(Jsoup.parse(text("/publiek/volgen/mail/" + "A".repeat(64))).select(parts))
                .isEmpty();
        assertThat(Jsoup.parse(text("/publiek/volgen/mail")).select(parts)).hasSize(3);
    }

    @Test
    void packsFeedsAndTellsPagesOfOtherSitesThatTheyMayReadThem() throws Exception {
        var feed = ask("/publiek/nieuws.atom", "Accept-Encoding", "gzip");

        assertThat(feed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(ask("/publiek/raden.json", "Origin", "https://kaart.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void answersWhatProgramsAskOfEverySite() throws Exception {
        assertThat(text("/.well-known/security.txt")).contains("Contact: mailto:", "Expires: 20");
        assertThat(text("/sitemap.xml"))
                .contains("/publiek/jaarverslag/2026<", "/publiek/volgen/mail<", "/publiek/adviezen<");
        assertThat(ask("/favicon.ico", "Accept", "image/*").statusCode()).isEqualTo(200);
        for (var path : new String[] {"/sitemap.xml", "/.well-known/security.txt", "/publiek/raden/"}) {
            assertThat(ask(path, "Accept", "*/*").headers().map()).as(path).doesNotContainKey("set-cookie");
        }
    }

    private static String style(Page page, String part, String property) {
        return String.valueOf(
                page.locator(part).first().evaluate("(part, name) => getComputedStyle(part)[name]", property));
    }

    private String text(String path) throws Exception {
        return new String(ask(path, "Accept", "*/*").body(), UTF_8);
    }

    private HttpResponse<byte[]> ask(String path, String header, String value) throws Exception {
        var asked = HttpRequest.newBuilder(URI.create(address() + path))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient().send(asked, BodyHandlers.ofByteArray());
    }
}
