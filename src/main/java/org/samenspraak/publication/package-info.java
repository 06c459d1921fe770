/** What everybody may see: the public register. */
@NullMarked
@ApplicationModule(allowedDependencies = {"council", "identity", "kernel", "recognition", "web"})
package org.samenspraak.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
