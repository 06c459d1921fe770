/** What all pages share: layout, error pages, messages, paging. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "kernel"})
package org.samenspraak.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
