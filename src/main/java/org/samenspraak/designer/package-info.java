/** The designer's workbench: trajectories are drawn, checked, compared, published; forms are shown by the renderer that everybody gets. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "casefile",
            "correspondence",
            "forms",
            "identity",
            "kernel",
            "process",
            "regulation",
            "web"
        })
package org.samenspraak.designer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
