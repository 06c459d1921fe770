package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;

/** Letters of a trajectory that is made in the workbench, with what its own forms ask. */
class DrawnLetterPagesTest extends Designers {

    @Test
    void beginsALetterOfATrajectoryThatIsOnlyDrawn() throws Exception {
        post(FIRST, "/ontwerp/trajecten", "folder", "borrel", "name", "Borrel");
        post(FIRST, "/beheer/brieven/nieuw", "name", "borrel-dank", "kind", "LETTER", "folder", "borrel")
                .andExpect(status().is3xxRedirection());
        var letter = "/beheer/brieven/borrel-dank/nl";
        post(FIRST, letter, "title", "Dank u", "body", "Dag {{council}}", "draft", 0, "published", 0)
                .andExpect(status().is3xxRedirection());
        assertThat(page(letter).select("#body").val()).contains("Dag {{council}}");
        drawsAQuestion("borrel");
        assertThat(page(letter).text()).contains("{{answer.borrel-vraag.drink}}");
        post(
                        FIRST,
                        letter,
                        "title",
                        "Dank u",
                        "body",
                        "Dag",
                        "then",
                        "publish",
                        "note",
                        "Zo",
                        "draft",
                        0,
                        "published",
                        0)
                .andExpect(status().isForbidden());
    }

    private void drawsAQuestion(String folder) throws Exception {
        var there = "/ontwerp/trajecten/" + folder;
        post(FIRST, there + "/bestanden", "kind", "form", "name", "Borrel", "file", "borrel-vraag");
        var form = there + "/borrel-vraag.form";
        var question = "{\"type\": \"textfield\", \"id\": \"f\", \"key\": \"drink\", \"label\": \"Wat drinkt u?\"}";
        var drawn = content(form).replace("[]", "[" + question + "]");
        post(FIRST, form + "/inhoud", "content", drawn, "version", version(folder, "borrel-vraag.form"))
                .andExpect(status().isOk());
    }
}
