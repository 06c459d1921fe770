package org.samenspraak.tasklist;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class SpreadPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void countsWhatTheListBehindEachNumberHolds() throws Exception {
        var areas = context.getBean(Areas.class);
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var runkst = areas.add("Runkst", city, Actor.SYSTEM);
        areas.add("Kuringen", null, Actor.SYSTEM);
        var work = new WorkFixture(context);
        work.task("a", work.openCase("Een", runkst), "A", "legal", TestClock.START.minus(Duration.ofDays(1)));
        work.task("b", work.openCase("Twee", city), "B", "legal", null);
        work.task("c", work.openCase("Drie", runkst), "C", "finance", null);

        mvc.perform(get("/werk/verdeling").with(role("legal")))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "area=" + city,
                                        "Hasselt",
                                        ">2<",
                                        "late=yes",
                                        ">1<",
                                        "area=" + runkst,
                                        "Runkst",
                                        ">1<"),
                                not(containsString("Kuringen")))));
        mvc.perform(get("/werk/verdeling?by=trajectory&lang=en").with(role("legal")))
                .andExpect(content().string(stringContainsInOrder("By kind of case", "trajectory=recognition", ">2<")));
        mvc.perform(get("/werk/verdeling?by=%27").with(role("college"))).andExpect(status().isOk());
        mvc.perform(get("/werk/verdeling").with(role("administrator"))).andExpect(status().isForbidden());
    }
}
