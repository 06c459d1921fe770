package org.samenspraak.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.HeldRole;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * For whom somebody may ask advice: a department of their own, or any for who may steer cases. {@link AdvicePrefill} knows them
 * where there is somebody; elsewhere there are all.
 */
@Component
class AskersOffered implements OfferedValues {

    private final DepartmentsOffered departments;
    private final People people;
    private final Municipality municipality;
    private final Clock clock;

    AskersOffered(DepartmentsOffered departments, People people, Municipality municipality, Clock clock) {
        this.departments = departments;
        this.people = people;
        this.municipality = municipality;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "advice.askers";
    }

    @Override
    public List<Value> values(Locale locale) {
        return departments.values(locale);
    }

    /** @param now that asks already, or none */
    List<Map<String, String>> of(Actor by, @Nullable GroupId now) {
        var me = by.kind() == Actor.Kind.PERSON ? signedIn(new PersonId(Objects.requireNonNull(by.id())), by) : null;
        return values(LocaleContextHolder.getLocale()).stream()
                .filter(value -> me == null || mayAsk(me, GroupId.parse(value.value()), now))
                .map(value -> Map.of("value", value.value(), "label", value.label()))
                .toList();
    }

    private static boolean mayAsk(SignedIn me, GroupId group, @Nullable GroupId now) {
        return me.may(Permission.STEER_CASE) || me.groups().contains(group) || group.equals(now);
    }

    private SignedIn signedIn(PersonId person, Actor by) {
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        var groups = people.roles(person).stream()
                .filter(role -> role.on(today))
                .map(HeldRole::group)
                .collect(Collectors.toSet());
        return SignedIn.of(person, by.name(), groups);
    }
}
