package org.samenspraak.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a proposal is about, as they stood in the register then. */
@Repository
class Proposals {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Proposals(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(CaseId caseId, Member member) {
        try {
            jdbc.sql("insert into membership_proposal (case_id, membership, before) values (?, ?, ?::jsonb)")
                    .params(caseId.value(), member.id(), json.writeValueAsString(member.details()))
                    .update();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Optional<About> find(CaseId caseId) {
        return jdbc.sql("select membership, before from membership_proposal where case_id = ?")
                .param(caseId.value())
                .query(this::about)
                .optional();
    }

    private About about(ResultSet row, int number) throws SQLException {
        try {
            return new About(
                    row.getObject("membership", UUID.class), json.readValue(row.getString("before"), NewMember.class));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record About(UUID membership, NewMember before) {}
}
