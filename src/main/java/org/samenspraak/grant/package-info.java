/** The yearly round of talks with councils: preparing, planning, reporting, the level, agreements that live on, and the grant. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "casefile",
            "correspondence",
            "council",
            "deadlines",
            "forms",
            "identity",
            "kernel",
            "ledger",
            "process",
            "regulation",
            "voting",
            "web"
        })
package org.samenspraak.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
