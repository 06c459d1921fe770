package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Whether a form comes from a page of ours: browsers say so of their own accord, and another site can't change it. */
public final class SameOrigin {

    private SameOrigin() {}

    /** False too when the browser says nothing. */
    public static boolean holds(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        // browsers of before say it by the page that the form was on; no page can make that up
        var origin = Optional.ofNullable(request.getHeader("Origin")).orElse(request.getHeader("Referer"));
        return origin != null && host(origin).equals(request.getHeader("Host"));
    }

    private static String host(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
