/** What everybody may see: the public register, advice with what came of it, and rounds of the neighbourhood budget. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "advice",
            "agenda",
            "casefile",
            "correspondence",
            "council",
            "deadlines",
            "grant",
            "identity",
            "kernel",
            "recognition",
            "web",
            "wijkbudget"
        })
package org.samenspraak.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
