/** What everybody may see: the public register, and advice with what came of it. */
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
            "web"
        })
package org.samenspraak.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
