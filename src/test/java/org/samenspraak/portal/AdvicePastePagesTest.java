package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Browser;

/** A council gives advice that nobody asked for: from a text, in the order it likes, with colleagues in the same form. */
class AdvicePastePagesTest extends PortalScenario {

    private static final String URL = "/raad/start/unsolicited-advice";
    private static final String EDGE = "----edge";

    @BeforeEach
    void aCouncil() {
        askForView();
    }

    @Test
    void takesATextOverMovesAPointAndSends() throws Exception {
        var an = signedIn(AN);
        var typed = new LinkedHashMap<String, String>();
        typed.put("subject", "Speeltuin");
        typed.put("_pasted.points", "1. Meer bomen\n2. Minder auto's");

        var taken = send(an, typed, "_paste", "points");
        assertThat(taken.headers().firstValue("Location").orElse(taken.body())).contains("rij=overgenomen");
        var page = page(an);
        assertThat(texts(page)).containsExactly("Meer bomen", "Minder auto's");
        assertThat(page.select("[name=subject]").val()).isEqualTo("Speeltuin");
        assertThat(page.select("[name='_pasted.points']").text()).isEmpty();

        var moved = send(an, Map.of(), "_up", "points[1]");
        assertThat(moved.headers().firstValue("Location").orElse(moved.body())).contains("rij=verplaatst");
        assertThat(texts(page(an))).containsExactly("Minder auto's", "Meer bomen");

        var rest = new LinkedHashMap<String, String>();
        for (int i = 0; i < 2; i++) {
            rest.put("points[" + i + "].topic", "Straat");
            rest.put("points[" + i + "].kind", "condition");
        }
        rest.put("basis", "consensus");
        var sent = send(an, rest, "", "");
        assertThat(Browser.location(sent)).isEqualTo("/raad/start");
        assertThat(jdbc.sql("select text from advice_point order by number")
                        .query(String.class)
                        .list())
                .containsExactly("Minder auto's", "Meer bomen");
    }

    @Test
    void aFileIsReadAndWhatIsTypedStays() throws Exception {
        var an = signedIn(AN);

        var taken = upload(an, "- Licht\n- Banken".getBytes(StandardCharsets.UTF_8));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
        assertThat(texts(page(an))).containsExactly("Licht", "Banken");

        var refused = upload(an, "%PDF-1.7 kapot".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        var shown = Jsoup.parse(refused.body());
        assertThat(shown.select("details[open] .utrecht-form-field-error-message")
                        .text())
                .contains("We kunnen dit bestand niet lezen");
        assertThat(texts(shown)).containsExactly("Licht", "Banken");
        assertThat(shown.select("[name=subject]").val()).isEqualTo("Straatlicht");
    }

    @Test
    void aTextThatIsNotInRowsIsNotSent() throws Exception {
        var an = signedIn(AN);

        var sent = send(an, Map.of("_pasted.points", "Een punt"), "", "");

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("Deze tekst staat nog niet in rijen");
        assertThat(page(an).select("[name='_pasted.points']").text()).isEqualTo("Een punt");
    }

    @Test
    void colleaguesSeeWhoElseWritesAndLoseNothing() throws Exception {
        var an = signedIn(AN);
        var els = signedIn(ELS);
        var hers = fields(page(els));
        send(an, Map.of("points[0].text", "Van An"), "_add", "points");

        hers.put("subject", "Speeltuin");
        var page = Jsoup.parse(els.post(URL, with(hers, "_add", "points")).body());

        var now = page(els);
        assertThat(now.select("main").text()).contains("An Peeters, voorzitter");
        assertThat(texts(now)).containsExactly("Van An", "", "");
        assertThat(page.select(".error-summary")).isEmpty();
    }

    @Test
    void fourHundredPointsAreNoMegabytes() throws Exception {
        var an = signedIn(AN);
        var text = new StringBuilder();
        for (int i = 1; i <= 400; i++) {
            text.append(i).append(". Plant meer bomen in de straat en hou de stoepen vrij.\n");
        }
        send(an, Map.of("_pasted.points", text.toString()), "_paste", "points");

        var page = an.get(URL + "?alles").body();

        assertThat(Jsoup.parse(page).select("[name^=points][name$=text]")).hasSize(400);
        assertThat(page.length()).isLessThan(1_500_000);
        var more = send(an, Map.of("_pasted.points", "- Nog een"), "_paste", "points");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("Er is nog plaats voor 0");
    }

    /** The whole form on one page, as it is. */
    private static Document page(Browser browser) throws Exception {
        return Jsoup.parse(browser.get(URL + "?alles").body());
    }

    private static List<String> texts(Document page) {
        return page.select("textarea[name^=points][name$=text]").stream()
                .map(it -> it.text())
                .toList();
    }

    private static Map<String, String> fields(Document page) {
        var fields = new LinkedHashMap<String, String>();
        for (var control :
                page.select("#form input[name]:not([type=file]), #form textarea[name], #form select[name]")) {
            var chosen = control.selectFirst("option[selected]");
            var off = control.attr("type").matches("radio|checkbox") && !control.hasAttr("checked");
            if (!off) {
                fields.put(
                        control.attr("name"),
                        control.tagName().equals("textarea")
                                ? control.wholeText()
                                : control.tagName().equals("select")
                                        ? chosen == null ? "" : chosen.attr("value")
                                        : control.attr("value"));
            }
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String button, String value) {
        var all = new LinkedHashMap<>(fields);
        if (!button.isEmpty()) {
            all.put(button, value);
        }
        return all;
    }

    private static HttpResponse<String> send(Browser browser, Map<String, String> typed, String button, String value)
            throws Exception {
        var fields = fields(page(browser));
        fields.putAll(typed);
        return browser.post(URL, with(fields, button, value));
    }

    private static HttpResponse<String> upload(Browser browser, byte[] file) throws Exception {
        var fields = fields(page(browser));
        fields.put("subject", "Straatlicht");
        fields.put("_paste", "points");
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"_pastedfile.points\"; filename=\"a.txt\""
                + "\r\nContent-Type: text/plain\r\n\r\n" + new String(file, StandardCharsets.UTF_8) + "\r\n--" + EDGE
                + "--\r\n");
        return browser.multipart(URL, EDGE, body.toString());
    }
}
