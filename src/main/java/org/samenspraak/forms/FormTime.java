package org.samenspraak.forms;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samenspraak.process.Feel;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** One bound to the expressions of a whole request: showing a form, keeping its draft and sending it evaluate it several times. */
@Component
class FormTime extends OncePerRequestFilter {

    private final Feel feel;

    FormTime(Feel feel) {
        this.feel = feel;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var together = feel.together();
        try {
            chain.doFilter(request, response);
        } finally {
            together.close();
        }
    }
}
