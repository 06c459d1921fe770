/** Words that every module shares: typed ids, who acts, and the business "no". */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.samenspraak.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
