package org.samenspraak.membership;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a proposal is about, as they stood in the register then. */
@Repository
class Proposals {

    private static final TypeReference<NewMember> BEFORE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;

    Proposals(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(CaseId caseId, Member member) {
        jdbc.sql("insert into membership_proposal (case_id, membership, before) values (?, ?, ?::jsonb)")
                .params(caseId.value(), member.id(), json.write(member.details()))
                .update();
    }

    Optional<About> find(CaseId caseId) {
        return jdbc.sql("select membership, before from membership_proposal where case_id = ?")
                .param(caseId.value())
                .query(this::about)
                .optional();
    }

    private About about(ResultSet row, int number) throws SQLException {
        return new About(row.getObject("membership", UUID.class), json.read(row.getString("before"), BEFORE));
    }

    record About(UUID membership, NewMember before) {}
}
