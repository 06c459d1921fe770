package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

/** Two nodes that start at once deploy each folder once; what did not change is not deployed again. */
class ShippedModelsProcessTest extends EngineTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void deployOnceWhenTwoNodesStartTogetherAndAgainOnlyWhenChanged() throws Exception {
        var first = TestModel.process("shipped", TestModel.line("Task_Check") + TestModel.task("Task_Check"));
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> {
                shipping(first).deploy();
                return true;
            };
            for (var result : nodes.invokeAll(List.of(node, node, node, node), 60, TimeUnit.SECONDS)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(versions()).isEqualTo(1);

        shipping(first.replace("Nakijken", "Bekijken")).deploy();
        shipping(first.replace("Nakijken", "Bekijken")).deploy();

        assertThat(versions()).isEqualTo(2);
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("two-nodes")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void refusesAProcessThatBelongsToAnotherTrajectory() {
        var model = TestModel.process("owned", TestModel.line("Task_Check") + TestModel.task("Task_Check"));
        deploy("first", TestModel.files("owned", model));

        assertThatThrownBy(() -> deploy("second", TestModel.files("owned", model)))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::messageKey)
                        .containsExactly("process.check.owner"));
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("shipped")
                .count();
    }

    private ShippedModels shipping(String model) {
        var files = Map.of(
                "processes/two-nodes/shipped.bpmn", model, "forms/two-nodes/small.form", TestModel.form("small"));
        return new ShippedModels(
                new ShippedFiles(new Shelf(files)),
                new TrajectoryFiles(repository, new ShippedFiles(new Shelf(files)), jdbc),
                transactions);
    }

    /** Resources that are only texts. */
    private static final class Shelf extends PathMatchingResourcePatternResolver {

        private final Map<String, String> files;

        Shelf(Map<String, String> files) {
            this.files = files;
        }

        @Override
        public Resource[] getResources(String pattern) {
            var wanted = pattern.replace("classpath*:", "");
            return files.entrySet().stream()
                    .filter(file -> getPathMatcher().match(wanted, file.getKey()))
                    .map(file -> new Text(file.getKey(), file.getValue()))
                    .toArray(Resource[]::new);
        }
    }

    private static final class Text extends ByteArrayResource {

        private final String path;

        Text(String path, String content) {
            super(content.getBytes(StandardCharsets.UTF_8));
            this.path = path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public URL getURL() throws IOException {
            return URI.create("file:/" + path).toURL();
        }
    }
}
