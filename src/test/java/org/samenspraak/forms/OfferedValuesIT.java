package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class OfferedValuesIT extends PostgresIT {

    @Autowired
    private List<OfferedValues> house;

    @Autowired
    private People people;

    @Test
    void everyFormatThatChoosesHasItsList() {
        assertThat(house).extracting(OfferedValues::key).containsAll(Offers.OF_FORMAT.values());
    }

    @Test
    void offersOfficialsWhoCanSignIn() {
        var here = people.add(person("adviser"), Actor.SYSTEM);
        var gone = people.add(person("former adviser"), Actor.SYSTEM);
        people.change(gone, new Details("former adviser", "b@hasselt.example", "", false), version(gone), Actor.SYSTEM);

        var offered = house.stream()
                .filter(it -> it.key().equals("people"))
                .findFirst()
                .orElseThrow();

        assertThat(offered.values(Locale.ENGLISH))
                .contains(new OfferedValues.Value(here.value().toString(), "adviser"))
                .noneMatch(it -> it.value().equals(gone.value().toString()));
    }

    private int version(PersonId id) {
        return people.find(id).orElseThrow().version();
    }

    private static NewPerson person(String name) {
        var username = name.replace(' ', '-');
        return new NewPerson(
                username, name, username + "@hasselt.example", "", "een lang wachtwoord voor de proef", Set.of());
    }
}
