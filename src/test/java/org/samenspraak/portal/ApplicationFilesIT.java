package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Files of somebody without a link or a sign-in, as the browser sends them without JavaScript. */
class ApplicationFilesIT extends PostgresIT {

    private static final String FORM = "/aanvraag/recognition";

    @Test
    void filesSurviveARefusedFormAndAddUp() throws Exception {
        var page = page();

        var first =
                document(send(page, file("statuten.pdf", "%PDF-1.7 a")).andExpect(status().isUnprocessableEntity()));
        assertThat(first.select(".linelist").text()).contains("statuten.pdf", "1 kB", "Verwijder statuten.pdf");
        var second = document(send(page, file("verslag.png", "\u0089PNG\r\n\u001a\n")));

        assertThat(second.select("[name=_drop]").eachText())
                .containsExactly("Verwijder statuten.pdf", "Verwijder verslag.png");
        assertThat(second.expectFirst("[name=_page]").val()).isEqualTo(page.toString());
    }

    @Test
    void removesAFileWithAButton() throws Exception {
        var page = page();
        var shown = document(send(page, file("statuten.pdf", "%PDF-1.7 a")));

        var after = document(mvc.perform(form(page)
                        .param("_drop", shown.expectFirst("[name=_drop]").val()))
                .andExpect(status().isOk()));

        assertThat(after.select("[name=_drop]")).isEmpty();
    }

    @Test
    void showsFilesToTheirOwnPageOnly() throws Exception {
        send(page(), file("geheim.pdf", "%PDF-1.7 a"));

        for (var other : new String[] {UUID.randomUUID().toString(), "x", "' or 1=1"}) {
            mvc.perform(multipart(FORM).param("_page", other))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(not(containsString("geheim.pdf"))));
        }
    }

    @Test
    void saysAtTheFieldWhyAFileIsRefused() throws Exception {
        var refused = document(mvc.perform(form(page())
                        .file(file("x.pdf", "<!DOCTYPE html><script>alert(1)</script>"))
                        .param("_update", "statutes"))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(refused.expectFirst("#statutes-error").text()).startsWith("x.pdf: Dit soort bestand");
        assertThat(refused.expectFirst("#statutes").attr("aria-describedby")).contains("statutes-error");
        assertThat(refused.select(".error-summary a[href='#statutes']")).hasSize(1);
    }

    @Test
    void takesNoMoreFilesFromOneAddressThanPeopleSend() throws Exception {
        var page = page();
        for (int i = 0; i < 60; i++) {
            send(page, file("a.pdf", "%PDF-1.7"));
        }

        send(page, file("b.pdf", "%PDF-1.7 b"))
                .andExpect(content().string(containsString("veel aanvragen van deze plek")));
        assertThat(jdbc.sql("select name from forms_chosen_file")
                        .query(String.class)
                        .list())
                .containsExactly("a.pdf");
    }

    private UUID page() throws Exception {
        return UUID.fromString(
                document(mvc.perform(get(FORM))).expectFirst("[name=_page]").val());
    }

    private ResultActions send(UUID page, MockMultipartFile file) throws Exception {
        return mvc.perform(form(page).file(file));
    }

    private static MockMultipartHttpServletRequestBuilder form(UUID page) {
        var form = multipart(FORM);
        form.param("_page", page.toString());
        return form;
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile(
                "statutes", name, "application/pdf", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Document document(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
