package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

class RoleNamesIT extends PostgresIT {

    @Autowired
    private RoleNames names;

    @Autowired
    private Areas areas;

    @Test
    void namesARoleOnceWithAllItsAreas() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var groups = List.of(manager("Runkst"), GroupId.of("gemeenteraad"), manager("Banneux"));

        assertThat(names.of(groups)).isEqualTo("Area manager, Banneux, Runkst; Secretary of the municipal council");
    }

    private GroupId manager(String area) {
        return new GroupId("area-manager", areas.add(area, null, Actor.SYSTEM).toString());
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }
}
