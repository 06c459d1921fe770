package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The editors are large: only the page of a file loads one, and only its own. */
class EditorBundlesPagesTest extends Designers {

    @ParameterizedTest
    @CsvSource({"signal.bpmn,designer,700", "signal-route.form,designer-form,450"})
    void loadsTheOneOfItsKind(String file, String bundle, int mostKilobytes) throws Exception {
        var scripts = bundles(SIGNAL + "/" + file);

        assertThat(scripts).singleElement().asString().startsWith("/assets/" + bundle + "-");
        assertThat(packed(scripts.get(0))).isLessThan(mostKilobytes * 1024);
    }

    @Test
    void loadsTheOneOfATable() throws Exception {
        post(FIRST, SIGNAL + "/bestanden", "kind", "dmn", "file", "signal-kind", "name", "Soort signaal");

        var scripts = bundles(SIGNAL + "/signal-kind.dmn");

        assertThat(scripts).singleElement().asString().startsWith("/assets/designer-dmn-");
        assertThat(packed(scripts.get(0))).isLessThan(400 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/werk",
                "/zaken",
                "/raden",
                "/publiek",
                "/start",
                "/ontwerp",
                SIGNAL,
                SIGNAL + "/lopend",
                SIGNAL + "/proef",
                "/ontwerp/formulieren",
                "/ontwerp/formulieren/signal-route"
            })
    void isLoadedByNoOtherPage(String page) throws Exception {
        assertThat(bundles(page)).isEmpty();
    }

    private List<String> bundles(String page) throws Exception {
        var answer = mvc.perform(get(page).with(role("process-designer", "participation-office")));
        assertThat(answer.andReturn().getResponse().getStatus()).isEqualTo(200);
        return document(answer).select("script[src*=designer]").eachAttr("src");
    }

    /** Bytes as they go over the line. */
    private static int packed(String asset) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var script = new ClassPathResource("static" + asset).getInputStream();
                var zip = new GZIPOutputStream(packed)) {
            script.transferTo(zip);
        }
        return packed.size();
    }
}
