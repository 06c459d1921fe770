package org.samenspraak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class SchedulesTest {

    private final ApplicationContextRunner office =
            new ApplicationContextRunner().withUserConfiguration(Schedules.class, StoreOfSessions.class);

    @Test
    void runByThemselves() {
        office.run(context -> assertThat(context).hasSingleBean(ScheduledTaskHolder.class));
    }

    @Test
    void stopWhoeverElseSwitchedThemOn() {
        office.withPropertyValues("samenspraak.scheduled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ScheduledTaskHolder.class));
    }

    /** Like Spring Session's own configuration. */
    @Configuration
    @EnableScheduling
    static class StoreOfSessions {}
}
