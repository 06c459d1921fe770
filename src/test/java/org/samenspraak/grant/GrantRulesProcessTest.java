package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the regulation lets a council ask, and what nobody can judge yet. */
class GrantRulesProcessTest extends GrantScenario {

    @Test
    void aCouncilWithoutALevelAsksNoMoreThanTheFirstLevelAllows() {
        var grant = grant();
        takeOver("recognition.first-level");
        takeOver("grant.ceiling.basis");
        set("grant.ceiling", "3000");
        assertThat(known(grant, "Task_Apply"))
                .containsEntry(
                        "most", "€ 1.000,00. Uw raad heeft nog geen niveau: dit is het bedrag van niveau basis.");
        assertThatThrownBy(() -> send(grant, "Task_Apply", chair(), application("amount", "1001")))
                .hasMessageContaining("€ 1.000,00 of minder");
        councils.changeLevel(council, "uitvoerend", grant, OFFICE);
        assertThat(known(grant, "Task_Apply")).containsEntry("most", "€ 3.000,00");
    }

    /** The council can still renew before that day. */
    @Test
    void aDayToComeIsNotJudgedAsAFact() {
        set("grant.years-ahead", "1");
        budget(2028, 5_000);
        jdbc.sql("update council_inscription set until_day = '2027-09-26' where council_id = ?")
                .param(council.value())
                .update();
        var grant = asked();
        assertThat(conditions(grant))
                .contains("Nog niet te zeggen", "1 januari 2028 moet nog komen")
                .doesNotContain("Niet in het register");
    }

    /** Into our regulation, from the one that knows levels. */
    private void takeOver(String key) {
        jdbc.sql(
                        "insert into regulation_parameter select h.name, h.version, e.key, e.position + 900, e.type, e.value, e.choices, e.article,"
                                + " e.sentence, e.sentence_en from regulation_parameter e, regulation_parameter h"
                                + " where e.name = 'enschede-2024' and e.key = :key and h.name = 'hasselt' and h.key = 'grant.ceiling'")
                .param("key", key)
                .update();
    }
}
