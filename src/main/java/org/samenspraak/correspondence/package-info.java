/** Everything that leaves the office: letters, mails, prompts with their links, by one outbox; and mails that come back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "council",
            "deadlines",
            "forms",
            "identity",
            "kernel",
            "process",
            "regulation",
            "web"
        })
package org.samenspraak.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
