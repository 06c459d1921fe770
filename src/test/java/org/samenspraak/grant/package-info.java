@NullMarked
package org.samenspraak.grant;

import org.jspecify.annotations.NullMarked;
