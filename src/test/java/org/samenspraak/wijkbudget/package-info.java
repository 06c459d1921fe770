@NullMarked
package org.samenspraak.wijkbudget;

import org.jspecify.annotations.NullMarked;
