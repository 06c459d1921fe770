package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says of models that are not hostile but not whole either, and that it lets whole ones through. */
class ModelCheckTest {

    private static final Feel FEEL = new Feel(Clock.systemUTC());
    private static final ModelCheck CHECK = new ModelCheck(new ScannedSteps("engine-only"), FEEL, json -> List.of());

    private static final String WHOLE = TestModel.process(
            "whole",
            TestModel.property("code", "WHO")
                    + TestModel.property("start_form", "small")
                    + TestModel.property("started_by", "public,college"),
            TestModel.start() + TestModel.end()
                    + TestModel.task("Task_Check", "council@case", "")
                    + "<bpmn:exclusiveGateway id=\"Gateway_Complete\" name=\"Volledig?\" default=\"Flow_Yes\" />"
                    + "<bpmn:boundaryEvent id=\"Timer_Late\" name=\"Te laat\" attachedToRef=\"Task_Check\"><bpmn:timerEventDefinition id=\"T\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                    + "<bpmn:serviceTask id=\"Step_Note\" name=\"Noteren\" camunda:expression=\"${desk.note()}\" />"
                    + TestModel.flow("Start_Asked", "Task_Check")
                    + TestModel.flow("Task_Check", "Gateway_Complete")
                    + TestModel.flow("Timer_Late", "Step_Note")
                    + "<bpmn:sequenceFlow id=\"Flow_Yes\" name=\"Ja\" sourceRef=\"Gateway_Complete\" targetRef=\"End_Done\" />"
                    + "<bpmn:sequenceFlow id=\"Flow_No\" name=\"Nee\" sourceRef=\"Gateway_Complete\" targetRef=\"Step_Note\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${complete == false and (rounds + 1) &lt; 3}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                    + TestModel.flow("Step_Note", "End_Done"),
            "");

    @AfterAll
    static void stop() {
        FEEL.destroy();
    }

    @Test
    void letsAWholeModelThrough() {
        assertThat(check(WHOLE)).isEmpty();
    }

