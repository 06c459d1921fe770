package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office shares with a council: of each document the version that holds now, once it was scanned. */
@Service
public class SharedDocuments {

    private static final String SHARED =
            """
            select d.*, c.number from casefile_document d join casefile_case c on c.id = d.case_id
            where c.council_id = :council and d.audience = 'COUNCIL' and d.latest and d.scan in ('NONE', 'CLEAN')""";

    private final JdbcClient jdbc;
    private final Timeline timeline;

    SharedDocuments(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /** Newest first, at most {@code limit}, after the last one of the page before. */
    @Transactional(readOnly = true)
    public List<Shared> page(CouncilId council, @Nullable UUID after, int limit) {
        return jdbc.sql(SHARED
                        + (after == null
                                ? ""
                                : " and (d.at, d.id) < (select at, id from casefile_document where id = :after)")
                        + " order by d.at desc, d.id desc limit :limit")
                .param("council", council.value())
                .param("after", after)
                .param("limit", limit)
                .query(SharedDocuments::row)
                .list();
    }

    /** Those of one case, newest first. */
    @Transactional(readOnly = true)
    public List<Shared> of(CouncilId council, CaseId caseId) {
        return jdbc.sql(SHARED + " and d.case_id = :case order by d.at desc, d.id desc")
                .param("council", council.value())
                .param("case", caseId.value())
                .query(SharedDocuments::row)
                .list();
    }

    /** None when it is not shared with this council. */
    @Transactional(readOnly = true)
    public Optional<Shared> find(CouncilId council, UUID document) {
        return jdbc.sql(SHARED + " and d.id = :document")
                .param("council", council.value())
                .param("document", document)
                .query(SharedDocuments::row)
                .optional();
    }

    /** The council that has the case now sees nothing of what was shared with the one before. */
    @EventListener
    void on(CaseMoved moved) {
        var changed = jdbc.sql(
                        "update casefile_document set audience = 'OFFICE' where case_id = :case and audience = 'COUNCIL'")
                .param("case", moved.caseId().value())
                .update();
        if (changed > 0) {
            timeline.add(moved.caseId(), "document.unshared", Map.of(), null, moved.by());
        }
    }

    private static Shared row(ResultSet row, int number) throws SQLException {
        return new Shared(DocumentRecords.row(row, number), row.getString("number"));
    }

    /** @param number of its case */
    public record Shared(Documents.Row document, String number) {}
}
