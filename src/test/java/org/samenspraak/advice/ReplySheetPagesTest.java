package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.web.SheetRows;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The table as a workbook, filled in there and read in again. */
class ReplySheetPagesTest extends ReplyScenario {

    private static final int OUTCOME = 8;
    private static final int REASON = 9;
    private static final int PLACE = 10;
    private static final int TO = 11;
    private static final int UNTIL = 12;
    private static final RequestPostProcessor ME = person(PersonId.create(), "department-mobility");

    private UUID bikes = UUID.randomUUID();
    private UUID benches = UUID.randomUUID();

    @BeforeEach
    void points() throws Exception {
        bikes = point(youth, 1, "Fiets", "=HYPERLINK(\"https://kwaad.example\")");
        benches = point(seniors, 1, "Banken", "Zet meer banken.");
        open(MOBILITY).type(bikes, "not", "Geen plaats.").send();
    }

    @Test
    void givesTheTableAsAFile() throws Exception {
        var rows = exported("");

        assertThat(rows.get(0)).startsWith("Sleutel", "Versie", "Raad en punt").endsWith("Tegen");
        assertThat(rows.get(1))
                .contains("Jeugdraad 1", "=HYPERLINK(\"https://kwaad.example\")", "niet gevolgd", "Geen plaats.");
        assertThat(rows.get(2)).contains("Seniorenraad 1", "voorwaarde");
        assertThat(exported("?lang=en").get(1)).contains("not followed");
        mvc.perform(get(url("/uitvoer.csv")).with(role("alderman"))).andExpect(status().isOk());
    }

    private List<List<String>> exported(String language) throws Exception {
        var file = mvc.perform(get(url("/uitvoer.xlsx" + language)).with(ME))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new ArrayList<>(SheetRows.read(new ByteArrayInputStream(file)).stream()
                .map(row -> {
                    var cells = new ArrayList<>(row);
                    while (cells.size() <= UNTIL) {
                        cells.add("");
                    }
                    return (List<String>) cells;
                })
                .toList());
    }

    @Test
    void showsWhatChangesAndWritesNothingUntilItIsConfirmed() throws Exception {
        var rows = exported("");
        set(rows.get(2), "Doorgegeven", "Groen beslist.", "", "department-green", "1/10/2026");
        read(rows).andExpect(redirectedUrl(url("/inlezen")));

        var preview = page(ME, "/inlezen");
        assertThat(preview)
                .contains("Gewijzigd: 1", "Ook door een collega gewijzigd: 0", "Niet in te lezen: 0", "Groen beslist.")
                .doesNotContain("Geen plaats.");
        assertThat(unit(benches).version()).isEqualTo(-1);
        assertThat(page(OFFICE, "/inlezen")).doesNotContain("Groen beslist.");

        confirm().andExpect(redirectedUrl(url("")));
        assertThat(unit(benches).reply())
                .isEqualTo(new Reply(
                        Outcome.PASSED_ON, "Groen beslist.", "", "department-green", LocalDate.of(2026, 10, 1)));
        assertThat(page(ME, "/inlezen")).doesNotContain("Groen beslist.");
    }

    @Test
    void readsAFileInTheOtherLanguageAndDaysAsNumbers() throws Exception {
        var rows = exported("?lang=en");
        set(rows.get(2), "passed on", "Green decides.", "", "department-green", "46296");
        read(rows);
        confirm();

        assertThat(unit(benches).reply().passedUntil()).isEqualTo("2026-10-01");
        assertThat(unit(bikes).version()).isZero();
    }

    @Test
    void letsTheReaderChooseWhereAColleagueChangedTheSame() throws Exception {
        var rows = exported("");
        set(rows.get(1), "deels gevolgd", "Uit het bestand.", "", "", "");
        set(rows.get(2), "ter kennis genomen", "Ook uit het bestand.", "", "", "");
        open(OFFICE)
                .type(bikes, "not", "Van de collega.")
                .type(benches, "noted", "Ook van de collega.")
                .send();
        read(rows);

        var preview = page(ME, "/inlezen");
        assertThat(preview)
                .contains(
                        "Ook door een collega gewijzigd: 2",
                        "Uit het bestand.",
                        "Van de collega.",
                        "participation-office");
        confirm().andExpect(status().isUnprocessableEntity());
        assertThat(unit(bikes).reply().reason()).isEqualTo("Van de collega.");

        confirm("choose-" + bikes, unit(bikes).mark(), "choose-" + benches, "kept")
                .andExpect(redirectedUrl(url("")));
        assertThat(unit(bikes).reply().reason()).isEqualTo("Uit het bestand.");
        assertThat(unit(benches).reply().reason()).isEqualTo("Ook van de collega.");
    }

