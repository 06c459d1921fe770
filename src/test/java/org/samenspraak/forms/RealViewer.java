package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import org.samenspraak.testing.Browsers;
import org.springframework.core.io.ClassPathResource;

/** The form-js viewer from npm in Chromium, bundled for this test only; its clock and zone are those of {@link FormsHouse}. */
final class RealViewer implements AutoCloseable {

    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final Path BUNDLE = Path.of("target/form-js-viewer.js").toAbsolutePath();

    private final Page page;

    RealViewer() {
        bundle();
        var options = new NewContextOptions().setLocale("nl-BE").setTimezoneId("Europe/Brussels");
        page = Browsers.chromium().newContext(options).newPage();
        page.clock().setFixedTime(Date.from(FormsHouse.CLOCK.instant()));
        page.addScriptTag(new AddScriptTagOptions().setPath(BUNDLE));
        page.addScriptTag(new AddScriptTagOptions().setContent(text("forms/viewer/viewer.js")));
    }

    /** @return {@code shown}, {@code wrong} and {@code submitted} */
    JsonNode play(JsonNode pair) throws IOException {
        return FormParser.MAPPER.readTree(
                page.evaluate("async it => JSON.stringify(await play(JSON.parse(it)))", pair.toString())
                        .toString());
    }

    @Override
    public void close() {
        page.context().close();
    }

    private static void bundle() {
        var script = "require('esbuild').buildSync({entryPoints: ['@bpmn-io/form-js-viewer'], bundle: true,"
                + " format: 'iife', globalName: 'FormJs', outfile: process.argv[1]})";
        try {
            var made = new ProcessBuilder("node", "-e", script, BUNDLE.toString())
                    .directory(FRONTEND.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException("the viewer could not be bundled");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
