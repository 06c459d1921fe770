package org.samenspraak.process;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which trajectory a process belongs to, and which processes those have now. */
@Component
class ModelOwners {

    private final JdbcClient jdbc;

    ModelOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trajectory other than this one that has deployed the process, if any. */
    Optional<String> other(String processKey, String trajectory) {
        return jdbc.sql(
                        """
                        select d.name_ from act_re_procdef p join act_re_deployment d on d.id_ = p.deployment_id_
                         where p.key_ = ? and d.name_ <> ? limit 1
                        """)
                .params(processKey, trajectory)
                .query(String.class)
                .optional();
    }

    /** The definitions of the newest version of every trajectory; a model that a version left out is not among them. */
    List<String> current() {
        return jdbc.sql(
                        """
                        select p.id_ from act_re_procdef p
                          join (select distinct on (folder) deployment from process_version
                                 order by folder, number desc) newest on newest.deployment = p.deployment_id_
                         order by p.key_""")
                .query(String.class)
                .list();
    }
}
