package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that say the same get one reply. */
class ReplyGroupPagesTest extends ReplyScenario {

    private UUID one = UUID.randomUUID();
    private UUID two = UUID.randomUUID();
    private UUID three = UUID.randomUUID();

    @BeforeEach
    void points() {
        one = point(youth, 1, "Fiets", "Breder fietspad");
        two = point(seniors, 1, "Fiets", "Fietspad verbreden");
        three = point(seniors, 2, "Banken", "Meer banken");
    }

    private UUID join(String title, UUID... keys) throws Exception {
        var form = open(MOBILITY).with("group", "yes").with("title", title);
        for (var key : keys) {
            form.with("pick", key);
        }
        form.send().andExpect(status().is3xxRedirection());
        return all().stream()
                .filter(ReplyUnit::isGroup)
                .map(ReplyUnit::key)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersAGroupOnceAndTakesOneOut() throws Exception {
        open(MOBILITY)
                .type(one, "not", "Geen plaats.")
                .type(two, "not", "Te duur.")
                .send();
        var group = join("Fietspad", one, two);
        assertThat(unit(group).reply()).isEqualTo(new Reply(Outcome.NOT, "Geen plaats.\n\nTe duur.", "", null, null));
        assertThat(page(MOBILITY, ""))
                .contains("Fietspad", "2 van 3 punten beantwoord", "Haal Jeugdraad 1 uit de groep");

        open(MOBILITY).type(group, "partly", "Waar het kan.").send();
        open(MOBILITY).with("out", group + ":" + one).send().andExpect(status().is3xxRedirection());

        assertThat(unit(one).isAnswered()).isFalse();
        assertThat(all())
                .extracting(ReplyUnit::named)
                .containsExactly("Jeugdraad 1", "Seniorenraad 1", "Seniorenraad 2");
        assertThat(all().get(1).title()).isNull();
        assertThat(all().get(1).reply().reason()).isEqualTo("Waar het kan.");
    }

    @Test
    void mergesGroupsUnderTheTitleThatIsThere() throws Exception {
        var group = join("Fietspad", one, two);
        var all = join("", group, three);

        assertThat(unit(all).title()).isEqualTo("Fietspad");
        assertThat(unit(all).points()).hasSize(3);
        assertThat(jdbc.sql("select count(*) from advice_reply")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leavesTheOutcomeOpenWhereRepliesDiffer() throws Exception {
        open(MOBILITY)
                .type(one, "not", "Geen plaats.")
                .type(two, "partly", "Een stuk.")
                .send();

        assertThat(unit(join("Fietspad", one, two)).reply().outcome()).isNull();
    }

    @Test
    void refusesWhatCantBeTogether() throws Exception {
        refuses("Kies minstens twee", open(MOBILITY).with("pick", one).with("title", "X"));
        refuses(
                "Geef de groep een titel",
                open(MOBILITY).with("pick", one).with("pick", two).with("title", " "));
        open(MOBILITY)
                .type(one, "passed-on", "Omdat", "", "department-green", "2026-10-01")
                .type(two, "passed-on", "Omdat", "", "department-youth", "2026-10-01")
                .send();
        refuses(
                "Maak dat eerst gelijk",
                open(MOBILITY).with("pick", one).with("pick", two).with("title", "X"));
    }

    private void refuses(String message, Opened form) throws Exception {
        var answer = form.with("group", "yes").send().andExpect(status().isUnprocessableEntity());
        assertThat(body(answer)).contains(message, "checked");
        assertThat(all()).noneMatch(ReplyUnit::isGroup);
    }

    @Test
    void savesWhatWasTypedBeforeItGroups() throws Exception {
        open(MOBILITY)
                .type(three, "noted", "Gezien.")
                .with("group", "yes")
                .with("title", "Fietspad")
                .with("pick", one)
                .with("pick", two)
                .send();

        assertThat(unit(three).reply().reason()).isEqualTo("Gezien.");
        assertThat(all()).hasSize(2);
    }

    @Test
    void keepsWhatItSavedWhenItCantGroup() throws Exception {
        var answer = open(MOBILITY)
                .type(three, "noted", "Gezien.")
                .with("group", "yes")
                .with("pick", one)
                .send();

        new Opened(MOBILITY, body(answer))
                .type(three, "noted", "Gezien en gelezen.")
                .send();

        assertThat(unit(three).reply().reason()).isEqualTo("Gezien en gelezen.");
    }

    @Test
    void undoesTheLastAct() throws Exception {
        open(MOBILITY)
                .type(one, "not", "Geen plaats.")
                .type(two, "partly", "Een stuk.")
                .send();
        join("Fietspad", one, two);
        open(OFFICE).with("undo", last()).send().andExpect(status().is3xxRedirection());

        assertThat(all()).hasSize(3);
        assertThat(unit(one).reply().reason()).isEqualTo("Geen plaats.");
        assertThat(unit(two).reply().outcome()).isEqualTo(Outcome.PARTLY);

        var group = join("Fietspad", one, two, three);
        open(MOBILITY).with("out", group + ":" + three).send();
        open(MOBILITY).with("undo", last()).send();
        assertThat(unit(group).points()).hasSize(3);
    }

    @Test
    void undoesNothingThatWasChangedSince() throws Exception {
        var group = join("Fietspad", one, two);
        var undo = last();
        open(OFFICE).type(group, "not", "Samen beantwoord.").send();

        open(MOBILITY).with("undo", undo).send().andExpect(status().isUnprocessableEntity());

        assertThat(unit(group).reply().reason()).isEqualTo("Samen beantwoord.");
    }

    private long last() {
        return jdbc.sql("select max(id) from advice_regrouping")
                .query(Long.class)
                .single();
    }

    @Test
    void showsWhatWasTypedAtPointsThatWereGroupedMeanwhile() throws Exception {
        var opened = open(OFFICE);
        join("Fietspad", one, two);

        var answer = opened.type(one, "not", "Mijn lange antwoord").send();

        answer.andExpect(status().isConflict());
        assertThat(body(answer)).contains("Niet bewaard", "Mijn lange antwoord");
        opened.with("pick", one)
                .with("pick", three)
                .with("group", "yes")
                .with("title", "X")
                .type(one, "", "")
                .send()
                .andExpect(status().isUnprocessableEntity());
    }
}
