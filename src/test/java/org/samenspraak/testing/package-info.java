/** What tests share: the whole office on a real PostgreSQL, a clock to set, a browser. */
@NullMarked
package org.samenspraak.testing;

import org.jspecify.annotations.NullMarked;
