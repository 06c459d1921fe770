package org.samenspraak.advice;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.Standing;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Preview;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Crawl;
import org.samenspraak.testing.HtmlCheck;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole public side, with a mark wherever a person is entered: in every personal field of every form, in the register, in
 * what was written freely. No page and no file shows one.
 */
class PublicCrawlIT extends OutScenario {

    private static final String MARK = "Merkteken";

    @Autowired
    private Publishing publishing;

    @Autowired
    private Preview forms;

    @Autowired
    private Submissions submissions;

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
    }

    /** A round with an idea and a project, and its people in every text that somebody wrote. */
    private void neighbourhoodBudget() {
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
        fill(round);
        fill(idea);
    }

    private void signalAndAgreement() {
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

    @Test
    void showsNoPersonHasNoBrokenLinkAndIsValid() throws Exception {
        var found = Crawl.of(address(), PublicCrawlIT::isOurs, "/publiek", "/");

        assertThat(found.keySet())
                .contains("/publiek/raden", "/publiek/adviezen.csv", "/publiek/raden/" + youth)
                .anyMatch(path -> path.matches("/publiek/adviezen/[^.]+\\.json"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/ideeen/[^/]+"))
                .anyMatch(path -> path.matches("/publiek/wijkbudget/[^/]+/projecten/[^/]+"));
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

    /** Every form that there is, as if it belonged to the case. */
    private void fill(CaseId caseId) {
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
