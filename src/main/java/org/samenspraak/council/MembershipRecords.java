package org.samenspraak.council;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Seat;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.CouncilId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_membership}. */
@Repository
class MembershipRecords {

    static final String HOLDS = "from_day <= :day and (until_day is null or until_day >= :day)";

    private final JdbcClient jdbc;

    MembershipRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(CouncilId council, NewMember member, LocalDate from) {
        var id = UUID.randomUUID();
        details(
                        """
                        insert into council_membership (id, council_id, name, functions, voting, effective, politician,
                            sex, email, phone, address, person_key, from_day)
                        values (:id, :council, :name, :functions, :voting, :effective, :politician,
                            :sex, :email, :phone, :address, :person, :from)
                        """,
                        member)
                .param("id", id)
                .param("council", council.value())
                .param("from", from)
                .update();
        return id;
    }

    /** @throws OptimisticLockingFailureException when somebody changed the membership since that version */
    void change(UUID id, int version, NewMember member) {
        var changed = details(
                        """
                        update council_membership set name = :name, functions = :functions, voting = :voting,
                            effective = :effective, politician = :politician, sex = :sex, email = :email,
                            phone = :phone, address = :address, person_key = :person, version = version + 1
                        where id = :id and version = :version
                        """,
                        member)
                .param("id", id)
                .param("version", version)
                .update();
        refuseLost(id, changed);
    }

    void end(UUID id, int version, LocalDate until) {
        var changed = jdbc.sql(
                        """
                        update council_membership set until_day = :until, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("until", until)
                .param("id", id)
                .param("version", version)
                .update();
        refuseLost(id, changed);
    }

    /** For a membership that never held a day. */
    void remove(UUID id) {
        jdbc.sql("delete from council_membership where id = :id")
                .param("id", id)
                .update();
    }

    Optional<Member> find(CouncilId council, UUID id) {
        return jdbc.sql("select * from council_membership where council_id = :council and id = :id")
                .param("council", council.value())
                .param("id", id)
                .query(MembershipRecords::member)
                .optional();
    }

    List<Member> on(CouncilId council, LocalDate day) {
        return jdbc.sql("select * from council_membership where council_id = :council and " + HOLDS
                        + " order by lower(name), id")
                .param("council", council.value())
                .param("day", day)
                .query(MembershipRecords::member)
                .list();
    }

    List<Seat> seats(String address, LocalDate day) {
        return jdbc.sql("select * from council_membership where lower(email) = lower(:address) and " + HOLDS
                        + " and exists (select from council_council c where c.id = council_id and (c.standing = any(:standing)"
                        + " or exists (select from casefile_case f where f.council_id = c.id and f.status = 'OPEN')))"
                        + " order by (select lower(name) from council_council c where c.id = council_id),"
                        + " council_id, lower(name), id limit 100")
                .param("address", address)
                .param("day", day)
                .param("standing", Standing.CURRENT.stream().map(Standing::name).toArray(String[]::new))
                .query((row, number) ->
                        new Seat(new CouncilId(row.getObject("council_id", UUID.class)), member(row, number)))
                .list();
    }

    /** The newest first. */
    List<Member> all(CouncilId council) {
        return jdbc.sql("select * from council_membership where council_id = :council"
                        + " order by from_day desc, lower(name), id")
                .param("council", council.value())
                .query(MembershipRecords::member)
                .list();
    }

    Set<String> names(Set<CouncilId> councils) {
        return jdbc.sql("select distinct name from council_membership where council_id = any(?)")
                .param(councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .query(String.class)
                .set();
    }

    /** Who has a function in these councils on that day. */
    Map<CouncilId, List<Member>> withFunction(Set<CouncilId> councils, @Nullable Function function, LocalDate day) {
        var found = new HashMap<CouncilId, List<Member>>();
        jdbc.sql("select * from council_membership where council_id = any(:councils) and " + HOLDS
                        + " and functions <> '{}'"
                        + (function == null ? "" : " and '" + function + "' = any(functions)"))
                .param("councils", councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    found.computeIfAbsent(
                                    new CouncilId(row.getObject("council_id", UUID.class)), id -> new ArrayList<>())
                            .add(member(row, 0));
                });
        return found;
    }

    /** Who of these members is in other councils on that day. */
    List<Elsewhere> elsewhere(CouncilId council, LocalDate day) {
        return jdbc.sql("select mine.id as membership, c.id as council, c.name from council_membership mine"
                        + " join (select * from council_membership where " + HOLDS
                        + ") other on other.person_key = mine.person_key and other.council_id <> mine.council_id"
                        + " join council_council c on c.id = other.council_id"
                        + " where mine.council_id = :council order by lower(c.name), c.id")
                .param("council", council.value())
                .param("day", day)
                .query((row, number) -> new Elsewhere(
                        row.getObject("membership", UUID.class),
                        new CouncilId(row.getObject("council", UUID.class)),
                        row.getString("name")))
                .list();
    }

    /** Councils where somebody starts on, or had the last day before, one of these days. */
    List<CouncilId> turning(LocalDate after, LocalDate until) {
        return jdbc.sql(
                        """
                        select council_id from council_membership where from_day > :after and from_day <= :until
                        union
                        select council_id from council_membership where until_day >= :after and until_day < :until
                        """)
                .param("after", after)
                .param("until", until)
                .query((row, number) -> new CouncilId(row.getObject(1, UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec details(String sql, NewMember member) {
        return jdbc.sql(sql)
                .param("name", member.name())
                .param(
                        "functions",
                        member.functions().stream().map(Function::name).toArray(String[]::new))
                .param("voting", member.voting())
                .param("effective", member.effective())
                .param("politician", member.politician())
                .param("sex", member.sex().name())
                .param("email", member.email())
                .param("phone", member.phone())
                .param("address", member.address())
                .param("person", MemberRules.person(member));
    }

    private static void refuseLost(UUID id, int changed) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException("membership " + id);
        }
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                new NewMember(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("address"),
                        functions(row.getArray("functions")),
                        row.getBoolean("voting"),
                        row.getBoolean("effective"),
                        row.getBoolean("politician"),
                        Sex.valueOf(row.getString("sex"))),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getInt("version"));
    }

    static Set<Function> functions(Array stored) throws SQLException {
        var functions = EnumSet.noneOf(Function.class);
        for (var name : (String[]) stored.getArray()) {
            functions.add(Function.valueOf(name));
        }
        return functions;
    }

    record Elsewhere(UUID membership, CouncilId council, String name) {}
}
