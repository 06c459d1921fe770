package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.YearReports.YearReport;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The yearly report, as a page and as a PDF that a screen reader can read. */
@Controller
class YearPages {

    private static final String PUBLIC = "numbers only, none of them so small that it tells of one person";
    private static final String PATH = "/publiek/jaarverslag";

    private final YearReports reports;
    private final PaperSheets sheets;
    private final LinkedData linked;
    private final PublicationSettings settings;
    private final Municipality municipality;
    private final MessageSource texts;

    YearPages(
            YearReports reports,
            PaperSheets sheets,
            LinkedData linked,
            PublicationSettings settings,
            Municipality municipality,
            MessageSource texts) {
        this.reports = reports;
        this.sheets = sheets;
        this.linked = linked;
        this.settings = settings;
        this.municipality = municipality;
        this.texts = texts;
    }

    @GetMapping(PATH)
    @OpenToAll(because = PUBLIC)
    String list(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("years", reports.years());
        return "publication/years";
    }

    @GetMapping(PATH + "/{year:[0-9]{4}}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable int year, Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("report", find(year));
        model.addAttribute("least", settings.least());
        model.addAttribute("linked", linked.year(year, title(year)));
        return "publication/year";
    }

    @GetMapping(value = PATH + "/{year:[0-9]{4}}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> pdf(@PathVariable int year) {
        var language = LocaleContextHolder.getLocale();
        var title = title(year);
        var fields = Map.of(
                "report", find(year),
                "least", settings.least(),
                "number", String.valueOf(year),
                "foot", municipality.name() + ", " + title);
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("jaarverslag-" + year + ".pdf")
                                .build()
                                .toString())
                .body(sheets.print("year", title, fields, language));
    }

    private String title(int year) {
        return String.valueOf(texts.getMessage(
                "publication.year.title", new Object[] {String.valueOf(year)}, LocaleContextHolder.getLocale()));
    }

    private YearReport find(int year) {
        if (!reports.years().contains(year)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reports.of(year);
    }
}
