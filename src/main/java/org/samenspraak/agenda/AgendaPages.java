package org.samenspraak.agenda;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agenda of officials, as a month or as a list. */
@Controller
class AgendaPages {

    private final AgendaEntries agenda;
    private final Areas areas;
    private final Processes processes;
    private final Dates dates;

    AgendaPages(AgendaEntries agenda, Areas areas, Processes processes, Dates dates) {
        this.agenda = agenda;
        this.areas = areas;
        this.processes = processes;
        this.dates = dates;
    }

    /** @param na where the page of the list before ended */
    @GetMapping(AgendaFilter.PATH)
    @Requires(Permission.SEE_OFFICE)
    String show(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String na,
            SignedIn me,
            Locale locale,
            Model model) {
        var filter = AgendaFilter.of(sent, dates.today(), agenda.kinds());
        var query = query(filter, me);
        if (filter.list()) {
            var page = agenda.page(query, na);
            model.addAttribute(
                    "days", page.rows().stream().collect(groupingBy(AgendaEntry::day, TreeMap::new, toList())));
            model.addAttribute("next", page.next() == null ? null : filter.after(page.next()));
        } else {
            var days = agenda.days(query);
            model.addAttribute("grid", MonthView.of(filter.month(), days, locale));
            model.addAttribute("empty", days.isEmpty());
        }
        model.addAttribute("filter", filter);
        model.addAttribute("period", filter.day() == null ? dates.month(filter.month()) : dates.day(filter.day()));
        model.addAttribute("now", YearMonth.from(dates.today()));
        model.addAttribute("canWork", me.may(Permission.WORK));
        addChoices(me, locale, model);
        return "agenda/agenda";
    }

    private void addChoices(SignedIn me, Locale locale, Model model) {
        model.addAttribute(
                "whose",
                Stream.of(Whose.values())
                        .filter(one -> one != Whose.AREAS || !ownAreas(me).isEmpty())
                        .toList());
        model.addAttribute("kinds", agenda.kinds());
        model.addAttribute("areas", areas.all());
        model.addAttribute(
                "trajectories",
                processes.trajectories().stream()
                        .map(one -> new Choice(one.key(), name(one, locale)))
                        .toList());
    }

    private static String name(Trajectory trajectory, Locale locale) {
        var english = trajectory.nameEn();
        return english != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english
                : trajectory.name();
    }

    private AgendaQuery query(AgendaFilter filter, SignedIn me) {
        return new AgendaQuery(
                me,
                filter.from(),
                filter.until(),
                filter.whose(),
                null,
                filter.trajectory(),
                areas(filter, me),
                filter.kind() == null ? Set.copyOf(agenda.kinds()) : Set.of(filter.kind()));
    }

    private @Nullable Set<AreaId> areas(AgendaFilter filter, SignedIn me) {
        var area = filter.area();
        var own = ownAreas(me);
        if (area == null) {
            return filter.whose() == Whose.AREAS ? own : null;
        }
        return areas.tree().inside(area).stream()
                .filter(one -> filter.whose() != Whose.AREAS || own.contains(one))
                .collect(toSet());
    }

    /** The areas of somebody's roles, with those inside them. */
    static Set<AreaId> ownAreas(SignedIn me) {
        return me.groups().stream()
                .map(GroupId::scope)
                .filter(Objects::nonNull)
                .map(AreaId::parse)
                .collect(toSet());
    }

    record Choice(String value, String text) {}
}
