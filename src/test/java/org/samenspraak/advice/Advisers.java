package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes recognised councils of a chair and a secretary, who are called after what they do. */
record Advisers(Councils councils, Memberships memberships, JdbcClient jdbc) {

    CouncilId add(CouncilKind kind, String name, AreaId area, LocalDate since) {
        var id = councils.add(kind, name, area, Actor.SYSTEM);
        jdbc.sql("update council_council set standing = 'RECOGNISED' where id = ?")
                .param(id.value())
                .update();
        memberships.replace(
                id, List.of(member(name, Function.CHAIR), member(name, Function.SECRETARY)), since, Actor.SYSTEM);
        return id;
    }

    /** As {@code chair@jeugdraad.example}. */
    static String mail(String council, Function function) {
        return function.name().toLowerCase(Locale.ROOT) + "@"
                + council.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
    }

    private static NewMember member(String council, Function function) {
        var who = function.name().toLowerCase(Locale.ROOT) + " " + council;
        return new NewMember(
                who,
                mail(council, function),
                null,
                who + "straat 1",
                Set.of(function),
                true,
                true,
                false,
                Sex.NOT_STATED);
    }
}
