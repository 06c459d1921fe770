/** Changes of members that a council proposes: the office confirms them, and then they stand in the register. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "council", "forms", "kernel", "process"})
package org.samenspraak.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
