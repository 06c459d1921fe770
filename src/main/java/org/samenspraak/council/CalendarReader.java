package org.samenspraak.council;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads the file behind an address that a council gave: over TLS, of the open internet only, so much and so long only. The
 * addresses that are judged are those that are connected to; a redirect is not followed.
 */
class CalendarReader {

    static final int MOST_BYTES = 1_000_000;

    private static final Timeout ONE_STEP = Timeout.ofSeconds(10);

    private final Predicate<InetAddress> allowed;
    private final SSLContext trust;
    private final Duration whole;

    CalendarReader() {
        this(PublicAddress::test, SSLContexts.createDefault(), Duration.ofSeconds(30));
    }

    /**
     * @param allowed which addresses may be connected to
     * @param whole the longest time for all of it
     */
    CalendarReader(Predicate<InetAddress> allowed, SSLContext trust, Duration whole) {
        this.allowed = allowed;
        this.trust = trust;
        this.whole = whole;
    }

    /** @throws CalendarProblem in words, without the address */
    String read(URI address) throws CalendarProblem {
        var request = new HttpGet(address);
        request.setHeader("Accept", "text/calendar");
        var late = CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS));
        try (var client = client()) {
            return client.execute(request, response -> text(request, response));
        } catch (NotPublic refused) {
            throw new CalendarProblem("host");
        } catch (Wrong wrong) {
            throw new CalendarProblem(wrong.code);
        } catch (SSLException notTrusted) {
            throw new CalendarProblem("tls");
        } catch (IOException failed) {
            throw new CalendarProblem(request.isCancelled() ? "slow" : "unreachable");
        } finally {
            late.cancel(false);
        }
    }

    private CloseableHttpClient client() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Judged())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(ONE_STEP)
                        .setSocketTimeout(ONE_STEP)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ONE_STEP).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression() // a small file could hold a huge one
                .build();
    }

    private static String text(HttpGet request, ClassicHttpResponse response) throws IOException {
        var status = response.getCode();
        if (status != 200) {
            throw new Wrong(status >= 300 && status < 400 ? "moved" : "status");
        }
        var entity = response.getEntity();
        try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                request.cancel(); // or closing would read on to its end
                throw new Wrong("large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** What went wrong, as {@code council.calendar.problem.<code>} says it. */
    static class CalendarProblem extends Exception {

        private static final long serialVersionUID = 1;

        private final String code;

        CalendarProblem(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static class Wrong extends IOException {

        private static final long serialVersionUID = 1;

        private final String code;

        Wrong(String code) {
            super(code);
            this.code = code;
        }
    }

    private static class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1;
    }

    /** Gives a host only when none of its addresses lies inside: a name may have several. */
    private class Judged implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (!Stream.of(found).allMatch(allowed)) {
                throw new NotPublic();
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
