/** Recognition or registration of a council, from the application to the register and its end. */
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
package org.samenspraak.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
