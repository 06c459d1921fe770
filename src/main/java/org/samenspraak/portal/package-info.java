/** Pages of councils and who applies: a prompt behind its link, an application. */
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
            "process",
            "regulation",
            "web"
        })
package org.samenspraak.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
