/** The register of councils and the people in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "identity", "kernel", "process", "regulation", "web"})
package org.samenspraak.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
