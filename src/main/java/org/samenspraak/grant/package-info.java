/** The yearly round of talks with councils: preparing, planning, reporting, the level, and agreements that live on. */
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
            "process",
            "regulation",
            "web"
        })
package org.samenspraak.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
