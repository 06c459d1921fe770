@NullMarked
package org.samenspraak.advice;

import org.jspecify.annotations.NullMarked;
