/** Rules of the municipality as versioned parameters, each with its article. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "kernel", "web"})
package org.samenspraak.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
