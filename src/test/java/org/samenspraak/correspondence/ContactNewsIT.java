package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ContactNewsIT extends CouncilCaseIT {

    @Autowired
    private ContactNews news;

    @Autowired
    private People people;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Delegations delegations;

    @Autowired
    private ApplicationContext context;

    private AreaId area;

    @BeforeEach
    void makeCouncil() {
        area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    @Test
    void tellsChairAndSecretaryOnceWhenAnotherManagerBegins() {
        var first = manager("eerste");
        news.tell();
        outbox.sendDue();
        assertThat(mail.received()).isEmpty();

        people.end(first, people.roles(first).get(0), today(), OFFICE);
        manager("tweede");
        clock.advance(Duration.ofDays(1));
        news.tell();
        news.tell();
        outbox.sendDue();

        for (var officer : List.of(AN, ELS)) {
            assertThat(mail.receivedBy(officer)).singleElement().satisfies(sent -> {
                assertThat(sent.getSubject()).isEqualTo("Nieuwe contactpersoon voor Wijkraad Runkst");
                assertThat(GreenMailUtil.getBody(sent)).contains("tweede@stad.example");
            });
        }
    }

    @Test
    void tellsThatTheOfficeHelpsWhenNobodyComesInstead() {
        var only = manager("enige");
        news.tell();

        people.end(only, people.roles(only).get(0), today(), OFFICE);
        clock.advance(Duration.ofDays(1));
        news.tell();
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).singleElement().satisfies(sent -> assertThat(GreenMailUtil.getBody(sent))
                .contains("participatie@"));
    }

    @Test
    void tellsNobodyElse() {
        var elsewhere = areas.add("Kuringen", null, OFFICE);
        manager("eigen");
        news.tell();

        people.add(person("ander", elsewhere), OFFICE);
        news.tell();
        outbox.sendDue();

        assertThat(mail.received()).isEmpty();
    }

    @Test
    void namesWhoStandsInAndTellsNobodyThatItIsForAWhile() {
        var manager = manager("weg");
        news.tell();
        away(manager, Set.of(areas.add("Kuringen", null, OFFICE)));
        assertThat(contacts.forArea(area).mail()).isEqualTo("weg@stad.example");
        away(manager, Set.of());

        assertThat(contacts.forArea(area).mail()).isEqualTo("collega@stad.example");
        assertThat(contacts.forArea(area).name())
                .matches("Wijkmanager collega \\(vervangt Wijkmanager weg tot en met \\d+ \\w+ \\d{4}\\)");
        assertThat(contacts.forArea(area, Locale.ENGLISH).name())
                .contains("(stands in for Wijkmanager weg up to and including ");
        clock.advance(Duration.ofDays(1));
        news.tell();
        outbox.sendDue();
        assertThat(mail.received()).isEmpty();
        clock.advance(Duration.ofDays(7));
        assertThat(contacts.forArea(area).mail()).isEqualTo("weg@stad.example");
        assertThat(contacts.forArea(area).name()).isEqualTo("Wijkmanager weg");
    }

    private void away(PersonId manager, Set<AreaId> where) {
        jdbc.sql("delete from identity_delegation").update();
        var deputy = people.all().stream()
                .filter(person -> person.username().equals("collega"))
                .findFirst()
                .map(Person::id)
                .orElseGet(() -> manager("collega", areas.add("Godsheide", null, OFFICE)));
        delegations.add(
                SignedInAs.load(context, manager),
                manager,
                new NewDelegation(null, deputy, today(), today().plusDays(6), "", Set.of(), where));
    }

    private PersonId manager(String name) {
        return manager(name, area);
    }

    private PersonId manager(String name, AreaId where) {
        return people.add(person(name, where), OFFICE);
    }

    private static NewPerson person(String name, AreaId area) {
        return new NewPerson(
                name,
                "Wijkmanager " + name,
                name + "@stad.example",
                "",
                "samen-in-de-wijk",
                Set.of(new GroupId("area-manager", area.toString())));
    }
}
