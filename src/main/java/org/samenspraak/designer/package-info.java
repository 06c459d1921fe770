/** The designer's workbench: for now, forms shown by the renderer that everybody gets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"forms", "identity", "kernel", "process", "web"})
package org.samenspraak.designer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
