package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseNotes;
import org.samenspraak.kernel.PersonId;

/** Notes for colleagues. */
class NotePagesTest extends DossierScenario {

    @Test
    void showsNotesToWhoWorksWithCasesOnly() throws Exception {
        send("/notities", "text", "De voorzitter belde <b>twee</b> keer").andExpect(redirectedUrl(url("/notities")));

        assertThat(dossier(role("legal"))).contains("De voorzitter belde &lt;b&gt;twee");
        mvc.perform(get(url("/tijdlijn")).with(role("legal")))
                .andExpect(content().string(containsString("Notitie voor collega")));
        assertThat(dossier(role("process-designer"))).doesNotContain("belde");
        for (var asked : new String[] {"/tijdlijn", "/tijdlijn?kind=note", "/tijdlijn?q=belde"}) {
            mvc.perform(get(URI.create(url(asked))).with(role("process-designer")))
                    .andExpect(content().string(not(containsString("voorzitter belde"))));
        }
        mvc.perform(get(url("/notities")).with(role("process-designer"))).andExpect(status().isForbidden());
    }

    @Test
    void keepsOneNoteOfTwoClicks() throws Exception {
        for (var said : new String[] {"Zaal A", "Zaal A", "Zaal B", "Zaal A"}) {
            send("/notities", "text", said).andExpect(redirectedUrl(url("/notities")));
        }

        assertThat(notes.page(file.id(), null, 5))
                .extracting(CaseNotes.Note::text)
                .containsExactly("Zaal A", "Zaal B", "Zaal A");
        assertThat(jdbc.sql("select count(*) from casefile_event where kind = 'note.added'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void letsAWriterCorrectANoteAndKeepsWhatItSaid() throws Exception {
        send("/notities", "text", "Zaal A");
        var note = notes.page(file.id(), null, 1).get(0).id();

        send("/notities/" + note, "text", "Zaal B", "version", "0")
                .andExpect(flash().attribute("notice", "dossier.note.corrected"));
        send("/notities/" + note, "text", "Zaal C", "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("Zaal C"), containsString("href=\"#text\""))));
        mvc.perform(posting("/notities/" + note, "text", "Zaal D", "version", "1")
                        .with(person(PersonId.create(), "participation-office")))
                .andExpect(status().isUnprocessableEntity());

        assertThat(notes.page(file.id(), null, 5))
                .extracting(CaseNotes.Note::text)
                .containsExactly("Zaal B");
        assertThat(page("/tijdlijn?kind=note", OFFICE))
                .contains("Zaal A", "Zaal B")
                .doesNotContain("Zaal C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void refusesAnEmptyNote(String text) throws Exception {
        send("/notities", "text", text)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("<title>Fout: ")));
    }

    @Test
    void givesATooLongNoteBack() throws Exception {
        send("/notities", "text", "lang ".repeat(1_000))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("lang lang")));
    }
}
