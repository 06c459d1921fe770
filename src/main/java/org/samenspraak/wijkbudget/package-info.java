/** The neighbourhood budget: rounds with money per area, phases by the clock, and the ideas of residents. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
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
package org.samenspraak.wijkbudget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
