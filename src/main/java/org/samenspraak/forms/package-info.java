/** Forms drawn by designers: shown, judged and kept by the server. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "identity", "kernel", "process", "regulation", "web"})
package org.samenspraak.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
