package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code identity_delegation}. */
@Repository
class DelegationRows {

    private static final String SELECT =
            """
            select d.*, holder.name as holder_name, deputy.name as deputy_name from identity_delegation d
            join identity_person holder on holder.id = d.holder
            join identity_person deputy on deputy.id = d.deputy
            where\s""";

    private static final String NOT_ENDED = SELECT + "d.ended_at is null and ";

    private final JdbcClient db;

    DelegationRows(JdbcClient db) {
        this.db = db;
    }

    void add(PersonId holder, NewDelegation wanted, PersonId deputy, PersonId by) {
        db.sql("insert into identity_delegation (id, holder, deputy, role, reason, valid_from, valid_until,"
                        + " trajectories, areas, given_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        holder.value(),
                        deputy.value(),
                        wanted.role() == null ? null : wanted.role().toString(),
                        wanted.reason().strip(),
                        wanted.from(),
                        wanted.until(),
                        wanted.trajectories().toArray(String[]::new),
                        wanted.areas().stream().map(AreaId::value).toArray(UUID[]::new),
                        by.value())
                .update();
    }

    /** Whether it ran until now. */
    boolean end(UUID id, OffsetDateTime now) {
        return db.sql("update identity_delegation set ended_at = ? where id = ? and ended_at is null")
                        .params(now, id)
                        .update()
                == 1;
    }

    /** Also what is over. */
    Optional<Delegation> find(UUID id, PersonId holder) {
        return db.sql(SELECT + "d.id = ? and d.holder = ?")
                .params(id, holder.value())
                .query(DelegationRows::delegation)
                .optional();
    }

    /** What these people gave and got that is not over on a day, the first to begin first. */
    List<Delegation> of(Collection<PersonId> people, LocalDate day) {
        return db.sql(NOT_ENDED + "(d.holder = any(:people) or d.deputy = any(:people)) and d.valid_until >= :day"
                        + " order by d.valid_from, d.id")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(DelegationRows::delegation)
                .list();
    }

    /** What runs on a day, what runs longest first. */
    List<Delegation> on(LocalDate day) {
        return db.sql(NOT_ENDED + "? between d.valid_from and d.valid_until order by d.valid_until desc, d.id")
                .param(day)
                .query(DelegationRows::delegation)
                .list();
    }

    /** What somebody got that runs on a day, of people who still work here. */
    List<Delegation> got(PersonId deputy, LocalDate day) {
        return db.sql(NOT_ENDED + "holder.active and d.deputy = ? and ? between d.valid_from and d.valid_until"
                        + " order by d.valid_from, d.id")
                .params(deputy.value(), day)
                .query(DelegationRows::delegation)
                .list();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new Delegation(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("holder", UUID.class)),
                row.getString("holder_name"),
                new PersonId(row.getObject("deputy", UUID.class)),
                row.getString("deputy_name"),
                role == null ? null : GroupId.parse(role),
                row.getString("reason"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Stream.of((String[]) row.getArray("trajectories").getArray()).collect(Collectors.toSet()),
                Stream.of((UUID[]) row.getArray("areas").getArray())
                        .map(AreaId::new)
                        .collect(Collectors.toSet()));
    }
}
