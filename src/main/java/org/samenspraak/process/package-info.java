/** The fence around the engine: the only package that imports it. Models are checked here, started here, and their tasks live here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.samenspraak.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
