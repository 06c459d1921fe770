package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the regulation lets a council ask, and what nobody can judge yet. */
class GrantRulesProcessTest extends GrantScenario {

    @Test
    void aCouncilWithoutALevelAsksNoMoreThanTheFirstLevelAllows() {
        parameter("recognition.first-level", "basis");
        parameter("grant.ceiling.basis", "800");
        var grant = grant();
        assertThat(known(grant, "Task_Apply"))
                .containsEntry("most", "€ 800,00. Uw raad heeft nog geen niveau: dit is het bedrag van niveau basis.");
        refused("grant.refusal.ceiling", () -> send(grant, "Task_Apply", chair(), application("amount", "801")));
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

    private void parameter(String key, String value) {
        jdbc.sql("insert into regulation_parameter select name, version, :key, 999, type, :value, choices, article, sentence, sentence_en"
                        + " from regulation_parameter where key = 'grant.ceiling' and name = 'hasselt'")
                .param("key", key)
                .param("value", value)
                .update();
    }
}
