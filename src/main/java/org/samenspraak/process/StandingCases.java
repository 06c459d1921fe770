package org.samenspraak.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the running cases of a trajectory stand, and on which version. */
@Repository
public class StandingCases {

    /** What runs in a folder on another deployment than this one, with the steps it waits at; leaves of the tree only. */
    private static final String STANDING =
            """
            select i.id_ as instance, i.business_key_ as case_id, i.proc_def_id_ as definition, p.key_ as process,
                   array(select distinct coalesce(e.act_id_, '') from act_ru_execution e
                          where e.proc_inst_id_ = i.id_ and e.act_id_ is not null
                            and not exists (select from act_ru_execution c where c.parent_id_ = e.id_)
                          order by 1) as steps
              from act_ru_execution i
              join act_re_procdef p on p.id_ = i.proc_def_id_
              join act_re_deployment d on d.id_ = p.deployment_id_
             where i.parent_id_ is null and i.business_key_ is not null and d.name_ = :folder and d.id_ <> :deployment""";

    private final JdbcClient jdbc;

    StandingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Running parts of cases that are not on this deployment, by model and the steps they wait at; the largest first. */
    public List<Place> places(String folder, String deployment) {
        return jdbc.sql("select process, definition, steps, count(*) as cases, min(case_id) as sample from (" + STANDING
                        + ") s group by process, definition, steps order by cases desc, process, definition, steps")
                .param("folder", folder)
                .param("deployment", deployment)
                .query((row, number) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("process"),
                row.getString("definition"),
                Arrays.asList((String[]) row.getArray("steps").getArray()),
                row.getLong("cases"),
                CaseId.parse(row.getString("sample")));
    }

    /** The cases at these places, each once. */
    public List<CaseId> at(String folder, String deployment, List<String> places) {
        return jdbc.sql("select distinct case_id from (" + STANDING
                        + ") s where process || '|' || definition || '|' || array_to_string(steps, ',') = any(:places)")
                .param("folder", folder)
                .param("deployment", deployment)
                .param("places", places.toArray(String[]::new))
                .query((row, number) -> CaseId.parse(row.getString("case_id")))
                .list();
    }

    List<Route> routes(String folder, CaseId caseId, String deployment) {
        return jdbc.sql("select s.instance, s.definition, target.id_ as target from (" + STANDING
                        + " and i.business_key_ = :case) s left join act_re_procdef target"
                        + " on target.key_ = s.process and target.deployment_id_ = :deployment order by s.instance")
                .param("folder", folder)
                .param("deployment", deployment)
                .param("case", caseId.toString())
                .query((row, number) ->
                        new Route(row.getString("instance"), row.getString("definition"), row.getString("target")))
                .list();
    }

    /**
     * Running parts of cases that wait at the same steps of the same version.
     *
     * @param process the id of the model
     * @param definition its version
     * @param steps ids of elements
     * @param sample one of them
     */
    public record Place(String process, String definition, List<String> steps, long cases, CaseId sample) {

        /** How a page names it. */
        public String key() {
            return process + "|" + definition + "|" + String.join(",", steps);
        }
    }

    /**
     * A running part of a case and where it would go.
     *
     * @param to none when the version has no such model
     */
    public record Route(String instance, String from, @Nullable String to) {}
}
