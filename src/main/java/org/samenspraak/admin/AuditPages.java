package org.samenspraak.admin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.AuditLog;
import org.samenspraak.identity.AuditLog.Filter;
import org.samenspraak.identity.AuditLog.Line;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what, for whom, when and from where. */
@Controller
class AuditPages {

    private static final String PAGE = "/beheer/logboek";
    private static final int ROWS = 50;

    private final AuditLog log;
    private final People people;
    private final RoleNames roles;
    private final MessageSource texts;

    AuditPages(AuditLog log, People people, RoleNames roles, MessageSource texts) {
        this.log = log;
        this.people = people;
        this.roles = roles;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    @Requires(Permission.SEE_AUDIT)
    String list(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable Act act,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        var filter = new Filter(person == null ? null : new PersonId(person), act, about, from, until);
        var page = Page.of(log.page(filter, before, ROWS + 1), ROWS, line -> Long.toString(line.id()));
        model.addAttribute("rows", rows(page.rows(), locale));
        model.addAttribute("older", page.next() == null ? null : url(filter, page.next()));
        model.addAttribute("filter", filter);
        model.addAttribute("person", person);
        model.addAttribute("people", people.all());
        model.addAttribute("acts", Act.values());
        return "admin/audit";
    }

    private List<Row> rows(List<Line> lines, Locale locale) {
        var groups = roles.each(
                lines.stream().map(Line::group).filter(Objects::nonNull).toList());
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var row = new Row(line, sentence(line, groups, locale), 1);
            if (!rows.isEmpty() && rows.get(rows.size() - 1).isAlike(row)) {
                row = rows.remove(rows.size() - 1).andOneMore();
            }
            rows.add(row);
        }
        return rows;
    }

    private String sentence(Line line, Map<GroupId, String> groups, Locale locale) {
        var by = line.by().isEmpty() ? texts.getMessage("admin.audit.system", null, locale) : line.by();
        var role = line.group() == null ? "" : groups.get(line.group());
        var act = line.act().code();
        var about = line.about();
        if (line.act() == Act.DENIED) {
            // "GET /start": nobody but an engineer reads that
            act += about.startsWith("GET ") ? "" : "-deed";
            about = about.substring(about.indexOf(' ') + 1);
        }
        return texts.getMessage("identity.audit." + act, new Object[] {by, about, role}, locale);
    }

    private static String url(Filter filter, String before) {
        return UriComponentsBuilder.fromPath(PAGE)
                .queryParamIfPresent("person", Optional.ofNullable(filter.person()))
                .queryParamIfPresent("act", Optional.ofNullable(filter.act()))
                .queryParam("about", "{about}")
                .queryParamIfPresent("from", Optional.ofNullable(filter.from()))
                .queryParamIfPresent("until", Optional.ofNullable(filter.until()))
                .queryParam("before", before)
                .encode()
                .buildAndExpand(filter.about())
                .toUriString();
    }

    /** @param times how often the same happened within a minute, such as the members of one application */
    record Row(Line line, String sentence, int times) {

        boolean isAlike(Row next) {
            return sentence.equals(next.sentence)
                    && Objects.equals(line.onBehalfOf(), next.line.onBehalfOf())
                    && Objects.equals(line.address(), next.line.address())
                    && Duration.between(next.line.at(), line.at()).abs().toSeconds() < 60;
        }

        Row andOneMore() {
            return new Row(line, sentence, times + 1);
        }
    }
}
