package org.samenspraak.council;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.ContactList.Entry;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Page;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The contact list: whom to reach in every council, on a page and as a file. What was read stands in the audit trail. */
@Controller
class ContactPages {

    private static final String PATH = "/raden/contacten";
    private static final int ROWS = 100;

    private final ContactList contacts;
    private final Areas areas;
    private final Audit audit;
    private final Exports exports;
    private final MessageSource texts;

    ContactPages(ContactList contacts, Areas areas, Audit audit, Exports exports, MessageSource texts) {
        this.contacts = contacts;
        this.areas = areas;
        this.audit = audit;
        this.exports = exports;
        this.texts = texts;
    }

    @GetMapping(PATH)
    @Requires(Permission.SEE_CONTACTS)
    String list(Asked asked, @RequestParam(required = false) @Nullable CouncilId after, SignedIn me, Model model) {
        var all = areas.all();
        var page = Page.of(contacts.page(search(asked, me), after, ROWS + 1), ROWS, entry -> entry.council()
                .id()
                .toString());
        if (!page.rows().isEmpty()) {
            audit.read(Act.CONTACTS_LISTED, me.actor(), read(page.rows()));
        }
        model.addAttribute("rows", page.rows());
        model.addAttribute("names", names(all));
        model.addAttribute("more", page.next() == null ? null : asked.url(PATH) + "&after=" + page.next());
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("functions", Function.values());
        model.addAttribute("areas", seen(all, me));
        return "council/contacts";
    }

    @GetMapping(PATH + "." + Exports.FORMAT)
    @Requires(Permission.SEE_CONTACTS)
    void file(Asked asked, @PathVariable String format, SignedIn me, HttpServletResponse response, Locale locale)
            throws IOException {
        var rows = contacts.all(search(asked, me));
        var names = names(areas.all());
        var name = String.valueOf(texts.getMessage("council.contacts.title", null, locale));
        exports.send(me.person(), name, format, response, sheet -> {
            audit.add(Act.CONTACTS_EXPORTED, me.actor(), read(rows));
            sheet.line((Object[])
                    texts.getMessage("council.contacts.columns", null, locale).split(","));
            for (var row : rows) {
                lines(row, names.getOrDefault(row.council().area(), ""), sheet, locale);
            }
        });
    }

    private void lines(Entry row, String area, Sheet sheet, Locale locale) throws IOException {
        var council = row.council();
        var kind = texts.getMessage("council.kind." + council.kind(), null, locale);
        if (row.contacts().isEmpty()) {
            sheet.line(council.name(), kind, area, texts.getMessage("council.contacts.nobody", null, locale));
        }
        for (var member : row.contacts()) {
            var who = member.details();
            sheet.line(
                    council.name(),
                    kind,
                    area,
                    who.name(),
                    functions(member, locale),
                    who.email(),
                    who.phone(),
                    who.address());
        }
    }

    private ContactSearch search(Asked asked, SignedIn me) {
        return new ContactSearch(
                asked.q(),
                asked.kind(),
                asked.area() == null ? Set.of() : areas.tree().inside(new AreaId(asked.area())),
                asked.function(),
                me.where(Permission.SEE_CONTACTS));
    }

    private String functions(Member member, Locale locale) {
        return member.details().functions().stream()
                .map(function -> texts.getMessage("council.function." + function, null, locale))
                .collect(Collectors.joining(", "));
    }

    /** Which councils, never whom: the audit trail names no member. */
    private static String read(List<Entry> rows) {
        return rows.isEmpty()
                ? "0"
                : "%d: %s … %s"
                        .formatted(
                                rows.size(),
                                rows.get(0).council().name(),
                                rows.get(rows.size() - 1).council().name());
    }

    private static List<Area> seen(List<Area> all, SignedIn me) {
        var where = me.where(Permission.SEE_CONTACTS);
        return all.stream()
                .filter(area -> where.everywhere() || where.areas().contains(area.id()))
                .toList();
    }

    private static Map<AreaId, String> names(List<Area> all) {
        return all.stream().collect(Collectors.toMap(Area::id, Area::name));
    }

    /** What the address asks; an empty choice is none. */
    record Asked(@Nullable String q, @Nullable CouncilKind kind, @Nullable UUID area, @Nullable Function function) {

        String url(String path) {
            return path + "?" + text();
        }

        /** What stands behind the question mark of the address. */
        public String text() {
            return UriComponentsBuilder.newInstance()
                    .queryParam("q", "{q}")
                    .queryParam("kind", Objects.toString(kind, ""))
                    .queryParam("area", Objects.toString(area, ""))
                    .queryParam("function", Objects.toString(function, ""))
                    .encode()
                    .buildAndExpand(Objects.requireNonNullElse(q, ""))
                    .toUriString()
                    .substring(1);
        }
    }
}
