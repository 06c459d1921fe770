package org.samenspraak.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Leads;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Areas of Hasselt, and one person for each role: named after what they do, so that nobody is taken for a real person. */
@Component
@Profile("demo")
class DemoPeople {

    private static final String CITY = "Hasselt";

    /** An area and the areas inside it, those around first. */
    private static final Map<String, List<String>> AREAS = nested();

    /** Username, which is the role, and name. */
    private static final Map<String, String> PEOPLE = people();

    /** Area managers by username: name and areas. */
    private static final Map<String, Manager> MANAGERS = managers();

    /** Led by somebody of the management team. */
    private static final List<String> TEAM = Stream.concat(
                    Stream.of("participation-office"), MANAGERS.keySet().stream())
            .toList();

    private final Areas areas;
    private final People people;
    private final Leads leads;
    private final String password;

    DemoPeople(Areas areas, People people, Leads leads, @Value("${samenspraak.demo.password}") String password) {
        this.areas = areas;
        this.people = people;
        this.leads = leads;
        this.password = password;
    }

    Cast add() {
        var places = new LinkedHashMap<String, AreaId>();
        AREAS.forEach((around, inside) -> {
            places.computeIfAbsent(around, name -> areas.add(name, null, Actor.SYSTEM));
            inside.forEach(name -> places.put(name, areas.add(name, places.get(around), Actor.SYSTEM)));
        });
        PEOPLE.forEach((role, name) -> add(role, name, Set.of(GroupId.of(role))));
        // payments need four eyes
        add("finance-2", "Collega financiën", Set.of(GroupId.of("finance")));
        // publishing a draft needs two people
        add("process-designer-2", "Collega procesontwerper", Set.of(GroupId.of("process-designer")));
        // and a regulation
        add("administrator-2", "Collega beheerder", Set.of(GroupId.of("administrator")));
        // votes on paper are entered by two people, and a third one decides where these differ
        add("participation-office-2", "Collega participatiebureau", Set.of(GroupId.of("participation-office")));
        add("participation-office-3", "Derde collega participatiebureau", Set.of(GroupId.of("participation-office")));
        add("committee-dialoogkamer-2", "Ander lid van de dialoogkamer", Set.of(GroupId.of("committee-dialoogkamer")));
        MANAGERS.forEach((username, manager) -> add(
                username,
                manager.name(),
                manager.areas().stream()
                        .map(area -> new GroupId("area-manager", places.get(area) + ""))
                        .collect(Collectors.toSet())));
        var all = people.all().stream().collect(Collectors.toMap(Person::username, Function.identity()));
        var cast = new Cast(all, places, byArea(places));
        TEAM.forEach(member -> leads.set(cast.person(member), cast.person("management-team"), Actor.SYSTEM));
        return cast;
    }

    private static Map<AreaId, String> byArea(Map<String, AreaId> places) {
        var found = new LinkedHashMap<AreaId, String>();
        MANAGERS.forEach((username, manager) -> manager.areas().forEach(area -> {
            found.put(Objects.requireNonNull(places.get(area)), username);
            AREAS.getOrDefault(area, List.of())
                    .forEach(inside -> found.put(Objects.requireNonNull(places.get(inside)), username));
        }));
        return found;
    }

    private void add(String username, String name, Set<GroupId> groups) {
        people.add(new NewPerson(username, name, username + "@hasselt.example", "", password, groups), Actor.SYSTEM);
    }

    private static Map<String, List<String>> nested() {
        var areas = new LinkedHashMap<String, List<String>>();
        areas.put(
                CITY,
                List.of(
                        "Centrum",
                        "Runkst",
                        "Banneux",
                        "Ter Hilst",
                        "Kempische Wijk",
                        "Heilig Hart",
                        "Katarina",
                        "Trekschuren",
                        "Godsheide",
                        "Rapertingen",
                        "Kiewit",
                        "Kuringen",
                        "Kermt",
                        "Spalbeek",
                        "Stokrooie",
                        "Stevoort",
                        "Sint-Lambrechts-Herk",
                        "Wimmertingen"));
        areas.put("Centrum", List.of("Blauwe Boulevard", "Kapermolen"));
        areas.put("Runkst", List.of("Hollandsveld"));
        areas.put("Kuringen", List.of("Tuilt", "Kuringen-dorp"));
        areas.put("Kiewit", List.of("Kiewit-Heide"));
        return areas;
    }

    private static Map<String, String> people() {
        var people = new LinkedHashMap<String, String>();
        people.put("participation-office", "Medewerker participatiebureau");
        people.put("council-support", "Ondersteuner van raden");
        people.put("alderman", "Schepen van participatie");
        people.put("college", "Secretaris van het college");
        people.put("gemeenteraad", "Secretaris van de gemeenteraad");
        people.put("mayor", "Burgemeester");
        people.put("general-director", "Algemeen directeur");
        people.put("management-team", "Lid van het managementteam");
        people.put("legal", "Jurist");
        people.put("finance", "Medewerker financiën");
        people.put("department-mobility", "Dienst mobiliteit");
        people.put("department-green", "Dienst groen");
        people.put("department-public-domain", "Dienst openbaar domein");
        people.put("department-youth", "Dienst jeugd");
        people.put("department-culture", "Dienst cultuur");
        people.put("department-welfare", "Dienst welzijn");
        people.put("department-safety", "Dienst veiligheid");
        people.put("department-finance", "Dienst financiën");
        people.put("committee-dialoogkamer", "Lid van de dialoogkamer");
        people.put("process-designer", "Ontwerper van trajecten");
        people.put("administrator", "Beheerder");
        people.put("auditor", "Auditor");
        return people;
    }

    private static Map<String, Manager> managers() {
        var managers = new LinkedHashMap<String, Manager>();
        managers.put(
                "area-manager",
                new Manager("Wijkmanager Runkst", List.of("Runkst", "Centrum", "Heilig Hart", "Trekschuren")));
        managers.put(
                "area-manager-banneux",
                new Manager("Wijkmanager Banneux", List.of("Banneux", "Godsheide", "Rapertingen", "Wimmertingen")));
        managers.put(
                "area-manager-ter-hilst",
                new Manager("Wijkmanager Ter Hilst", List.of("Ter Hilst", "Katarina", "Kuringen", "Stokrooie")));
        managers.put(
                "area-manager-kempische-wijk",
                new Manager("Wijkmanager Kempische Wijk", List.of("Kempische Wijk", "Kiewit")));
        managers.put(
                "area-manager-dorpen",
                new Manager("Wijkmanager dorpen", List.of("Kermt", "Spalbeek", "Stevoort", "Sint-Lambrechts-Herk")));
        return managers;
    }

    private record Manager(String name, List<String> areas) {}
}