    @Test
    void asksAgainWhenItChangedOnceMore() throws Exception {
        var rows = exported("");
        set(rows.get(1), "deels gevolgd", "Uit het bestand.", "", "", "");
        open(OFFICE).type(bikes, "not", "Eerst dit.").send();
        read(rows);
        var seen = unit(bikes).mark();
        open(OFFICE).type(bikes, "not", "Toen dat.").send();

        var answer = confirm("choose-" + bikes, seen).andExpect(status().isConflict());

        assertThat(body(answer)).contains("Toen dat.", "Uit het bestand.");
        assertThat(unit(bikes).reply().reason()).isEqualTo("Toen dat.");
    }

    @Test
    void tellsByRowWhatItCantRead() throws Exception {
        var rows = exported("");
        set(rows.get(1), "misschien", "Nog te zien.", "", "", "");
        set(rows.get(2), "doorgegeven", "Groen.", "", "dienst maan", "31/02/2026");
        rows.add(new ArrayList<>(rows.get(1)));
        var other = new ArrayList<>(rows.get(2));
        other.set(0, UUID.randomUUID().toString());
        rows.add(other);
        var none = new ArrayList<>(rows.get(2));
        none.set(0, "geen sleutel");
        rows.add(none);
        read(rows);

        assertThat(page(ME, "/inlezen"))
                .contains("Niet in te lezen: 5")
                .contains("Rij 2", "“misschien” is geen antwoord dat wij kennen")
                .contains("Rij 3", "“dienst maan” kennen wij niet", "Deze datum bestaat niet")
                .contains("Rij 4", "Dit punt staat twee keer in het bestand")
                .contains("Rij 5", "Rij 6", "Dit punt is hier niet (meer)")
                .doesNotContain("Bewaar deze antwoorden");
    }

    @Test
    void tellsThatTheCellOfTheVersionWasChanged() throws Exception {
        open(OFFICE).type(bikes, "not", "Van de collega.").send();
        var rows = exported("");
        rows.get(1).set(1, rows.get(1).get(1).replaceFirst("^[0-9]+", "7"));
        rows.get(2).set(1, "3");
        read(rows);
        assertThat(page(ME, "/inlezen"))
                .contains("Niet in te lezen: 2", "Rij 2", "Rij 3", "De cel met de versie is gewijzigd");

        open(OFFICE).type(bikes, "noted", "Nog eens.").send();
        rows = exported("");
        rows.get(1).set(1, rows.get(1).get(1).replaceFirst("^[0-9]+", "0"));
        read(rows);
        assertThat(page(ME, "/inlezen")).contains("Niet in te lezen: 1", "De cel met de versie is gewijzigd");
    }

    @Test
    void refusesOtherFiles() throws Exception {
        refuses("Dit bestand kunnen wij niet lezen", "geen werkmap".getBytes(StandardCharsets.UTF_8));
        refuses("Dit bestand kunnen wij niet lezen", new byte[0]);
        refuses("er ontbreken kolommen", book(List.of(List.of("Naam", "Adres"))));
        refuses("In dit bestand is niets gewijzigd", book(exported("")));
    }

    private void refuses(String message, byte[] file) throws Exception {
        var answer = send(file).andExpect(status().isUnprocessableEntity());
        assertThat(body(answer)).contains(message);
    }

    @Test
    void forgetsAFileThatIsNotWanted() throws Exception {
        var rows = exported("");
        set(rows.get(2), "noted", "Toch niet.", "", "", "");
        read(rows);
        confirm("forget", "yes");

        assertThat(page(ME, "/inlezen")).doesNotContain("Toch niet.");
        assertThat(unit(benches).version()).isEqualTo(-1);
    }

    @Test
    void isForWhoMayReply() throws Exception {
        mvc.perform(get(url("/inlezen")).with(role("alderman"))).andExpect(status().isForbidden());
        mvc.perform(multipart(url("/inlezen")).with(role("alderman")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(url("/inlezen/bevestigen")).with(role("alderman")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    private static void set(List<String> row, String outcome, String reason, String place, String to, String until) {
        row.set(OUTCOME, outcome);
        row.set(REASON, reason);
        row.set(PLACE, place);
        row.set(TO, to);
        row.set(UNTIL, until);
    }

    private ResultActions read(List<List<String>> rows) throws Exception {
        return send(book(rows));
    }

    private ResultActions send(byte[] file) throws Exception {
        return mvc.perform(multipart(url("/inlezen"))
                .file(new MockMultipartFile("file", "antwoorden.xlsx", "application/octet-stream", file))
                .with(ME)
                .with(csrf()));
    }

    private ResultActions confirm(String... choices) throws Exception {
        var request = post(url("/inlezen/bevestigen")).with(ME).with(csrf());
        for (var at = 0; at < choices.length; at += 2) {
            request.param(choices[at], choices[at + 1]);
        }
        return mvc.perform(request);
    }

    private static byte[] book(List<List<String>> rows) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet("1");
            for (var line = 0; line < rows.size(); line++) {
                for (var column = 0; column < rows.get(line).size(); column++) {
                    sheet.value(line, column, rows.get(line).get(column));
                }
            }
        }
        return out.toByteArray();
    }
}
