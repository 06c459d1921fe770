/** Pages of administrators: messages, failed steps, people, closing days, meetings, regulations. */
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
package org.samenspraak.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
