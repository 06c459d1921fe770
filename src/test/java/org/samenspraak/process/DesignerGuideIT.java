package org.samenspraak.process;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What the designer's guide shows can be used as it stands. */
class DesignerGuideIT extends PostgresIT {

    private static final Path GUIDE = Path.of("docs", "designer-guide.md");
    private static final Pattern FILE = Pattern.compile("(?s)```\\w+ ([\\w-]+\\.\\w+)\n(.*?)```");
    private static final Pattern PARAMETER = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Autowired
    private ModelCheck check;

    @Autowired
    private RepositoryService repository;

    @Test
    void itsExamplePassesTheCheck() throws IOException {
        assertThat(example()).hasSize(3);
        assertThat(check.check(example())).isEmpty();
    }

    @Test
    void itsExampleCanBeStarted() throws Exception {
        var deployment = repository.createDeployment().name("guide");
        example().forEach((name, file) -> deployment.addString(name, new String(file, StandardCharsets.UTF_8)));
        var id = deployment.deploy().getId();
        try {
            mvc.perform(get("/start").with(role("participation-office")))
                    .andExpect(content().string(containsString("/start/remark")))
                    .andExpect(content().string(containsString("krijgt een antwoord van de dienst")));
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    @Test
    void itsTermIsOneOfAShippedRegulation() throws IOException {
        var shipped = Files.readString(Path.of("src/main/resources/regulations/hasselt.yaml"));

        assertThat(PARAMETER.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(shipped).contains(parameter));
    }

    private static Map<String, byte[]> example() throws IOException {
        return FILE.matcher(Files.readString(GUIDE))
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2).getBytes(StandardCharsets.UTF_8)));
    }
}
