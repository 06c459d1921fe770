/** Terms in words: closing days, meetings of organs, clocks, reminders. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "identity", "kernel", "process", "regulation", "web"})
package org.samenspraak.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
