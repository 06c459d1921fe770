package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.OfferedValues;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.SignedInPeople;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
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
    private final SignedInPeople people;

    AskersOffered(DepartmentsOffered departments, SignedInPeople people) {
        this.departments = departments;
        this.people = people;
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
        var me = Optional.ofNullable(by.kind() == Actor.Kind.PERSON ? by.id() : null)
                .flatMap(id -> people.of(new PersonId(id)));
        return values(LocaleContextHolder.getLocale()).stream()
                .filter(value -> me.map(it -> mayAsk(it, GroupId.parse(value.value()), now))
                        .orElse(true))
                .map(value -> Map.of("value", value.value(), "label", value.label()))
                .toList();
    }

    private static boolean mayAsk(SignedIn me, GroupId group, @Nullable GroupId now) {
        return me.may(Permission.STEER_CASE) || me.groups().contains(group) || group.equals(now);
    }
}
