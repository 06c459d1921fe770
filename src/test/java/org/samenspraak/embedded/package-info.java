@NullMarked
package org.samenspraak.embedded;

import org.jspecify.annotations.NullMarked;
