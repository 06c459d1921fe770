@NullMarked
package org.samenspraak.docs;

import org.jspecify.annotations.NullMarked;
