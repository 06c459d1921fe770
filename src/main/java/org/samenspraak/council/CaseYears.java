package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases of a council were opened, and how they ended, of each trajectory that there is. */
@Repository
class CaseYears implements CouncilYears {

    private final JdbcClient jdbc;
    private final Processes processes;

    CaseYears(JdbcClient jdbc, Processes processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    @Override
    public String code() {
        return "cases";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return before(council, null, place, limit);
    }

    /** Those of one trajectory only, whichever it is: also one that an office drew itself. */
    CouncilYears of(String trajectory) {
        return new OfOne(this, trajectory);
    }

    /** The trajectories of which this council ever had a case, by name. */
    List<Trajectory> trajectories(CouncilId council) {
        var had = jdbc.sql("select distinct trajectory from casefile_case where council_id = ? and number is not null")
                .param(council.value())
                .query(String.class)
                .set();
        return processes.trajectories().stream()
                .filter(trajectory -> had.contains(trajectory.key()))
                .toList();
    }

    private List<Happening> before(CouncilId council, @Nullable String trajectory, Place place, int limit) {
        return jdbc.sql(
                        """
                        select c.number, c.title, c.trajectory, coalesce(c.outcome, '') as outcome, moment.day, moment.key, moment.kind
                        from casefile_case c, lateral (values
                            (c.opened_at, c.id::text || ' 0', 'council.case-opened'),
                            (c.closed_at, c.id::text || ' 1', 'council.case-' || lower(c.status))
                        ) moment (day, key, kind)
                        where c.council_id = :council and c.number is not null
                        and (:trajectory::text is null or c.trajectory = :trajectory)
                        and (moment.day, moment.key collate "C") < (:day, :key)
                        order by moment.day desc, moment.key collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("trajectory", trajectory)
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(this::happening)
                .list();
    }

    private Happening happening(ResultSet row, int number) throws SQLException {
        var args = new HashMap<>(Map.of("outcome", Objects.requireNonNull(row.getString("outcome"))));
        var key = Objects.requireNonNull(row.getString("trajectory"));
        var trajectory = processes.trajectory(key);
        args.put("trajectory", trajectory.map(Trajectory::name).orElse(key));
        trajectory.map(Trajectory::nameEn).ifPresent(name -> args.put("trajectory_en", name));
        return Happening.inCase(row, args);
    }

    private record OfOne(CaseYears all, String trajectory) implements CouncilYears {

        @Override
        public String code() {
            return all.code();
        }

        @Override
        public int order() {
            return all.order();
        }

        @Override
        public List<Happening> before(CouncilId council, Place place, int limit) {
            return all.before(council, trajectory, place, limit);
        }
    }
}
