package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands behind ideas: {@code wijkbudget_supporter}. */
@Repository
class IdeaSupporters {

    private final JdbcClient jdbc;

    IdeaSupporters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confirmedAt since when that is sure; none while their link was not used */
    void add(Supporter one, @Nullable Instant confirmedAt) {
        jdbc.sql(
                        """
                        insert into wijkbudget_supporter (id, case_id, proposer, name, mail, address, confirmed_at)
                        values (:id, :case, :proposer, :name, :mail, :address, :at)
                        """)
                .param("id", one.id())
                .param("case", one.caseId().value())
                .param("proposer", one.proposer())
                .param("name", one.name())
                .param("mail", one.mail(), Types.VARCHAR)
                .param("address", one.address())
                .param("at", confirmedAt == null ? null : Timestamp.from(confirmedAt), Types.TIMESTAMP)
                .update();
    }

    Optional<Supporter> find(UUID id) {
        return jdbc.sql("select * from wijkbudget_supporter where id = ?")
                .param(id)
                .query(IdeaSupporters::supporter)
                .optional();
    }

    /** The proposer first. */
    List<Supporter> of(CaseId caseId) {
        return jdbc.sql("select * from wijkbudget_supporter where case_id = ? order by proposer desc, name, id")
                .param(caseId.value())
                .query(IdeaSupporters::supporter)
                .list();
    }

    /** Proposers of a round whose idea, the one it was merged into, or a project of it is under way: one for each address. On paper too. */
    List<Supporter> waiting(CaseId round) {
        return jdbc.sql(
                        """
                        select distinct on (lower(coalesce(s.mail, s.name || ' ' || s.address))) s.* from wijkbudget_supporter s
                          join wijkbudget_proposal p on p.case_id = s.case_id join casefile_case c on c.id = p.case_id
                         where p.round = ? and s.proposer and s.confirmed_at is not null
                           and (c.status = 'OPEN'
                                or exists (select from wijkbudget_project_idea j where j.proposal = p.case_id)
                                or exists (select from casefile_case i where i.id = p.merged_into and i.status = 'OPEN'))
                         order by lower(coalesce(s.mail, s.name || ' ' || s.address)), c.number desc
                        """)
                .param(round.value())
                .query(IdeaSupporters::supporter)
                .list();
    }

    Supporter proposer(CaseId caseId) {
        return of(caseId).get(0);
    }

    /** @return false when they confirmed meanwhile */
    boolean remove(UUID id) {
        return jdbc.sql("delete from wijkbudget_supporter where id = ? and not proposer and confirmed_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    /** @return false when it was confirmed before */
    boolean confirm(UUID id, Instant at) {
        return jdbc.sql("update wijkbudget_supporter set confirmed_at = ? where id = ? and confirmed_at is null")
                        .params(Timestamp.from(at), id)
                        .update()
                == 1;
    }

    private static Supporter supporter(ResultSet row, int number) throws SQLException {
        return new Supporter(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getBoolean("proposer"),
                row.getString("name"),
                row.getString("mail"),
                row.getString("address"),
                row.getTimestamp("confirmed_at") != null);
    }
}
