package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.council.CalendarReader.CalendarProblem;
import org.samenspraak.kernel.Refusal;

/** On real sockets, with TLS: only the rule about addresses lets this machine through, where a test asks it. */
class CalendarReaderTest {

    private static final char[] SECRET = "secret".toCharArray();

    private static SSLContext trusted = SSLContexts.createDefault();

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpsServer server = newServer();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        var file = folder.resolve("store.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        trusted = SSLContext.getInstance("TLS");
        trusted.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static HttpsServer newServer() {
        try {
            return HttpsServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.setHttpsConfigurator(new HttpsConfigurator(trusted));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void readsACalendar() throws Exception {
        answer(200, "BEGIN:VCALENDAR é");

        assertThat(reader(CalendarReaderTest::any).read(uri())).isEqualTo("BEGIN:VCALENDAR é");
    }

    @Test
    void neverConnectsToTheInside() {
        answer(200, "BEGIN:VCALENDAR");

        assertProblem(reader(PublicAddress::test), "host");
        assertThat(asked).hasValue(0);
    }

    @Test
    void refusesANameWithOneAddressInside() {
        answer(200, "BEGIN:VCALENDAR");
        var judged = new AtomicInteger();

        assertProblem(reader(address -> judged.getAndIncrement() > 0), "host");
        assertThat(asked).hasValue(0);
    }

    @Test
    void followsNoRedirect() {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/elders");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertProblem(reader(CalendarReaderTest::any), "moved");
        assertThat(asked).hasValue(1);
    }

    @Test
    void trustsNoCertificateOfItsOwnMaking() {
        answer(200, "BEGIN:VCALENDAR");

        var reader =
                new CalendarReader(CalendarReaderTest::any, SSLContexts.createSystemDefault(), Duration.ofSeconds(30));
        assertProblem(reader, "tls");
    }

    @Test
    void stopsReadingWhatIsTooLarge() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[100_000];
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(block);
                }
            }
        });

        assertProblem(reader(CalendarReaderTest::any), "large");
    }

    @Test
    void unpacksNothing() {
        server.createContext("/", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isNull();
            write(exchange, 404, "");
        });

        assertProblem(reader(CalendarReaderTest::any), "status");
    }

    @Test
    void stopsWaitingForWhoIsSlow() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('B');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertProblem(new CalendarReader(CalendarReaderTest::any, trusted, Duration.ofMillis(500)), "slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "raad",
                "http://a.example/x",
                "ftp://a.example/x",
                "file:///etc/passwd",
                "https://u:p@a.example/x",
                "https://a.example:8443/x",
                "https://localhost/x",
                "https:///x",
                "javascript:alert(1)",
                "https://a b.example/",
                "jar:https://a.example!/x",
                "https://[::1]/x"
            })
    void refusesOtherAddresses(String typed) {
        assertThatThrownBy(() -> CouncilCalendars.checked(typed)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesAddressesAsProgramsGiveThem() {
        assertThat(List.of(
                        CouncilCalendars.checked(" webcal://a.example/x?sleutel=1#hier "),
                        CouncilCalendars.checked("HTTPS://a.example:443/x%20y.ics")))
                .extracting(URI::toString)
                .isEqualTo(Arrays.asList("https://a.example/x?sleutel=1", "https://a.example/x%20y.ics"));
    }

    private static boolean any(InetAddress address) {
        return true;
    }

    private void assertProblem(CalendarReader reader, String code) {
        assertThatThrownBy(() -> reader.read(uri()))
                .isInstanceOfSatisfying(CalendarProblem.class, problem -> assertThat(problem.code())
                        .isEqualTo(code));
    }

    private CalendarReader reader(Predicate<InetAddress> allowed) {
        return new CalendarReader(allowed, trusted, Duration.ofSeconds(30));
    }

    private URI uri() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/raad.ics");
    }

    private void answer(int status, String text) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            write(exchange, status, text);
        });
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