    /** What is replaced, by what, the element named, the finding. */
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("id=\"whole\"", "id=\"other\"", "Definitions_1", "file-name"),
                Arguments.of("name=\"Proef\"", "name=\"\"", "whole", "name"),
                Arguments.of("isExecutable=\"true\"", "isExecutable=\"false\"", "whole", "not-executable"),
                Arguments.of("\"P30D\"", "\"P10Y\"", "whole", "history"),
                Arguments.of("Een proef om de motor te toetsen.", "Proef.", "whole", "documentation"),
                Arguments.of("value=\"WHO\"", "value=\"Whole\"", "whole", "code"),
                Arguments.of("value=\"public,college\"", "value=\"everybody\"", "whole", "group"),
                Arguments.of("value=\"small\"", "value=\"missing\"", "whole", "form"),
                Arguments.of("name=\"Nakijken\"", "", "Task_Check", "name"),
                Arguments.of("council@case", "council", "Task_Check", "group"),
                Arguments.of("council@case", "council@42", "Task_Check", "group"),
                Arguments.of("council@case", "auditor", "Task_Check", "group"),
                Arguments.of("council@case", "area-manager", "Task_Check", "group"),
                Arguments.of("camunda:candidateGroups=\"council@case\"", "", "Task_Check", "groups-missing"),
                Arguments.of("camunda:formRef=\"small\"", "camunda:formRef=\"missing\"", "Task_Check", "form"),
                Arguments.of("camunda:formRef=\"small\"", "", "Task_Check", "form-missing"),
                Arguments.of(
                        "<bpmn:endEvent id=\"End_Done\" name=\"Gedaan\" />",
                        "<bpmn:endEvent id=\"End_Done\" name=\"Gedaan\"><bpmn:errorEventDefinition id=\"E\" errorRef=\"Gone\" /></bpmn:endEvent>",
                        "E",
                        "reference"),
                Arguments.of(
                        "camunda:formRefBinding=\"deployment\"",
                        "camunda:formRefBinding=\"latest\"",
                        "Task_Check",
                        "binding"),
                Arguments.of("name=\"term\"", "name=\"nothing\"", "Task_Check", "term"),
                Arguments.of(
                        "camunda:formRef=\"small\"",
                        "camunda:formRef=\"small\" camunda:followUpDate=\"2020-01-01\"",
                        "Task_Check",
                        "fixed-date"),
                Arguments.of(
                        "name=\"name_en\" value=\"Check\"",
                        "name=\"not_by\" value=\"Task_Gone\"",
                        "Task_Check",
                        "not-by"),
                Arguments.of(
                        "name=\"name_en\" value=\"Check\"",
                        "name=\"not_by\" value=\"Step_Note\"",
                        "Task_Check",
                        "not-by"),
                Arguments.of(
                        "name=\"name_en\" value=\"Check\"",
                        "name=\"not_by\" value=\"Task_Check\"",
                        "Task_Check",
                        "not-by"),
                Arguments.of(
                        "attachedToRef=\"Task_Check\"", "attachedToRef=\"Step_Note\"", "Task_Check", "council-clock"),
                Arguments.of("${clock.due('check')}", "${desk.note()}", "T", "timer-clock"),
                Arguments.of("${clock.due('check')}", "2030-01-01T00:00:00Z", "T", "timer-clock"),
                Arguments.of("${desk.note()}", "${desk.unknown()}", "Step_Note", "step"),
                Arguments.of("${desk.note()}", "${desk.note('too', 'many')}", "Step_Note", "step"),
                Arguments.of("${desk.note()}", "${unknown.note()}", "Step_Note", "step"),
                Arguments.of("camunda:expression=\"${desk.note()}\"", "", "Step_Note", "step-missing"),
                Arguments.of("name=\"Volledig?\"", "", "Gateway_Complete", "name"),
                Arguments.of("name=\"Nee\"", "", "Flow_No", "answer-name"),
                Arguments.of("default=\"Flow_Yes\"", "", "Flow_Yes", "answer-condition"),
                Arguments.of(
                        "sourceRef=\"Step_Note\" targetRef=\"End_Done\"",
                        "sourceRef=\"Step_Note\" targetRef=\"Nowhere\"",
                        "Flow_Step_Note_End_Done",
                        "flow"),
                Arguments.of(TestModel.flow("Step_Note", "End_Done"), "", "Step_Note", "dead-end"),
                Arguments.of(
                        TestModel.flow("Start_Asked", "Task_Check"),
                        TestModel.flow("Start_Asked", "End_Done"),
                        "Task_Check",
                        "unreachable"),
                Arguments.of(
                        TestModel.start(),
                        TestModel.start() + "<bpmn:startEvent id=\"Start_Two\" name=\"Nog een\" />",
                        "whole",
                        "one-start"),
                Arguments.of("id=\"Step_Note\"", "id=\"Activity_0a1b2c3\"", "Activity_0a1b2c3", "editor-id"),
                Arguments.of("id=\"Flow_No\"", "id=\"Flow_Yes\"", "Flow_Yes", "id-twice"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheElementThatIsNotWhole(String part, String by, String element, String finding) {
        var model = WHOLE.replace(part, by);

        assertThat(model).isNotEqualTo(WHOLE);
        assertThat(check(model)).anySatisfy(found -> {
            assertThat(found.element()).isEqualTo(element);
            assertThat(found.messageKey()).isEqualTo("process.check." + finding);
        });
    }

    @Test
    void warnsOfAModelThatShouldBeSplit() {
        var ids = Stream.iterate(1, i -> i + 1).limit(26).map(i -> "Task_" + i).toList();
        var model = TestModel.process(
                "whole",
                TestModel.line(ids.toArray(String[]::new))
                        + String.join("", ids.stream().map(TestModel::task).toList()));

        assertThat(check(model)).singleElement().satisfies(found -> {
            assertThat(found.messageKey()).isEqualTo("process.check.many-nodes");
            assertThat(found.isError()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a}",
                "${a == 'x'}",
                "${!a and not b || c}",
                "${a + 1 >= b * 2.5}",
                "${(a - 1) / 2 != -3}",
                "${desk.count('x')}",
                "${desk.note()}",
                "${a eq null or b gt 3}",
                "${x.y(item, 3, true)}"
            })
    void readsPlainExpressions(String expression) {
        assertThat(AllowedExpression.read(expression)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "${}",
                "${a.b}",
                "${a.b().c()}",
                "${a.b().c}",
                "${a['b']}",
                "${a()}",
                "#{a}",
                "${a}${b}",
                "${a ? b : c}",
                "${a = 1}",
                "${a; b}",
                "${empty a}",
                "${'a'.b()}",
                "${(a).b()}",
                "${a.b(c.d())}",
                "${a.b(1 + 1)}",
                "${a b}",
                "${a ==}",
                "${'a\\'}",
                "${a:b()}",
                "${((((((((((((((a))))))))))))))}"
            })
    void refusesOtherExpressions(String expression) {
        assertThat(AllowedExpression.read(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "participation-office,true",
        "department-green,true",
        "committee-dialoogkamer,true",
        "area-manager@area,true",
        "council@case,true",
        "council-chair@case,true",
        "department@item,true",
        "area-manager,false",
        "council,false",
        "department-,false",
        "nobody,false",
        "college@case,false"
    })
    void knowsTheGroups(String group, boolean known) {
        assertThat(Groups.isKnown(group)).isEqualTo(known);
    }

    @Test
    void readsAnOldModelForSafetyOnly() {
        var old = WHOLE.replace("name=\"Nakijken\"", "").replace("council@case", "gone");

        assertThat(check(old)).isNotEmpty();
        assertThat(CHECK.safety(files(old))).isEmpty();
        assertThat(CHECK.safety(files(old.replace("${desk.note()}", "${desk.class}"))))
                .isNotEmpty();
    }

    @Test
    void saysEachFindingInBothLanguages() {
        var dutch = ResourceBundle.getBundle("messages.process", Locale.ROOT);
        var english = ResourceBundle.getBundle("messages.process", Locale.ENGLISH);
        var used = new TreeMap<String, String>();
        Stream.concat(
                        broken().map(it -> WHOLE.replace(it.get()[0].toString(), it.get()[1].toString())),
                        Stream.of(WHOLE))
                .flatMap(model -> check(model).stream())
                .forEach(found -> used.put(found.messageKey(), found.file()));
        HostileModels.all()
                .flatMap(attack -> CHECK.check(attack.files()).stream())
                .forEach(found -> used.put(found.messageKey(), found.file()));

        assertThat(dutch.keySet()).containsAll(used.keySet());
        assertThat(english.keySet()).containsAll(used.keySet());
    }

    private static List<Finding> check(String model) {
        return CHECK.check(files(model));
    }

    private static Map<String, byte[]> files(String model) {
        return bytes(TestModel.files("whole", model));
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
