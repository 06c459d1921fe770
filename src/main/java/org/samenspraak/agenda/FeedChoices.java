package org.samenspraak.agenda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a feed can show somebody: their own tasks, those of their groups or areas, or those of one group. */
@Component
class FeedChoices {

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 12;

    private final RoleNames roleNames;
    private final Dates dates;
    private final MessageSource texts;

    FeedChoices(RoleNames roleNames, Dates dates, MessageSource texts) {
        this.roleNames = roleNames;
        this.dates = dates;
        this.texts = texts;
    }

    /** By code, with a name; not the groups in which they act for somebody, which end by themselves. */
    Map<String, String> offered(SignedIn me) {
        var offered = new LinkedHashMap<String, String>();
        Stream.of(Whose.MINE, Whose.GROUPS, Whose.AREAS)
                .filter(one -> one != Whose.AREAS || !AgendaPages.ownAreas(me).isEmpty())
                .forEach(one -> offered.put(one.code(), name(one)));
        var groups = new TreeMap<String, String>();
        roleNames.each(me.groups()).forEach((group, name) -> groups.put(name, group.toString()));
        groups.forEach((name, group) -> offered.put(group, name));
        return offered;
    }

    /** What a feed shows today; none when its owner may not see that any more. */
    Optional<AgendaQuery> query(Feed feed, SignedIn me) {
        var whose = Whose.find(feed.choice()).filter(one -> one != Whose.ALL);
        var group = GroupId.parse(feed.choice());
        if (!me.may(Permission.WORK) || (whose.isEmpty() && !me.groups().contains(group))) {
            return Optional.empty();
        }
        return Optional.of(new AgendaQuery(
                me,
                dates.today().minusMonths(MONTHS_BACK),
                dates.today().plusMonths(MONTHS_AHEAD),
                whose.orElse(Whose.GROUPS),
                whose.isPresent() ? null : group,
                null,
                whose.filter(Whose.AREAS::equals).isPresent() ? AgendaPages.ownAreas(me) : null,
                Set.copyOf(feed.kinds())));
    }

    /** "Mijn taken", "Wijkmanager, Runkst" */
    String name(String choice) {
        return Whose.find(choice)
                .map(this::name)
                .orElseGet(() -> roleNames.each(Set.of(GroupId.parse(choice))).values().stream()
                        .collect(Collectors.joining()));
    }

    private String name(Whose whose) {
        return texts.getMessage("agenda.whose." + whose.code(), null, LocaleContextHolder.getLocale());
    }
}
