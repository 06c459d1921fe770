/** Counts and plots of the office's work, each a link to the list behind it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "kernel", "process", "web"})
package org.samenspraak.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
