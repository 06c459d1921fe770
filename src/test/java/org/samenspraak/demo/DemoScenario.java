package org.samenspraak.demo;

import org.samenspraak.Samenspraak;
import org.samenspraak.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An office with the demo year, made once for all tests, on a database of its own. */
@SpringBootTest(
        classes = Samenspraak.class,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "samenspraak.scheduled=false",
            "samenspraak.links.secret=a secret of this test that is long enough"
        })
@ActiveProfiles("demo")
abstract class DemoScenario {

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> TestDatabase.another("demo_year"));
    }
}
