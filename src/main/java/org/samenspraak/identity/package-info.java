/** People, groups, areas, sign-in, permissions, deputies and the audit trail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.samenspraak.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
