package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of a recognition is in the decision. */
class RecognitionEndPagesTest extends RecognitionScenario {

    private static final LocalDate INVITATION = LocalDate.of(2030, 5, 13);

    @Autowired
    private TermChanges changes;

    @Autowired
    private Clocks clocks;

    @Test
    void isNotChangedByHandNorIsTheTermToRenew() throws Exception {
        var term = term(recognised(Map.of()));
        goTo(INVITATION);

        for (var name : List.of("recognition-end", "renewal")) {
            for (var kind : TermChange.Kind.values()) {
                if (kind != TermChange.Kind.RESUME) {
                    var change = new TermChange(kind, LocalDate.of(2030, 8, 30), "Daarom.");
                    assertThatThrownBy(() -> changes.change(term, name, null, change, CLERK))
                            .hasMessageContaining("refusal.decided");
                }
            }
            var clock = clocks.find(term, name, null).orElseThrow();
            mvc.perform(get("/zaken/" + view(term).number() + "/termijnen/" + clock.id())
                            .with(role("participation-office")))
                    .andExpect(content().string(containsString("Deze dag volgt uit een besluit")))
                    .andExpect(content().string(not(containsString("name=\"act\""))));
        }
    }
}
