package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.IdentitySettings.Demo;
import org.samenspraak.identity.IdentitySettings.FirstAdministrator;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/** An office on a database with a name: nobody is in it but the administrator from the environment. */
class FirstStartIT extends PostgresIT {

    private static final String DEMO_PASSWORD = "samen-in-de-wijk";

    @Autowired
    private ApplicationContext office;

    @Autowired
    private Environment environment;

    @Autowired
    private Persons persons;

    @Autowired
    private People people;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private Municipality municipality;

    @LocalServerPort
    private int port;

    @Test
    void hasNoDemoPeopleAndNoDemoPassword() throws Exception {
        assertThat(new ClassPathResource("application-demo.yml").getContentAsString(StandardCharsets.UTF_8))
                .contains(DEMO_PASSWORD);

        assertThat(environment.getActiveProfiles()).doesNotContain("demo");
        assertThat(environment.getProperty("samenspraak.demo.password")).isNull();
        assertThat(office.getBeanNamesForType(DemoSignIn.class)).isEmpty();
        assertThat(persons.isEmpty()).isTrue();
        mvc.perform(get("/")).andExpect(content().string(not(containsString(DEMO_PASSWORD))));
        assertThat(new Browser(port).signIn("administrator", DEMO_PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void makesTheFirstAdministratorWhoCanSignIn() {
        start(new FirstAdministrator("beheer", "vier blauwe fietsen"));

        assertThat(Browser.location(new Browser(port).signIn("beheer", "vier blauwe fietsen")))
                .isEqualTo("/beheer");
    }

    @Test
    void makesNoSecondOneAtTheNextStart() {
        start(new FirstAdministrator("beheer", "vier blauwe fietsen"));
        start(new FirstAdministrator("ander", "vijf groene fietsen"));

        assertThat(people.all()).extracting(People.Person::username).containsExactly("beheer");
    }

    @Test
    void startsWithoutWhenTheEnvironmentNamesNobodyOrAWeakPassword() {
        start(null);
        start(new FirstAdministrator("beheer", "kort"));
        start(new FirstAdministrator("", "vier blauwe fietsen"));

        assertThat(people.all()).isEmpty();
    }

    private void start(@Nullable FirstAdministrator first) {
        new FirstAdministrators(
                        persons,
                        people,
                        new IdentitySettings(settings.signIn(), first, new Demo(DEMO_PASSWORD)),
                        municipality)
                .addWhenThereIsNobody();
    }
}
