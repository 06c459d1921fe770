package org.samenspraak.tasklist;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sizes of files in words. */
@Component("sizes")
class Sizes {

    private static final long MB = 1024 * 1024;

    private final MessageSource texts;

    Sizes(MessageSource texts) {
        this.texts = texts;
    }

    /** "12 kB", "2,1 MB" */
    public String of(long bytes) {
        return bytes < MB
                ? say("tasklist.document.size.KB", Math.max(1, Math.round(bytes / 1024.0)))
                : say("tasklist.document.size.MB", Math.round(10.0 * bytes / MB) / 10.0);
    }

    private String say(String key, Number number) {
        return texts.getMessage(key, new Object[] {number}, LocaleContextHolder.getLocale());
    }
}
