package org.samenspraak.identity;

import java.util.Set;
import org.samenspraak.identity.IdentitySettings.FirstAdministrator;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the very first administrator from the environment; the demo brings its own people. */
@Component
@Profile("!demo")
class FirstAdministrators {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);

    private final Persons persons;
    private final People people;
    private final IdentitySettings settings;
    private final Municipality municipality;

    FirstAdministrators(Persons persons, People people, IdentitySettings settings, Municipality municipality) {
        this.persons = persons;
        this.people = people;
        this.settings = settings;
        this.municipality = municipality;
    }

    @EventListener(ApplicationReadyEvent.class)
    void addWhenThereIsNobody() {
        if (!persons.isEmpty()) {
            return;
        }
        var admin = settings.admin();
        if (admin == null) {
            LOG.warn("Nobody can sign in yet. Start once with SAMENSPRAAK_ADMIN_USERNAME and SAMENSPRAAK_ADMIN_PASSWORD"
                    + " in the environment to make the first administrator.");
        } else {
            add(admin);
        }
    }

    private void add(FirstAdministrator admin) {
        try {
            people.add(
                    new NewPerson(
                            admin.username(),
                            admin.username(),
                            municipality.mail(),
                            "",
                            admin.password(),
                            Set.of(GroupId.of(Role.ADMINISTRATOR.code()))),
                    Actor.SYSTEM);
            LOG.info(
                    "Made the first administrator, {}. Take the password out of the environment now.",
                    admin.username());
        } catch (Refusal refusal) {
            if (!persons.isEmpty()) {
                // another node that starts at the same moment was first
                return;
            }
            LOG.error(
                    "The first administrator was not made ({}): a name of letters and digits, a password of {} signs or more.",
                    refusal.getMessage(),
                    PersonRules.SHORTEST_PASSWORD);
        }
    }
}
