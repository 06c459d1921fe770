/** Rules of the house that a build can hold. */
@NullMarked
package org.samenspraak;

import org.jspecify.annotations.NullMarked;
