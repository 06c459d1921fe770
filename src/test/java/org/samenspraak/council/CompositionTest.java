package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Refusal;

class CompositionTest {

    @ParameterizedTest
    @CsvSource({
        "'Kapelstraat 12, 3500 Hasselt', 'kapelstr. 12 3500 HASSELT', 1",
        "'Kapelstraat 12', 'Kapelstraat 12, 3500 Hasselt', 1",
        "'Kapelstraat 12, 3500 Hasselt', 'Kapelstraat 12 bus 2, 3500 Hasselt', 2",
        "'Kapelstraat 12 bus 2', 'Kapelstraat 12 b 2', 1",
        "'Kapelstraat 12/2', 'Kapelstraat 12 bus 2', 1",
        "'Kapelstraat 12A', 'Kapelstraat 12', 2",
        "'Kerkstraat 1, 3500 Hasselt', 'Kerkstraat 1, 3510 Kermt', 2",
        "'Sint-Truidersteenweg 5', 'Sint Truidersteenweg 5', 1",
        "'Kuringersteenweg 5', 'Kuringerstwg 5', 1",
        "'Ambachtsstraat 3, 7514 AB Enschede', 'Ambachtsstraat 3 7514AB Enschede', 1",
        "'Zonder nummer', 'Zonder Nummer', 1",
        "'Koningin Astridlaan 7', 'Koningin Astridln. 7', 1",
        "'...', '', 0"
    })
    void comparesAddressesAsPeopleWriteThem(String one, String other, int different) {
        assertThat(Addresses.different(List.of(one, other))).isEqualTo(different);
    }

    @Test
    void countsOnlyEffectiveVotingMembersBySexAndNotStatedForNeitherSide() {
        var facts = Composition.facts(
                CouncilKind.ADVIESRAAD,
                List.of(
                        member("An", "Dorp 1", Sex.WOMAN, true, true, Function.CHAIR, Function.TREASURER),
                        member("Els", "Dorp 2", Sex.WOMAN, true, true),
                        member("Bo", "Dorp 3", Sex.NOT_STATED, true, true),
                        member("Jan", "Dorp 3", Sex.MAN, true, false, Function.SECRETARY),
                        member("Piet", null, Sex.MAN, false, true)));

        assertThat(facts)
                .containsEntry("kind", "adviesraad")
                .containsEntry("members", 5L)
                .containsEntry("distinctAddresses", 3L)
                .containsEntry("hasChair", true)
                .containsEntry("hasSecretary", true)
                .containsEntry("hasTreasurer", true)
                .containsEntry("votingEffective", 3L)
                .containsEntry("votingWomen", 2L)
                .containsEntry("votingMen", 0L)
                .containsEntry("votingLargestSex", 2L)
                .containsEntry("largestSexShare", 2.0 / 3)
                .containsEntry("votingPoliticians", 0L);
    }

    @Test
    void wantsASecretaryBesideTheChair() {
        var both = member("An", "Dorp 1", Sex.WOMAN, true, true, Function.CHAIR, Function.SECRETARY);
        var chair = member("Jan", "Dorp 2", Sex.MAN, true, true, Function.CHAIR);

        assertThat(Composition.facts(CouncilKind.WIJKRAAD, List.of(both))).containsEntry("hasSecretary", false);
        assertThat(Composition.facts(CouncilKind.WIJKRAAD, List.of(both, chair)))
                .containsEntry("hasSecretary", true);
    }

    @Test
    void hasFactsForACouncilWithoutMembers() {
        assertThat(Composition.facts(CouncilKind.WIJKRAAD, List.of()))
                .containsEntry("members", 0L)
                .containsEntry("largestSexShare", 0.0)
                .containsEntry("hasChair", false);
    }

    @Test
    void makesOnePersonOfTwoEntriesWithTheirFunctions() {
        var merged = MemberRules.merged(List.of(
                member("An Claes", "Dorp 1", Sex.NOT_STATED, false, true, Function.CHAIR),
                member("an claes ", "dorp 1", Sex.WOMAN, true, true, Function.TREASURER),
                member("An Claes", "Dorp 2", Sex.WOMAN, true, true)));

        assertThat(merged).hasSize(2);
        assertThat(merged.get(0).functions()).containsExactlyInAnyOrder(Function.CHAIR, Function.TREASURER);
        assertThat(merged.get(0).voting()).isTrue();
        assertThat(merged.get(0).sex()).isEqualTo(Sex.WOMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zonder-at",
                "a@b",
                "a@b.be\r\nBcc: x@y.be",
                "a b@c.be",
                "jän@c.be",
                "jan@exämple.be",
                "Naam <a@b.be>",
                "a@b.be;c@d.be"
            })
    void refusesAMailAddressThatCanNotBeOne(String mail) {
        var member = new NewMember("An", mail, null, null, Set.of(), true, true, false, Sex.WOMAN);

        assertThatThrownBy(() -> MemberRules.checked(member))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).field())
                .isEqualTo("email");
    }

    @Test
    void refusesAMemberWithoutName() {
        assertThatThrownBy(() -> MemberRules.checked(member("  ", null, Sex.MAN, true, true)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void knowsSomebodyWhoMovedByAnUniqueName() {
        var moved = held(member("An Claes", "Dorp 1", Sex.WOMAN, true, true));
        var namesake = held(member("Jan Maes", "Dorp 2", Sex.MAN, true, true));
        var otherNamesake = held(member("Jan Maes", "Dorp 3", Sex.MAN, true, true));
        var listedAn = member("An Claes", "Laan 9", Sex.WOMAN, true, true);
        var listedJan = member("Jan Maes", "Laan 8", Sex.MAN, true, true);

        var match = MemberMatch.of(List.of(moved, namesake, otherNamesake), List.of(listedAn, listedJan));

        assertThat(match.stayed()).containsOnlyKeys(moved);
        assertThat(match.gone()).containsExactly(namesake, otherNamesake);
        assertThat(match.come()).containsExactly(listedJan);
    }

    private static Member held(NewMember details) {
        return new Member(UUID.randomUUID(), details, LocalDate.of(2026, 1, 1), null, 0);
    }

    private static NewMember member(
            String name, @Nullable String address, Sex sex, boolean voting, boolean effective, Function... functions) {
        var held = EnumSet.noneOf(Function.class);
        held.addAll(List.of(functions));
        return new NewMember(name, null, null, address, held, voting, effective, false, sex);
    }
}
