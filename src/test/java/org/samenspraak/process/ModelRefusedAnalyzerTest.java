package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.process.Finding.Severity;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class ModelRefusedAnalyzerTest {

    @Test
    void namesFileElementAndWhatIsWrongInTwoLanguages() {
        var inside = new DefaultMessageSourceResolvable(new String[] {"process.check.answer-name"}, null, null);
        var refused = new ModelRefused(List.of(
                new Finding("signal.bpmn", "Flow_Yes", Severity.ERROR, "process.check.answer-name", List.of()),
                new Finding("signal.bpmn", "Task_A", Severity.ERROR, "process.check.attribute", List.of(inside)),
                new Finding("signal.bpmn", "Task_B", Severity.WARNING, "process.check.answer-name", List.of())));

        var analysis = new ModelRefusedAnalyzer().analyze(refused);

        assertThat(analysis.getDescription())
                .contains("- signal.bpmn, Flow_Yes: Dit antwoord heeft geen naam.")
                .contains("'Dit antwoord heeft geen naam.'")
                .doesNotContain("process.", "Task_B");
        assertThat(analysis.getDescription().lines()).hasSize(6);
        assertThat(analysis.getAction()).contains("processes/");
    }
}
