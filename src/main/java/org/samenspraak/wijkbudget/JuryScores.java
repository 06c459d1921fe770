package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.voting.Fraction;
import org.samenspraak.voting.Jury;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members of a jury or panel gave each project, and where an interest leaves them out. */
@Repository
class JuryScores {

    private final JdbcClient jdbc;
    private final JuryHistory past;

    JuryScores(JdbcClient jdbc, JuryHistory past) {
        this.jdbc = jdbc;
        this.past = past;
    }

    List<Juror> jurors(CaseId round) {
        return jdbc.sql(
                        """
                        select j.id, j.label, j.person, p.name, j.kept_by, j.kept_by_id, j.kept_on, j.confirmed_by, j.confirmed_on, j.version
                          from wijkbudget_juror j left join identity_person p on p.id = j.person
                         where j.round = ? order by length(j.label), j.label
                        """)
                .param(round.value())
                .query(Juror.class)
                .list();
    }

    Optional<Juror> find(CaseId round, String label) {
        return jurors(round).stream().filter(one -> one.label().equals(label)).findFirst();
    }

    /** False when there is one of that name, or that person is in the jury already. */
    boolean add(CaseId round, String label, @Nullable UUID person) {
        return jdbc.sql(
                                """
                                insert into wijkbudget_juror (id, round, label, person) values (:id, :round, :label, :person)
                                on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("round", round.value())
                        .param("label", label)
                        .param("person", person, Types.OTHER)
                        .update()
                == 1;
    }

    /** What they gave stays among what was replaced. */
    void remove(UUID juror, String why, String by, LocalDate on) {
        past.keep(juror, why, by, on);
        jdbc.sql("delete from wijkbudget_juror where id = ?").param(juror).update();
    }

    /** False when they are confirmed already, or are others than those that were read. */
    boolean confirm(UUID juror, int version, String by, LocalDate on) {
        return jdbc.sql(
                                """
                                update wijkbudget_juror set confirmed_by = :by, confirmed_on = :on
                                 where id = :juror and version = :version and person is null and kept_by is not null and confirmed_by is null
                                """)
                        .param("juror", juror)
                        .param("version", version)
                        .param("by", by)
                        .param("on", on)
                        .update()
                == 1;
    }

    Given of(CaseId round, UUID juror) {
        return all(round).getOrDefault(juror, Given.NOTHING);
    }

    /** Of each member who gave anything. */
    private Map<UUID, Given> all(CaseId round) {
        var all = new HashMap<UUID, Given>();
        jdbc.sql(
                        """
                        select s.juror, s.project, s.criterion, s.points from wijkbudget_score s
                          join wijkbudget_juror j on j.id = s.juror where j.round = ?
                        """)
                .param(round.value())
                .query(row -> {
                    given(all, row)
                            .points()
                            .computeIfAbsent(row.getObject("project", UUID.class), any -> new HashMap<>())
                            .put(row.getString("criterion"), row.getInt("points"));
                });
        jdbc.sql(
                        """
                        select c.juror, c.project from wijkbudget_conflict c
                          join wijkbudget_juror j on j.id = c.juror where j.round = ?
                        """)
                .param(round.value())
                .query(row -> {
                    given(all, row).conflicts().add(row.getObject("project", UUID.class));
                });
        return all;
    }

    private static Given given(Map<UUID, Given> all, ResultSet row) throws SQLException {
        return all.computeIfAbsent(
                row.getObject("juror", UUID.class), any -> new Given(new HashMap<>(), new HashSet<>()));
    }

    /** These and no others; what stood there is put aside, and nobody confirmed these yet. */
    void replace(UUID juror, Given given, @Nullable String why, Actor by, LocalDate on) {
        past.keep(juror, why, by.name(), on);
        jdbc.sql(
                        """
                        update wijkbudget_juror set kept_by = :by, kept_by_id = :id, kept_on = :on, confirmed_by = null, confirmed_on = null,
                               version = version + 1
                         where id = :juror
                        """)
                .param("by", by.name())
                .param("id", by.id(), Types.OTHER)
                .param("on", on)
                .param("juror", juror)
                .update();
        jdbc.sql("delete from wijkbudget_score where juror = ?").param(juror).update();
        jdbc.sql("delete from wijkbudget_conflict where juror = ?").param(juror).update();
        given.points()
                .forEach((project, points) -> points.forEach((criterion, many) -> jdbc.sql(
                                "insert into wijkbudget_score (juror, project, criterion, points) values (?, ?, ?, ?)")
                        .params(juror, project, criterion, many)
                        .update()));
        given.conflicts().forEach(project -> jdbc.sql("insert into wijkbudget_conflict (juror, project) values (?, ?)")
                .params(juror, project)
                .update());
    }

    /**
     * The mean of each project, from 0 to 1.
     *
     * @throws org.samenspraak.kernel.Refusal when a member without an interest left a score open
     */
    Map<UUID, Fraction> results(CaseId round, List<Candidate> projects, List<Jury.Criterion> criteria) {
        var ids = projects.stream().collect(Collectors.toMap(one -> Integer.toString(one.number()), Candidate::id));
        return told(round, projects, criteria, jurors(round)).stream()
                .collect(Collectors.toMap(one -> Objects.requireNonNull(ids.get(one.project())), Jury.Result::score));
    }

    /** The same of some members, with its spread, in the order of the projects. */
    List<Jury.Result> told(CaseId round, List<Candidate> projects, List<Jury.Criterion> criteria, List<Juror> jurors) {
        var numbers = projects.stream()
                .collect(Collectors.toMap(Candidate::id, one -> Integer.toString(one.number()), (one, same) -> one));
        var seats = new Seats(numbers);
        var given = all(round);
        jurors.forEach(juror -> seats.take(juror.label(), given.getOrDefault(juror.id(), Given.NOTHING)));
        return new Jury(criteria, seats.scores, seats.conflicts)
                .results(
                        projects.stream()
                                .map(one -> Integer.toString(one.number()))
                                .toList(),
                        jurors.stream().map(Juror::label).toList());
    }

    /** The projects for which somebody without an interest left a score open. */
    List<Open> open(CaseId round, List<Candidate> projects, List<Jury.Criterion> criteria) {
        var jurors = jurors(round);
        var given = all(round);
        return projects.stream()
                .map(project -> new Open(
                        project,
                        jurors.stream()
                                .filter(juror -> given.getOrDefault(juror.id(), Given.NOTHING)
                                        .isOpen(project.id(), criteria))
                                .map(Juror::label)
                                .toList()))
                .filter(open -> !open.members().isEmpty())
                .toList();
    }

    /** Numbers of the projects that one of them left open. */
    String missing(CaseId round, UUID juror, List<Candidate> projects, List<Jury.Criterion> criteria) {
        var given = of(round, juror);
        return projects.stream()
                .filter(project -> given.isOpen(project.id(), criteria))
                .map(project -> Integer.toString(project.number()))
                .collect(Collectors.joining(", "));
    }

    record Open(Candidate project, List<String> members) {}

    /** What all gave, by the numbers of the projects of one area. */
    private static final class Seats {

        private final Map<UUID, String> numbers;
        private final List<Jury.Score> scores = new ArrayList<>();
        private final Set<Jury.Seat> conflicts = new HashSet<>();

        Seats(Map<UUID, String> numbers) {
            this.numbers = numbers;
        }

        void take(String member, Given given) {
            Function<UUID, Jury.Seat> seat =
                    project -> new Jury.Seat(member, Objects.requireNonNull(numbers.get(project)));
            given.points().forEach((project, points) -> {
                if (numbers.containsKey(project)) {
                    points.forEach(
                            (criterion, many) -> scores.add(new Jury.Score(seat.apply(project), criterion, many)));
                }
            });
            given.conflicts().stream().filter(numbers::containsKey).map(seat).forEach(conflicts::add);
        }
    }

    /**
     * @param label by which the count calls them
     * @param person who alone keeps the sheet, with that name; none when the office does
     * @param keptBy who signed the points as they stand
     * @param confirmedBy the second official who read them on paper
     * @param version of the points
     */
    record Juror(
            UUID id,
            String label,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String keptBy,
            @Nullable UUID keptById,
            @Nullable LocalDate keptOn,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            int version) {

        /** Whether the office entered points that nobody else laid beside the paper. */
        public boolean isUnconfirmed() {
            return person == null && keptBy != null && confirmedBy == null;
        }

        boolean isKeptBy(Actor one) {
            return keptById != null && one.actsFor(new PersonId(keptById));
        }
    }

    /** @param conflicts projects that the member has an interest in */
    record Given(Map<UUID, Map<String, Integer>> points, Set<UUID> conflicts) {

        static final Given NOTHING = new Given(Map.of(), Set.of());

        private boolean isOpen(UUID project, List<Jury.Criterion> criteria) {
            var own = points.getOrDefault(project, Map.of());
            return !conflicts.contains(project)
                    && criteria.stream().anyMatch(criterion -> !own.containsKey(criterion.name()));
        }
    }
}
