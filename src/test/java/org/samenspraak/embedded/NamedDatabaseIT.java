package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The office with {@code spring.datasource.url} set, as all tests of this kind have it. */
class NamedDatabaseIT extends PostgresIT {

    @Autowired
    private ApplicationContext office;

    @Test
    void isNoDemo() {
        assertThat(office.getEnvironment().getActiveProfiles()).isEmpty();
        assertThat(office.getEnvironment().getProperty("spring.datasource.url")).contains("postgresql");
        assertThat(office.getBeanDefinitionNames())
                .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("demo"));
    }

    @Test
    void tellsNothingButItsHealth() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        assertThat(mvc.perform(get("/actuator/env")).andReturn().getResponse().getStatus())
                .isNotEqualTo(200);
    }
}
