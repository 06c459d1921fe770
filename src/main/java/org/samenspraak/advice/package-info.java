/** Advice of councils: asked for with a term, or given by itself; and a reasoned reply to each of its points. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "agenda",
            "casefile",
            "correspondence",
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
package org.samenspraak.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
