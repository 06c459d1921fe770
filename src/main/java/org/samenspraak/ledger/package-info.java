/** Money: budgets of a year and a purpose, what is reserved, fixed, paid and reclaimed, account numbers, and the bank's files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "council",
            "deadlines",
            "forms",
            "identity",
            "insight",
            "kernel",
            "process",
            "regulation",
            "web"
        })
package org.samenspraak.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
