package org.samenspraak.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Somebody who applies, as their browser does it without JavaScript: sends what its page holds, keeps one cookie. */
public class Applicant {

    public static final String FORM = "/aanvraag/recognition";
    public static final String COOKIE = "samenspraak-draft-recognition";

    private final MockMvc mvc;
    private final String address;
    private boolean keepsCookies = true;
    private Cookie[] cookies = {};
    private Document page = new Document("");
    private MockHttpServletResponse answer = new MockHttpServletResponse();

    public Applicant(MockMvc mvc) {
        this(mvc, "192.0.2.1");
    }

    /** @param address of the network */
    public Applicant(MockMvc mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    public Applicant withoutCookies() {
        keepsCookies = false;
        return this;
    }

    /** Another tab of the same browser. */
    public Applicant tab() throws Exception {
        var tab = new Applicant(mvc, address);
        tab.cookies = cookies;
        tab.open("");
        return tab;
    }

    public Document open(String query) throws Exception {
        return show(send(get(address(FORM + query))));
    }

    /** Presses a button with these answers, and goes where the browser goes; the page there. */
    public Document press(String button, Map<String, List<String>> answers, MockMultipartFile... files)
            throws Exception {
        var request = multipart(FORM);
        var sent = typed(answers);
        var at = button.indexOf('=');
        sent.add(button.substring(0, at), button.substring(at + 1));
        request.params(sent).header("Sec-Fetch-Site", "same-origin");
        for (var file : files) {
            request.file(file);
        }
        return show(send(request));
    }

    public Document press(String button, String... pairs) throws Exception {
        return press(button, pairs(pairs));
    }

    /** While they type. */
    public Document type(String... pairs) throws Exception {
        var request = multipart(FORM + "/concept").header("Sec-Fetch-Site", "same-origin");
        request.params(typed(pairs(pairs)));
        return Jsoup.parse(text(send(request)));
    }

    /** From the first page to the last, each with its part of the answers. */
    public Document walk(Map<String, List<String>> answers) throws Exception {
        open("");
        for (int step = 0; step < 10 && !page.select("[name=_next]").isEmpty(); step++) {
            press("_next=1", answers);
        }
        return page;
    }

    /** To a page that was shown before, as the browser still has it. */
    public Applicant back(Document shown) {
        page = shown;
        return this;
    }

    public Document page() {
        return page;
    }

    public int status() {
        return answer.getStatus();
    }

    /** What the last answer said to keep. */
    public String setCookie() {
        return Objects.toString(answer.getHeader("Set-Cookie"), "");
    }

    /** The address where the last button led to. */
    public String location() {
        return Objects.toString(answer.getRedirectedUrl(), "");
    }

    public String cookie() {
        return cookies.length == 0 ? "" : cookies[0].getValue();
    }

    public void loseCookie() {
        cookies = new Cookie[] {};
    }

    public Applicant takeCookie(String value) {
        cookies = new Cookie[] {new Cookie(COOKIE, value)};
        return this;
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.remoteAddress(address);
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        var got = mvc.perform(request).andReturn().getResponse();
        var set = got.getCookie(COOKIE);
        if (keepsCookies && set != null) {
            cookies = set.getMaxAge() == 0 ? new Cookie[] {} : new Cookie[] {new Cookie(COOKIE, set.getValue())};
        }
        return got;
    }

    private Document show(MockHttpServletResponse got) throws Exception {
        answer = got;
        if (got.getRedirectedUrl() == null) {
            page = Jsoup.parse(text(got));
            return page;
        }
        page = Jsoup.parse(text(send(get(address(Objects.requireNonNull(got.getRedirectedUrl()))))));
        return page;
    }

    /** "?alles" is an empty parameter to a server, and none to a mock; a fragment stays in the browser. */
    private static String address(String url) {
        return url.replaceFirst("#.*", "").replaceAll("(?<=[?&])(\\w+)(?=&|$)", "$1=");
    }

    private static String text(MockHttpServletResponse got) throws Exception {
        return got.getContentAsString(StandardCharsets.UTF_8);
    }

    /** What the page holds, with those of the answers for which it has a place. */
    private MultiValueMap<String, String> typed(Map<String, List<String>> answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        page.select("main form.card").forEach(form -> Jsoup.parse("<form>" + form.html() + "</form>")
                .expectForm("form")
                .formData()
                .forEach(it -> sent.add(it.key(), it.value())));
        page.select("input[type=file]").forEach(it -> sent.remove(it.attr("name")));
        var here = new ArrayList<>(page.select("[name]").eachAttr("name"));
        answers.forEach((name, values) -> {
            var list = name.replaceFirst("^_rows\\.", "").replaceFirst("\\[.*", "");
            if (here.contains(name) || here.contains("_rows." + list)) {
                sent.put(name, new ArrayList<>(values));
            }
        });
        return sent;
    }

    private static Map<String, List<String>> pairs(String... pairs) {
        var answers = new LinkedMultiValueMap<String, String>();
        for (var pair : pairs) {
            answers.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return answers;
    }
}
