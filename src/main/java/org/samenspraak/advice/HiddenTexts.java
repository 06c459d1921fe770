package org.samenspraak.advice;

import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which texts are kept out of the publication, by the id of a point, the case of a council, or a name of {@link PublicText}. */
@Repository
class HiddenTexts {

    private final JdbcClient jdbc;

    HiddenTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it changed; one that is hidden keeps why. */
    boolean hide(CaseId request, String text, WhyHidden why) {
        return jdbc.sql("insert into advice_hidden_text values (?, ?, ?) on conflict do nothing")
                        .params(request.value(), text, why.name())
                        .update()
                > 0;
    }

    /** Says whether it changed. */
    boolean show(CaseId request, String text) {
        return jdbc.sql("delete from advice_hidden_text where request = ? and text = ?")
                        .params(request.value(), text)
                        .update()
                > 0;
    }
}
