package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** How long what everybody sees may be kept. */
final class PublicCache {

    private PublicCache() {}

    static void aWhile(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue());
    }

    static CacheControl openData() {
        return CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    }

    static void openData(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, openData().getHeaderValue());
    }
}
