package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;

/** Two designers on one file: whatever takes the place of what, both are there. */
class OtherVersionPagesTest extends Designers {

    @Test
    void keepsBesideTheDraftWhatASecondDesignerTypedAndWhatItReplaces() throws Exception {
        var before = content(MODEL);
        change("Signaal gemeld", "Signaal binnen");
        var second = before.replace("Dienst kiezen voor het signaal", "Dienst aanwijzen");
        post(SECOND, MODEL + "/inhoud", "content", second, "version", 0).andExpect(status().isConflict());

        var beside = page(MODEL).select("section[aria-labelledby=others]");
        assertThat(beside.select("li li").eachText()).anyMatch(it -> it.contains("Dienst aanwijzen"));
        var download = beside.select("a[download]").attr("href");
        assertThat(text(send(FIRST, download, "GET"))).isEqualTo(second);
        post(SECOND, beside.select("form").attr("action"), "draft", version()).andExpect(status().is3xxRedirection());

        assertThat(content(MODEL)).isEqualTo(second);
        assertThat(page(MODEL).select("section[aria-labelledby=others] li li").eachText())
                .as("what the first kept")
                .hasSize(2)
                .anyMatch(it -> it.contains("Signaal binnen"));
        post(FIRST, MODEL + "/terug", "version", version()).andExpect(status().is3xxRedirection());
        assertThat(page(MODEL).select("section[aria-labelledby=others] li li").eachText())
                .as("what was thrown away")
                .anyMatch(it -> it.contains("Dienst aanwijzen"));
        post(FIRST, SIGNAL + "/signal-chase.form" + download.substring(MODEL.length()) + "/terug", "draft", 0)
                .andExpect(status().isNotFound());
    }
}
