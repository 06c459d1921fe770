/** Pages under Beheer, for administrators, the office and the auditor: messages, failed steps, audit trail, people, areas, regulations, closing days, meetings. */
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
