/** The demo year: a believable office, made through the facades. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "advice",
            "casefile",
            "correspondence",
            "council",
            "deadlines",
            "forms",
            "grant",
            "identity",
            "kernel",
            "ledger",
            "process",
            "recognition",
            "regulation",
            "web",
            "wijkbudget"
        })
package org.samenspraak.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
