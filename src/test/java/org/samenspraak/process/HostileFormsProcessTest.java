package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms meet their own check in the gate of the whole office, whoever deploys them. */
class HostileFormsProcessTest extends PostgresIT {

    private static final String MODEL =
            TestModel.process("guest", TestModel.line("Task_Check") + TestModel.task("Task_Check"));
    private static final String FORM =
            """
            {"type":"default","id":"small","properties":{"title":"T","title_en":"E"},"components":[{"id":"f",%s}]}
            """;

    @Autowired
    private RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            page       | "type":"iframe","key":"page","url":"https://example.org"
            code       | "type":"script","key":"code"
            note       | "type":"textfield","key":"note","label":"A","properties":{"label_en":"A"},"validate":{"pattern":"(a"}
            note       | "type":"textfield","key":"note","label":"A","properties":{"label_en":"A"},"conditional":{"hide":"=count(for i in 1..1000000000 return i) > 1"}
            f          | "type":"text","text":"{{count(for i in 1..9 return i)}}","properties":{"text_en":"A"}
            note       | "type":"radio","key":"note","label":"A","properties":{"label_en":"A"},"valuesKey":"passwords"
            actor      | "type":"textfield","key":"actor","label":"A","properties":{"label_en":"A","fact":"yes"}
            recognition| "type":"textfield","key":"recognition","label":"A","properties":{"label_en":"A","fact":"yes"}
            """)
    void areRefusedWithTheFieldNamedAndLeaveNothing(String field, String component) {
        assertRefused(Map.of("guest.bpmn", MODEL, "small.form", FORM.formatted(component)), field);
    }

    @Test
    void areRefusedWhenTheyAreMissing() {
        assertRefused(Map.of("guest.bpmn", MODEL), "Task_Check");
    }

    @Test
    void areTakenWhenTheyAreWhole() {
        var whole = "\"type\":\"textfield\",\"key\":\"note\",\"label\":\"A\",\"properties\":{\"label_en\":\"A\"}";

        assertThat(deploy(Map.of("guest.bpmn", MODEL, "small.form", FORM.formatted(whole))))
                .isNotEmpty();
    }

    private void assertRefused(Map<String, String> files, String named) {
        var before = rows();

        assertThatThrownBy(() -> deploy(files))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .filteredOn(Finding::isError)
                        .allSatisfy(it -> assertThat(it.toString()).contains(named)));

        assertThat(rows()).isEqualTo(before);
    }

    private String deploy(Map<String, String> files) {
        var deployment = repository.createDeployment().name("guest");
        files.forEach(deployment::addString);
        return deployment.deploy().getId();
    }

    private List<Long> rows() {
        return List.of("act_re_deployment", "act_ge_bytearray", "act_re_procdef").stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
