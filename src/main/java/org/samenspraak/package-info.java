@NullMarked
package org.samenspraak;

import org.jspecify.annotations.NullMarked;
