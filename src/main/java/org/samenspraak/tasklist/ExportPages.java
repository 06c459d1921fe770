package org.samenspraak.tasklist;

import static org.samenspraak.web.Exports.FORMAT;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The work list and the list of cases as a file: the rows of the page with the same address, read a part at a time, each part
 * where the one before ended.
 */
@Controller
class ExportPages {

    static final int PART = 1_000;

    private final Inbox inbox;
    private final Cases cases;
    private final CaseSearches searches;
    private final Names names;
    private final Exports exports;
    private final Audit audit;
    private final Dates dates;
    private final MessageSource texts;

    ExportPages(
            Inbox inbox,
            Cases cases,
            CaseSearches searches,
            Names names,
            Exports exports,
            Audit audit,
            Dates dates,
            MessageSource texts) {
        this.inbox = inbox;
        this.cases = cases;
        this.searches = searches;
        this.names = names;
        this.exports = exports;
        this.audit = audit;
        this.dates = dates;
        this.texts = texts;
    }

    @GetMapping("/werk/uitvoer." + FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void work(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var query = InboxQuery.of(sent, me);
        var name = say("tasklist.export.work", locale) + " "
                + say("tasklist.view." + query.view().code(), locale);
        exports.send(me.person(), name, format, response, sheet -> {
            // words that somebody looked for may be a member's name, which the audit trail never holds
            audit.add(Act.LIST_EXPORTED, me.actor(), query.without("q").url());
            tasks(query, Reach.of(me), sheet, locale);
        });
    }

    @GetMapping("/zaken/uitvoer." + FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void cases(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var query = CaseQuery.of(sent);
        exports.send(me.person(), say("tasklist.export.cases", locale), format, response, sheet -> {
            audit.add(Act.LIST_EXPORTED, me.actor(), query.without("q").url());
            cases(query, sheet, locale);
        });
    }

    private void tasks(InboxQuery query, Reach reach, Sheet sheet, Locale locale) throws IOException {
        sheet.line(heads(
                locale,
                "tasklist.inbox.task",
                "tasklist.inbox.case",
                "tasklist.export.title",
                "tasklist.filter.trajectory",
                "tasklist.export.council",
                "tasklist.filter.area",
                "tasklist.column.group",
                "tasklist.column.who",
                "tasklist.column.due",
                "tasklist.column.age",
                "tasklist.column.follow-up",
                "tasklist.export.priority"));
        String after = null;
        do {
            var page = inbox.page(query, reach, after, PART);
            var known = names.ofList(page.rows(), query.filter());
            for (var row : page.rows()) {
                line(row, known, sheet, locale);
            }
            after = page.next();
        } while (after != null);
    }

    private void line(TaskRow row, Names.Known known, Sheet sheet, Locale locale) throws IOException {
        sheet.line(
                row.name(locale.getLanguage().equals(Locale.ENGLISH.getLanguage())),
                row.number(),
                row.title(),
                known.trajectory(row.trajectory()),
                known.council(row.council()),
                known.area(row.area()),
                known.groups(row.groups()),
                row.forCouncil() ? say("tasklist.inbox.with-council", locale) : known.person(row.assignee()),
                day(row.due()),
                day(row.created()),
                day(row.followUp()),
                say("tasklist.priority." + row.priority().code(), locale));
    }

    private void cases(CaseQuery query, Sheet sheet, Locale locale) throws IOException {
        sheet.line(heads(
                locale,
                "tasklist.cases.case",
                "tasklist.export.title",
                "tasklist.filter.trajectory",
                "tasklist.export.council",
                "tasklist.filter.area",
                "tasklist.cases.status",
                "tasklist.case.owner",
                "tasklist.case.received",
                "tasklist.export.closed"));
        var search = searches.of(query);
        CaseId after = null;
        do {
            var rows = cases.search(search, after, PART);
            var known = names.ofCases(rows);
            for (var row : rows) {
                line(row, known, sheet, locale);
            }
            after = rows.size() < PART ? null : rows.get(PART - 1).id();
        } while (after != null);
    }

    private void line(CaseView row, Names.Known known, Sheet sheet, Locale locale) throws IOException {
        sheet.line(
                row.number(),
                row.title(),
                known.trajectory(row.trajectory()),
                known.council(row.council()),
                known.area(row.area()),
                say("casefile.status." + row.status(), locale),
                known.person(row.owner()),
                row.received(),
                day(row.closedAt()));
    }

    private Object[] heads(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> say(key, locale)).toArray();
    }

    private String say(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, locale));
    }

    private @Nullable LocalDate day(@Nullable Instant when) {
        return when == null ? null : dates.local(when);
    }
}
