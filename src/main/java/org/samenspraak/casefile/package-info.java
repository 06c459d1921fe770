/** The case: number, status, parties, documents, timeline and step log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "kernel", "process", "regulation", "web"})
package org.samenspraak.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
