package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Talks of the demo on days that need a reason: without one the form refuses them, and nothing starts. */
class TalkStoriesTest {

    @Test
    void aTalkAfterTheYearOfItsRoundHasAReason() {
        var plan = new HashMap<String, String>();
        TalkStories.reason(plan, 2026, LocalDate.of(2026, 12, 30));
        assertThat(plan).isEmpty();

        TalkStories.reason(plan, 2026, LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4));

        assertThat(plan).containsKey("dayReason");
    }
}
