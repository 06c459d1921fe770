package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.HostileModels.Attack;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/**
 * The same hostile files that {@link HostileModelsProcessTest} hands to the engine, here brought in and proposed at the
 * workbench: one verdict in the build (the check itself), on upload, on publishing and in the engine.
 */
class HostileDraftsTest extends PostgresIT {

    private static final String THERE = "/ontwerp/trajecten/hostile";
    private static final PersonId DESIGNER = PersonId.create();
    private static final PersonId SECOND = PersonId.create();

    @Autowired
    private ModelCheck check;

    @Autowired
    private TrajectoryFiles published;

    /** But what names a step of the test's own engine: to the office that is a fact like any other. */
    static Stream<Attack> all() {
        return HostileModels.all().filter(attack -> !attack.name().equals("step ${desk}"));
    }

    @Test
    void areAtLeastAHundredAndTwentyByName() {
        assertThat(all().map(Attack::name).distinct().count()).isGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNeverPublished(Attack attack) throws Exception {
        assertThat(check.check(attack.files()))
                .as("the build")
                .filteredOn(Finding::isError)
                .extracting(Finding::element)
                .contains(attack.element());

        var taken = mvc.perform(multipart(THERE + "/inlezen")
                        .file(new MockMultipartFile("zip", "x.zip", "application/zip", zip(attack.files())))
                        .with(person(DESIGNER, "process-designer"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(taken).isIn(302, 404, 422);
        if (taken == 302) {
            assertIsToldAndRefused(attack);
        }
        assertThat(published.current("hostile")).isEmpty();
    }

    private void assertIsToldAndRefused(Attack attack) throws Exception {
        var page = mvc.perform(get(THERE).with(person(DESIGNER, "process-designer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("section[aria-labelledby=check] .chip--late"))
                .as("on upload: " + attack)
                .isNotEmpty();
        var draft = Jsoup.parse(page).select("[name=draft]").attr("value");
        mvc.perform(post(THERE + "/voorleggen")
                        .param("draft", draft)
                        .param("note", "Zomaar")
                        .with(person(DESIGNER, "process-designer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(THERE + "/publiceren")
                        .param("draft", draft)
                        .with(person(SECOND, "process-designer"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
