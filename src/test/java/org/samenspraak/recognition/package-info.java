@NullMarked
package org.samenspraak.recognition;

import org.jspecify.annotations.NullMarked;
