package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What is sent, its files and the step it leads to are kept together or not at all. */
class IntakeIT extends IntakeScenario {

    @Autowired
    private Areas ofTheOffice;

    @Autowired
    private Councils councils;

    @Test
    void opensWhatACouncilStartsInItsOwnArea() {
        var area = ofTheOffice.add("Runkst", null, Actor.SYSTEM);
        var council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        var judged = judged("Een bank");

        var opened = inTransaction(
                () -> intake().start("idea", form(), judged, TODAY, false, Actor.council(council, "Runkst")));

        assertThat(opened.council()).isEqualTo(council);
        assertThat(opened.area()).isEqualTo(area);
    }

    @Test
    void startsACaseWithItsAnswersAndFiles() {
        var opened = start("Meer banken", file("plan.txt", "Drie banken"));

        assertThat(opened.title()).isEqualTo("Een idee");
        assertThat(opened.number()).contains("IDE");
        var kept = submissions.latest(opened.id(), "idea").orElseThrow();
        assertThat(kept.text("what")).isEqualTo("Meer banken");
        assertThat(kept.values()).containsEntry("cost", new BigDecimal("1250.50"));
        var document = documents.of(opened.id()).get(0);
        assertThat(kept.rows("files"))
                .containsExactly(Map.of("id", document.id().toString(), "name", "plan.txt", "bytes", 11));
        assertThat(timeline.page(opened.id(), null, 10))
                .anyMatch(it -> it.kind().equals("form.sent"));
        verify(processes).start("idea", opened.id(), Map.of("cost", 1250.5), BY);
    }

    @Test
    void showsASentFormAsItWas() {
        var opened = start("Meer banken");
        var row = submissions.of(opened.id()).get(0);

        var sent = submissions.get(opened.id(), row.id());

        assertThat(row.title()).isEqualTo("Idee");
        assertThat(row.by()).isEqualTo("Runkst");
        assertThat(sent.form().json()).isEqualTo(SCHEMA);
        assertThatThrownBy(() -> submissions.get(CaseId.create(), row.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsKeptWhenTheEngineRefuses() {
        var opened = start("Meer banken");
        when(tasks.find("t1")).thenReturn(Optional.of(task(opened.id())));
        doThrow(new Refusal("process.refusal.gone")).when(tasks).complete(anyString(), any(), any());

        assertThatThrownBy(() -> answer("t1", "Ja", file("a.txt", "tekst"))).isInstanceOf(Refusal.class);

        assertThat(count("forms_submission")).isEqualTo(1);
        assertThat(documents.of(opened.id())).isEmpty();
    }

    @Test
    void unknownTrajectoryAndLostTaskAreRefused() {
        when(tasks.find("gone")).thenReturn(Optional.empty());

        assertThatThrownBy(() -> answer("gone", "Ja"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo("forms.refusal.task-gone"));
        assertThatThrownBy(() -> inTransaction(() -> intake().start("nothing", form(), judged("x"), TODAY, false, BY)))
                .isInstanceOf(Refusal.class);
    }
}
