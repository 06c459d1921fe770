package org.samenspraak.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.filters.FailedRequestFilter;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;

/** A page for addresses so broken that the server refuses them before any page of ours is asked. */
@Configuration(proxyBeanMethods = false)
class ServerErrors {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(PlainPage.class.getName()));
    }

    /** The server drops what it can't read or what is too much, and would hand out the rest as if it were the whole form. */
    @Bean
    static FilterRegistrationBean<FailedRequestFilter> wholeForms() {
        var filter = new FilterRegistrationBean<>(new FailedRequestFilter());
        // after the one that says that texts are UTF-8
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** A null character in an address: the database takes none, and nobody types one. */
    @Bean
    static FilterRegistrationBean<Filter> noNullCharacters() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var query = ((HttpServletRequest) request).getQueryString();
            if (query != null && query.contains("%00")) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** Made by the server, so public; knows no language and no layout, as nothing of the request can be trusted. */
    public static class PlainPage extends ErrorReportValve {

        private final String page;

        public PlainPage() throws IOException {
            page = new ClassPathResource("broken-address.html").getContentAsString(StandardCharsets.UTF_8);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
                response.setHeader("X-Content-Type-Options", "nosniff");
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(page);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // nobody is there to read it
                container.getLogger().debug("no answer", gone);
            }
        }
    }
}
