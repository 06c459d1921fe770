package org.samenspraak.tasklist;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A work list in two areas. */
abstract class InboxScenario extends PostgresIT {

    static final PersonId ME = PersonId.create();
    static final Instant NOW = TestClock.START;

    @Autowired
    Areas areas;

    @Autowired
    ApplicationContext context;

    WorkFixture work;

    AreaId runkst;
    AreaId kuringen;

    @BeforeEach
    void layOutAreas() {
        work = new WorkFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
        kuringen = areas.add("Kuringen", null, Actor.SYSTEM);
    }
}
