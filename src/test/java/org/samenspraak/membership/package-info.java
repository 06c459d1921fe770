@NullMarked
package org.samenspraak.membership;

import org.jspecify.annotations.NullMarked;
