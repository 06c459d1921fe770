package org.samenspraak.publication;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** Drops every cookie, whoever sets it. */
class NoCookiesSet extends HttpServletResponseWrapper {

    NoCookiesSet(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
        // dropped
    }

    @Override
    public void addHeader(String name, String value) {
        if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }
}
