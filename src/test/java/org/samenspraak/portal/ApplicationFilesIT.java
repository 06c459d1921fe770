package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.Applicant;
import org.samenspraak.testing.PostgresIT;
import org.springframework.mock.web.MockMultipartFile;

/** Files of somebody without a link or a sign-in, as the browser sends them without JavaScript. */
class ApplicationFilesIT extends PostgresIT {

    private Applicant applicant;

    @BeforeEach
    void comeToTheLastPage() throws Exception {
        applicant = new Applicant(mvc);
        applicant.open("?stap=9");
    }

    @Test
    void filesSurviveARefusedFormAndAddUp() throws Exception {
        var first = send(file("statuten.pdf", "%PDF-1.7 a"));
        assertThat(applicant.status()).isEqualTo(422);
        assertThat(first.select(".linelist").text()).contains("statuten.pdf", "1 kB", "Verwijder statuten.pdf");
        var second = send(file("verslag.png", "\u0089PNG\r\n\u001a\n"));

        assertThat(second.select("[name=_drop]").eachText())
                .containsExactly("Verwijder statuten.pdf", "Verwijder verslag.png");
        assertThat(applicant.open("?alles").select("[name=_drop]")).hasSize(2);
    }

    @Test
    void filesSurviveAWayBackToMendAnAnswer() throws Exception {
        for (var button : new String[] {"_go=1", "_back=1", "_save=1", "_all=1"}) {
            applicant.press(button, Map.of(), file(button + ".pdf", "%PDF-1.7 " + button));
            applicant.open("?stap=9");
        }
        assertThat(applicant.page().select("[name=_drop]")).hasSize(4);

        for (var button : new String[] {"_go=1", "_back=1"}) {
            var page = applicant.press(button, Map.of(), file("x.pdf", "<!DOCTYPE html><script>alert(1)</script>"));
            assertThat(page.expectFirst("#statutes-error").text()).startsWith("x.pdf: Dit soort bestand");
        }
    }

    @Test
    void removesAFileWithAButton() throws Exception {
        var shown = send(file("statuten.pdf", "%PDF-1.7 a"));

        var after = applicant.press("_drop=" + shown.expectFirst("[name=_drop]").val());

        assertThat(applicant.location()).isEqualTo(Applicant.FORM + "?stap=5");
        assertThat(after.select("[name=_drop]")).isEmpty();
    }

    @Test
    void wipesFilesToo() throws Exception {
        send(file("statuten.pdf", "%PDF-1.7 a"));

        applicant.press("_wipe=1");

        assertThat(names()).isEmpty();
        assertThat(jdbc.sql("select count(*) from casefile_document")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsFilesToTheirOwnBrowserOnly() throws Exception {
        send(file("geheim.pdf", "%PDF-1.7 a"));

        for (var other : new String[] {UUID.randomUUID().toString(), "x", "' or 1=1"}) {
            var stranger = new Applicant(mvc);
            stranger.takeCookie(other);
            assertThat(stranger.open("?stap=9").html()).doesNotContain("geheim.pdf");
            assertThat(stranger.press("_send=1").html()).doesNotContain("geheim.pdf");
        }
    }

    @Test
    void saysAtTheFieldWhyAFileIsRefused() throws Exception {
        var refused = applicant.press(
                "_update=statutes", Map.of(), file("x.pdf", "<!DOCTYPE html><script>alert(1)</script>"));

        assertThat(applicant.status()).isEqualTo(422);
        assertThat(refused.expectFirst("#statutes-error").text()).startsWith("x.pdf: Dit soort bestand");
        assertThat(refused.expectFirst("#statutes").attr("aria-describedby")).contains("statutes-error");
        assertThat(refused.select(".error-summary a[href='#statutes']")).hasSize(1);
    }

    @Test
    void takesNoMoreFilesFromOneAddressThanPeopleSend() throws Exception {
        for (int i = 0; i < 60; i++) {
            send(file("a.pdf", "%PDF-1.7"));
        }

        applicant.open("?alles");
        var page = applicant.press("_save=1", Map.of("name", List.of("Wijkraad Kermt")), file("b.pdf", "%PDF-1.7 b"));

        assertThat(applicant.status()).isEqualTo(422);
        assertThat(page.text()).contains("veel aanvragen van deze plek");
        assertThat(page.expectFirst("#name").val()).isEqualTo("Wijkraad Kermt");
        assertThat(names()).containsExactly("a.pdf");
        assertThat(applicant.open("").expectFirst("#name").val()).isEqualTo("Wijkraad Kermt");
    }

    private List<String> names() {
        return jdbc.sql("select name from forms_chosen_file")
                .query(String.class)
                .list();
    }

    private Document send(MockMultipartFile file) throws Exception {
        return applicant.press("_send=1", Map.of(), file);
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile(
                "statutes", name, "application/pdf", content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
