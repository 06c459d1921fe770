/** People, groups, areas, sign-in and permissions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.samenspraak.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
