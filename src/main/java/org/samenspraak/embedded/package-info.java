/** An office on one machine: a real PostgreSQL that keeps its data in a folder. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.samenspraak.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
