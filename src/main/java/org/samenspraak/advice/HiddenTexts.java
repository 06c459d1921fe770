package org.samenspraak.advice;

import java.util.UUID;
import java.util.stream.Stream;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which texts are kept out of the publication. */
@Repository
class HiddenTexts {

    private final JdbcClient jdbc;

    HiddenTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it changed. */
    boolean hide(CaseId request, PublicText text, boolean hidden) {
        return jdbc.sql(
                                """
                                update advice_request set hidden_texts = case when :hidden
                                       then array_append(hidden_texts, :text) else array_remove(hidden_texts, :text) end
                                 where case_id = :request and (:text = any(hidden_texts)) <> :hidden
                                """)
                        .param("hidden", hidden)
                        .param("text", text.name())
                        .param("request", request.value())
                        .update()
                > 0;
    }

    /**
     * Says whether it changed.
     *
     * @param text id of a point, or of the case of a council for what it wrote besides its points
     */
    boolean hide(CaseId request, UUID text, boolean hidden) {
        return Stream.of(
                                """
                        update advice_point set hidden = :hidden where id = :text and hidden <> :hidden and advice in
                            (select case_id from advice_given where coalesce(request, case_id) = :request)
                        """,
                                """
                        update advice_given set hidden = :hidden
                         where case_id = :text and hidden <> :hidden and coalesce(request, case_id) = :request
                        """)
                        .mapToInt(sql -> jdbc.sql(sql)
                                .param("hidden", hidden)
                                .param("text", text)
                                .param("request", request.value())
                                .update())
                        .sum()
                > 0;
    }
}
