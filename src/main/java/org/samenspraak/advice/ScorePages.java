package org.samenspraak.advice;

import static org.samenspraak.web.Exports.FORMAT;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.ScoreQuery.By;
import org.samenspraak.advice.Scores.Score;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Page;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How advice goes, per council, domain and asker: each number leads to the list behind it. */
@Controller
@RequestMapping("/overzicht/adviezen")
class ScorePages {

    private static final int ROWS = 50;

    private final Scores scores;
    private final Councils councils;
    private final AdviceWords words;
    private final Exports exports;
    private final Audit audit;
    private final Dates dates;
    private final MessageSource texts;

    ScorePages(
            Scores scores,
            Councils councils,
            AdviceWords words,
            Exports exports,
            Audit audit,
            Dates dates,
            MessageSource texts) {
        this.scores = scores;
        this.councils = councils;
        this.words = words;
        this.exports = exports;
        this.audit = audit;
        this.dates = dates;
        this.texts = texts;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model,
            Locale locale) {
        var query = ScoreQuery.of(by, from, until, null, null, dates.today());
        model.addAttribute("query", query);
        model.addAttribute("all", By.values());
        var rows = rows(query, locale);
        model.addAttribute("rows", rows);
        if (!rows.isEmpty()) {
            model.addAttribute("total", ScoreRow.total(say("advice.scores.total", locale), rows));
        }
        return "advice/scores";
    }

    @GetMapping("/lijst")
    @Requires(Permission.SEE_OFFICE)
    String list(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            Locale locale) {
        var query = ScoreQuery.of(by, from, until, of, what, dates.today());
        model.addAttribute("query", query);
        model.addAttribute(
                "name", names(query.by(), List.of(query.of()), locale).apply(query.of()));
        if (query.what().isOfPoints()) {
            show(
                    "points",
                    scores.points(query, after, ROWS + 1),
                    Scores.PointRow::id,
                    Scores.PointRow::council,
                    query,
                    model);
        } else {
            show(
                    "advice",
                    scores.advice(query, after, ROWS + 1),
                    Scores.AdviceRow::id,
                    Scores.AdviceRow::council,
                    query,
                    model);
        }
        return "advice/score-list";
    }

    private <T> void show(
            String name, List<T> read, Function<T, UUID> id, Function<T, UUID> council, ScoreQuery query, Model model) {
        var page = Page.of(read, ROWS, row -> id.apply(row).toString());
        model.addAttribute(name, page.rows());
        var names = councils.names(page.rows().stream()
                .map(row -> new CouncilId(council.apply(row)))
                .collect(Collectors.toSet()));
        model.addAttribute(
                "names",
                names.entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue)));
        model.addAttribute(
                "more", page.next() == null ? null : query.list(query.of(), query.what()) + "&after=" + page.next());
    }

    @GetMapping("/uitvoer." + FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void export(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            SignedIn me,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var query = ScoreQuery.of(by, from, until, null, null, dates.today());
        var rows = rows(query, locale);
        exports.send(me.person(), say("advice.scores.title", locale), format, response, sheet -> {
            audit.add(
                    Act.LIST_EXPORTED,
                    me.actor(),
                    "/overzicht/adviezen?by=" + query.by().code() + "&" + query.period());
            write(query, rows, sheet, locale);
        });
    }

    private void write(ScoreQuery query, List<ScoreRow> rows, Sheet sheet, Locale locale) throws IOException {
        sheet.line(Stream.concat(
                        Stream.of("advice.scores.by." + query.by().code()),
                        ScoreRow.columns().map(column -> "advice.scores." + column))
                .map(key -> say(key, locale))
                .toArray());
        for (var row : rows) {
            sheet.line(row.values());
        }
    }

    /** By name. */
    private List<ScoreRow> rows(ScoreQuery query, Locale locale) {
        var found = scores.of(query);
        var names = names(query.by(), found.stream().map(Score::of).toList(), locale);
        return found.stream()
                .map(score -> ScoreRow.of(names.apply(score.of()), score, query))
                .sorted(Comparator.comparing(ScoreRow::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Function<String, String> names(By by, List<String> codes, Locale locale) {
        if (by == By.COUNCIL) {
            var ids = codes.stream()
                    .filter(ScorePages::isId)
                    .map(CouncilId::parse)
                    .collect(Collectors.toSet());
            var names = councils.names(ids);
            return code -> isId(code) ? names.getOrDefault(CouncilId.parse(code), code) : code;
        }
        return code -> code.isEmpty()
                ? say("advice.scores.unasked", locale)
                : by == By.DOMAIN ? words.domain(code) : words.group(code);
    }

    private static boolean isId(String code) {
        return code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private String say(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, locale));
    }
}
