package org.samenspraak.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mail addresses of a council of which a reader said that a question is not for them. Nothing goes there before the office
 * says that the address is right, or enters another.
 */
@Repository
class DisownedAddresses {

    private final JdbcClient jdbc;

    DisownedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All open links of the address of this open prompt stop working; returns their prompts. */
    List<PromptRow> add(UUID prompt) {
        return jdbc.sql(
                        """
                        update correspondence_prompt set generation = generation + 1, disowned = true, reported = true
                        where state = 'OPEN' and (council, lower(recipient)) in
                          (select council, lower(recipient) from correspondence_prompt where id = :id and state = 'OPEN')
                        returning\s"""
                                + PromptRows.COLUMNS)
                .param("id", prompt)
                .query(PromptRows::row)
                .list();
    }

    boolean contains(CouncilId council, String address) {
        return contains(List.of(council), address);
    }

    /** Whether it is for one of these councils. */
    boolean contains(Collection<CouncilId> councils, String address) {
        return jdbc.sql(
                        """
                        select exists (select 1 from correspondence_prompt
                          where council = any(:councils) and lower(recipient) = lower(:address) and disowned)""")
                .param("councils", councils.stream().map(CouncilId::value).toArray(UUID[]::new))
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** The address is right after all; returns the open prompts that waited for that. */
    List<PromptRow> remove(CouncilId council, String address) {
        return jdbc
                .sql(
                        """
                        update correspondence_prompt set disowned = false
                        where council = :council and lower(recipient) = lower(:address) and disowned
                        returning\s"""
                                + PromptRows.COLUMNS)
                .param("council", council.value())
                .param("address", address)
                .query(PromptRows::row)
                .stream()
                .filter(row -> row.state() == PromptState.OPEN)
                .toList();
    }

    /** Questions of a case to such an address, oldest first. */
    List<PromptRow> of(CaseId caseId) {
        return jdbc.sql("select " + PromptRows.COLUMNS
                        + " from correspondence_prompt where case_id = :case and disowned order by opened_at, function")
                .param("case", caseId.value())
                .query(PromptRows::row)
                .list();
    }
}
