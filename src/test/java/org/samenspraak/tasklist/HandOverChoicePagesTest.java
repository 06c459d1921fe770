package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.SqlCount;
import org.samenspraak.testing.TestClock;

/** To whom a task can be handed over, and what is said of them before. */
class HandOverChoicePagesTest extends HandOverScenario {

    @Test
    void showsHowMuchEachColleagueHasBeforeTheChoice() throws Exception {
        add("Jurist", "legal");
        add("Nalezer", "auditor");
        work.task("late", file, "Oud werk", "participation-office", TestClock.START.minus(Duration.ofDays(3)));
        jdbc.sql("update process_task set assignee = ? where id = 'late'")
                .param(bart.value())
                .update();

        mvc.perform(get("/werk/doorgeven").param("task", task).with(asAn))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("Medewerker een", "0 open, 0 te laat"),
                                stringContainsInOrder(
                                        "Medewerker twee", "1 open, 1 te laat", "Iemand anders", "Jurist"),
                                containsString("value=\"group:legal\""),
                                not(containsString("Nalezer")))));
    }

    @Test
    void saysWhoIsAwayAndWhoActsForThem() throws Exception {
        var mayor = add("Burgemeester", "mayor");
        var today = LocalDate.ofInstant(TestClock.START, ZoneId.of("Europe/Brussels"));
        jdbc.sql("insert into identity_delegation (id, holder, deputy, role, reason, valid_from, valid_until)"
                        + " values (gen_random_uuid(), ?, ?, 'mayor', 'weg', ?, ?)")
                .params(mayor.value(), bart.value(), today, today.plusDays(3))
                .update();

        mvc.perform(get("/werk/doorgeven").param("task", task).with(asAn))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Burgemeester", "laat zich vervangen door Medewerker twee tot en met")));
        jdbc.sql("update identity_delegation set valid_from = ?, valid_until = ?")
                .params(today.minusDays(2), today.minusDays(1))
                .update();
        mvc.perform(get("/werk/doorgeven").param("task", task).with(asAn))
                .andExpect(content().string(not(containsString("laat zich vervangen"))));
    }

    @Test
    void putsColleaguesOfTheGroupFirstAlsoBySurroundingArea() throws Exception {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var inside = areas.add("Kuringen", city, Actor.SYSTEM);
        add("Manager stad", "area-manager@" + city);
        add("Manager elders", "area-manager@" + file.area());
        work.task("scoped", file, "Kijk geven", "area-manager@" + inside, null);

        mvc.perform(get("/werk/doorgeven").param("task", "scoped").with(role("area-manager@" + inside)))
                .andExpect(content().string(stringContainsInOrder("Manager stad", "Iemand anders", "Manager elders")));
    }

    @Test
    void asksTheDatabaseTheSameNumberOfQuestionsForOneTaskAndForMany() throws Exception {
        var one = SqlCount.of(
                () -> mvc.perform(get("/werk/doorgeven").param("task", task).with(asAn)));
        var ids = IntStream.range(0, 20).mapToObj(i -> "more-" + i).toArray(String[]::new);
        for (var id : ids) {
            work.task(id, file, "Nakijken", "participation-office", null);
            jdbc.sql(
                            "update process_task set groups = groups || array['area-manager@' || gen_random_uuid()] where id = ?")
                    .param(id)
                    .update();
            add("Collega " + id, "participation-office");
        }

        assertThat(SqlCount.of(() ->
                        mvc.perform(get("/werk/doorgeven").param("task", ids).with(asAn))))
                .isEqualTo(one);
    }
}
