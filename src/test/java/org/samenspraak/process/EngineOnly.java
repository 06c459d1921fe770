package org.samenspraak.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The application of {@link EngineTest}: module process, and small stand-ins for the modules that it asks. */
@Profile("engine-only")
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(Municipality.class)
@ComponentScan(basePackageClasses = Processes.class)
class EngineOnly {

    /** The steps that ran, with their context. */
    static final List<Call> CALLS = new CopyOnWriteArrayList<>();

    record Call(String step, StepContext context) {}

    /** Set by a test that looks at the walls behind the check. */
    static volatile boolean gateIsOpen;

    @Bean
    @Primary
    ModelGate gateThatCanBeOpened(ModelCheck check, JdbcClient jdbc) {
        return new ModelGate(check, new ModelOwners(jdbc)) {
            @Override
            public void deploy(DeploymentEntity deployment) {
                if (!gateIsOpen) {
                    super.deploy(deployment);
                }
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FormFields formFields() {
        return json -> List.of();
    }

    @Bean
    TaskScopes taskScopes() {
        return (caseId, asDrawn, item) -> new GroupId(
                asDrawn.role(),
                "item".equals(asDrawn.scope()) ? item : Heard.SCOPES.getOrDefault(asDrawn.scope(), "none"));
    }

    @Bean
    Terms terms(Heard heard) {
        return new Terms() {
            @Override
            public Instant due(CaseId caseId, String term, @Nullable String scope) {
                return heard.due(term);
            }

            @Override
            public void leave(CaseId caseId, String term, @Nullable String scope) {
                heard.events.add("left " + term);
            }
        };
    }

    /** What the engine told, and the answers it gets. */
    @Profile("engine-only")
    @Component
    static class Heard {

        static final Map<String, String> SCOPES = new HashMap<>();

        final List<Object> events = new ArrayList<>();
        final Map<String, Instant> dues = new HashMap<>();

        Instant due(String term) {
            return dues.getOrDefault(term, Instant.parse("2030-01-01T00:00:00Z"));
        }

        void clear() {
            events.clear();
            dues.clear();
            SCOPES.clear();
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        @EventListener
        void on(TaskOpened event) {
            events.add(event);
        }

        @EventListener
        void on(TaskClosed event) {
            events.add(event);
        }

        @EventListener
        void on(ProcessEnded event) {
            events.add(event);
        }

        @EventListener
        void on(ElementPassed event) {
            events.add(event);
        }
    }

    /** Stands in for module deadlines. */
    @Profile("engine-only")
    @ProcessSteps("clock")
    public static class ClockSteps {

        private final Heard heard;

        ClockSteps(Heard heard) {
            this.heard = heard;
        }

        @Step(name = "Termijn", about = "Wanneer een termijn eindigt.")
        public Instant due(StepContext step, String term) {
            return heard.due(term);
        }
    }

    /** A trajectory module. */
    @Profile("engine-only")
    @ProcessSteps("desk")
    public static class DeskSteps {

        @Step(name = "Noteren", about = "Onthoudt dat de stap liep.")
        public void note(StepContext step) {
            CALLS.add(new Call("note", step));
        }

        @Step(name = "Tellen", about = "Geeft een getal terug.")
        public int count(StepContext step, String text) {
            CALLS.add(new Call("count", step));
            return text.length();
        }

        @Step(
                name = "Feiten",
                about = "Geeft feiten terug.",
                says = {"granted", "amount"})
        public Map<String, Object> facts(StepContext step) {
            return Map.of("granted", true, "amount", 1_000);
        }

        @Step(name = "Diensten", about = "Geeft de takken van een parallelle stap.")
        public List<String> departments(StepContext step) {
            return List.of("green", "mobility");
        }

        @Step(name = "Mislukken", about = "Mislukt zolang het feit broken waar is.")
        public void fail(StepContext step) {
            if (!CALLS.isEmpty()) {
                throw new IllegalStateException("broken on purpose");
            }
        }

        /** No step: not for models. */
        public String secret() {
            throw new AssertionError("called");
        }
    }
}
