/** Pages of officials: work list and its kept views, dividing and planning tasks, task, dossier, search, start. */
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
package org.samenspraak.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
