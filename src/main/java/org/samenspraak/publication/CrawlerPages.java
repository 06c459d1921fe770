package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.PublicResults;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines ask first: where they may come, and which pages there are (sitemaps.org). */
@Controller
class CrawlerPages {

    private static final String PUBLIC = "addresses of public pages";
    private static final int PIECE = 500;

    private static final List<String> PAGES = List.of(
            "/publiek",
            "/publiek/raden",
            "/publiek/gebieden",
            "/publiek/adviezen",
            "/publiek/wijkbudget",
            "/publiek/volgen",
            "/publiek/volgen/mail",
            "/publiek/jaarverslag",
            "/publiek/open-data",
            "/publiek/contact",
            "/publiek/privacy",
            "/publiek/toegankelijkheid");

    private final Municipality municipality;
    private final PublicRegister register;
    private final PublishedAdvice advice;
    private final PublicRounds rounds;
    private final PublicResults results;
    private final YearReports years;
    private final Dates dates;

    CrawlerPages(
            Municipality municipality,
            PublicRegister register,
            PublishedAdvice advice,
            PublicRounds rounds,
            PublicResults results,
            YearReports years,
            Dates dates) {
        this.municipality = municipality;
        this.register = register;
        this.advice = advice;
        this.rounds = rounds;
        this.results = results;
        this.years = years;
        this.dates = dates;
    }

    /** Only the public side, and what its pages need. */
    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .body(String.join(
                        "\n",
                        "User-agent: *",
                        "Allow: /publiek",
                        "Allow: /assets/",
                        "Disallow: /",
                        "Crawl-delay: 1",
                        "Sitemap: " + municipality.baseUrl() + "/publiek/sitemap.xml",
                        ""));
    }

    /** Whom to tell of a hole in this site (RFC 9116); true for half a year from today, so that it never grows old. */
    @GetMapping(value = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @OpenToAll(because = "the contact of the office, which stands on every page")
    ResponseEntity<String> security() {
        var until =
                dates.today().plusMonths(6).atStartOfDay(municipality.zone()).toInstant();
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .body(String.join(
                        "\n",
                        "Contact: mailto:" + municipality.mail(),
                        "Expires: " + until,
                        "Preferred-Languages: nl, en",
                        "Canonical: " + municipality.baseUrl() + "/.well-known/security.txt",
                        ""));
    }

    @GetMapping({"/publiek/sitemap.xml", "/sitemap.xml"})
    @OpenToAll(because = PUBLIC)
    void sitemap(HttpServletResponse response) throws IOException, XMLStreamException {
        PublicCache.openData(response);
        response.setContentType("application/xml;charset=UTF-8");
        var out = XMLOutputFactory.newFactory()
                .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("urlset");
        out.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
        for (var path : PAGES) {
            write(out, path, null);
        }
        for (var year : years.years()) {
            write(out, "/publiek/jaarverslag/" + year, null);
        }
        for (var council : register.all()) {
            write(out, "/publiek/raden/" + council.id(), null);
        }
        UUID after = null;
        for (var piece = read(after); !piece.isEmpty(); piece = read(after)) {
            for (var row : piece) {
                var corrected = row.corrected();
                write(out, "/publiek/adviezen/" + row.number(), corrected == null ? row.published() : corrected);
                after = row.id();
            }
        }
        writeRounds(out);
        out.writeEndDocument();
        out.flush();
    }

    private void writeRounds(XMLStreamWriter out) throws XMLStreamException {
        for (var round : rounds.page(null, PIECE)) {
            var path = "/publiek/wijkbudget/" + round.number();
            write(out, path, null);
            for (var page : List.of("/ideeen", "/projecten")) {
                write(out, path + page, null);
            }
            var results = this.results.of(round.number());
            if (results.isPresent()) {
                write(out, path + "/uitslag", results.get().decidedOn());
                write(out, path + "/evaluatie", null);
            }
            for (var project : rounds.projects(round.number())) {
                write(out, path + "/projecten/" + project.id(), null);
            }
            writeIdeas(out, round.number(), path);
        }
    }

    private void writeIdeas(XMLStreamWriter out, String round, String path) throws XMLStreamException {
        String after = null;
        for (var piece = rounds.ideas(round, null, after, PIECE);
                !piece.isEmpty();
                piece = rounds.ideas(round, null, after, PIECE)) {
            for (var idea : piece) {
                write(out, path + "/ideeen/" + idea.number(), null);
                after = idea.number();
            }
        }
    }

    private List<PublishedAdvice.Row> read(@Nullable UUID after) {
        return advice.page(PublicSearch.ALL, after, PIECE);
    }

    /** @param changed the day on which what stands there changed last, where that is known */
    private void write(XMLStreamWriter out, String path, @Nullable LocalDate changed) throws XMLStreamException {
        for (var language : List.of("", "?lang=en")) {
            out.writeStartElement("url");
            out.writeStartElement("loc");
            out.writeCharacters(municipality.baseUrl() + path + language);
            out.writeEndElement();
            if (changed != null) {
                out.writeStartElement("lastmod");
                out.writeCharacters(changed.toString());
                out.writeEndElement();
            }
            out.writeEndElement();
        }
    }
}
