package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;

class RoleTest {

    @Test
    void knowsDepartmentsByTheirOwnName() {
        assertThat(Role.find("department-public-domain")).contains(Role.DEPARTMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "department-", "department-A", "council", "council-chair", "boss", ""})
    void knowsNoOtherNames(String name) {
        assertThat(Role.find(name)).isEmpty();
    }

    @Test
    void auditorWritesNothing() {
        assertThat(Permissions.of(List.of(GroupId.of("auditor"))))
                .containsExactlyInAnyOrder(
                        Permission.OWN_ACCOUNT,
                        Permission.SEE_OFFICE,
                        Permission.SEE_TASKS,
                        Permission.SEE_CONTACTS,
                        Permission.OPEN_DOCUMENTS,
                        Permission.SEE_DESIGN,
                        Permission.SEE_RULES,
                        Permission.SEE_OPERATION,
                        Permission.SEE_AUDIT,
                        Permission.SEE_MONEY);
    }

    @Test
    void nobodyGetsMoreThanTheOwnAccountWithoutARole() {
        assertThat(Permissions.of(List.of())).containsExactly(Permission.OWN_ACCOUNT);
    }

    @Test
    void areaManagerEditsCouncilsInOwnAreasOnly() {
        var own = AreaId.create();
        var me = SignedIn.of(PersonId.create(), "Wijkmanager", List.of(new GroupId("area-manager", own.toString())));

        assertThat(me.may(Permission.EDIT_COUNCIL, own)).isTrue();
        assertThat(me.may(Permission.EDIT_COUNCIL, AreaId.create())).isFalse();
    }

    @Test
    void officeEditsCouncilsEverywhere() {
        var me = SignedIn.of(PersonId.create(), "Dienst", List.of(GroupId.of("participation-office")));

        assertThat(me.may(Permission.EDIT_COUNCIL, AreaId.create())).isTrue();
    }

    @Test
    void refusesAnAreaManagerWithoutArea() {
        assertThatThrownBy(() -> PersonRules.refuseGroup(GroupId.of("area-manager")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("area-missing");
    }

    @Test
    void refusesAnAreaForARoleThatHasNone() {
        assertThatThrownBy(() -> PersonRules.refuseGroup(
                        new GroupId("finance", AreaId.create().toString())))
                .hasMessageContaining("area-not-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kort", "aaaaaaaaaaaaaa", "jan.peeters-123", "abababababababab"})
    void refusesWeakPasswords(String password) {
        assertThatThrownBy(() -> PersonRules.refusePassword(password, "jan.peeters"))
                .isInstanceOf(Refusal.class);
    }
}
