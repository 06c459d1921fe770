package org.samenspraak.insight;

import static org.samenspraak.web.Exports.FORMAT;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.insight.Figure.Cell;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is open, late and how long it took, drawn and in tables; each table is a file as well. */
@Controller
@RequestMapping("/overzicht")
class OverviewPages {

    private static final int QUARTERS = 12;

    private final List<Figures> figures;
    private final Counts counts;
    private final Areas areas;
    private final Trajectories trajectories;
    private final Exports exports;
    private final Audit audit;
    private final Dates dates;
    private final MessageSource texts;

    OverviewPages(
            List<Figures> figures,
            Counts counts,
            Areas areas,
            Trajectories trajectories,
            Exports exports,
            Audit audit,
            Dates dates,
            MessageSource texts) {
        this.figures = figures;
        this.counts = counts;
        this.areas = areas;
        this.trajectories = trajectories;
        this.exports = exports;
        this.audit = audit;
        this.dates = dates;
        this.texts = texts;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String trajectory,
            @RequestParam(defaultValue = "") String area,
            SignedIn me,
            Model model,
            Locale locale) {
        var scope = scope(quarter, trajectory, area);
        var at = counts.at();
        model.addAttribute("scope", scope);
        model.addAttribute("figures", at.equals(Instant.MIN) ? List.of() : figures(scope, me, locale));
        model.addAttribute("at", at.equals(Instant.MIN) ? null : at);
        model.addAttribute("quarters", quarters());
        model.addAttribute("trajectories", trajectories.names(locale));
        model.addAttribute("areas", areas.all());
        return "insight/overview";
    }

    @GetMapping("/{figure}." + FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void export(
            @PathVariable String figure,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String trajectory,
            @RequestParam(defaultValue = "") String area,
            SignedIn me,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var scope = scope(quarter, trajectory, area);
        var asked = figures(scope, me, locale).stream()
                .filter(it -> it.key().equals(figure))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        exports.send(me.person(), fileName(asked, locale), format, response, sheet -> {
            audit.add(Act.LIST_EXPORTED, me.actor(), "/overzicht/" + asked.key() + "?" + scope.text());
            write(asked, sheet, locale);
        });
    }

    private String fileName(Figure figure, Locale locale) {
        var title = String.valueOf(texts.getMessage("insight.figure." + figure.key(), null, locale));
        return figure.quarter() == null ? title : title + " " + figure.quarter();
    }

    private void write(Figure figure, Sheet sheet, Locale locale) throws IOException {
        sheet.line(Stream.concat(
                        Stream.of("insight.figure." + figure.key() + ".row", "insight.note"), figure.columns().stream())
                .map(key -> texts.getMessage(key, null, locale))
                .toArray());
        for (var row : figure.rows()) {
            var values = new ArrayList<@Nullable Object>();
            values.add(row.name());
            values.add(row.note());
            row.cells().stream().map(Cell::number).forEach(number -> values.add(number.orElse(null)));
            sheet.line(values.toArray());
        }
    }

    private List<Figure> figures(Scope scope, SignedIn me, Locale locale) {
        return figures.stream()
                .filter(source -> source.isFor(me))
                .flatMap(one -> one.of(scope, locale).stream())
                .toList();
    }

    private List<Quarter> quarters() {
        return Quarter.of(dates.today()).back(QUARTERS).toList();
    }

    /** What makes no sense, or can't be chosen, is left out. */
    private Scope scope(String quarter, String trajectory, String area) {
        var chosen = area(area);
        var now = Quarter.of(dates.today());
        var asked = Quarter.parse(quarter, now);
        return new Scope(
                (quarters().contains(asked) ? asked : now).toString(),
                trajectory.isBlank() || trajectory.indexOf('\0') >= 0 ? null : trajectory,
                chosen,
                chosen == null ? Set.of() : areas.tree().inside(chosen));
    }

    private static @Nullable AreaId area(String text) {
        try {
            return text.isBlank() ? null : AreaId.parse(text);
        } catch (IllegalArgumentException noSense) {
            return null;
        }
    }
}
