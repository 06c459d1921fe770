package org.samenspraak.publication;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.samenspraak.publication.KeptAnswers.Kept;
import org.samenspraak.web.PublicSide;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before all that answers on the public side: takes away cookies, gives what was made seconds ago again, lets a reader keep what
 * has not changed (304), and bounds what the public side takes of the machine, so that no crawler slows the office down.
 */
class PublicGate extends OncePerRequestFilter {

    /** Seconds. */
    private static final String A_MINUTE = "60";

    private static final String SOON = "5";

    private static final String A_DAY = "86400";

    /** Made for programs. */
    private static final Pattern FILE = Pattern.compile(".+\\.(csv|json|pb|xml|atom|rss|ics)");

    private final PublicationSettings settings;
    private final KeptAnswers kept;
    private final Turns turns;
    private final Semaphore places;
    private final byte[] busy;

    /**
     * @param ticker nanoseconds since some moment
     * @param busy the page for who is asked to come back
     */
    PublicGate(PublicationSettings settings, KeptAnswers kept, LongSupplier ticker, byte[] busy) {
        this.busy = busy.clone();
        this.settings = settings;
        this.kept = kept;
        this.turns = new Turns(settings.eachPerMinute(), ticker);
        this.places = new Semaphore(settings.atOnce(), true);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var right = isRead(request) ? PublicSide.corrected(request.getRequestURI()) : Optional.<String>empty();
        if (right.isPresent()) {
            var asked = request.getQueryString();
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader(HttpHeaders.LOCATION, right.get() + (asked == null ? "" : "?" + asked));
        } else if (!PublicSide.holds(request)) {
            chain.doFilter(request, response);
        } else if (isFile(request) && isAskedBefore(request)) {
            others(response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            // what went wrong may be right in a moment
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(new WithoutCookies(request), new NoCookiesSet(response));
        } else if (PublicSide.isBallot(request)) {
            chain.doFilter(new WithoutCookies(request), new NoCookiesSet(response));
        } else {
            var known = isRead(request) ? kept.of(address(request)) : Optional.<Kept>empty();
            if (known.isPresent()) {
                again(request, response, known.get());
            } else {
                bounded(request, response, chain);
            }
        }
    }

    /** A page of another site asks whether it may read a file and keep what has not changed: it may. */
    private static void others(HttpServletResponse response) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.IF_NONE_MATCH);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
    }

    private void bounded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!turns.take(request.getRemoteAddr())) {
            oldOrLater(request, response, HttpStatus.TOO_MANY_REQUESTS, A_MINUTE);
        } else if (!enter()) {
            oldOrLater(request, response, HttpStatus.SERVICE_UNAVAILABLE, SOON);
        } else {
            var since = kept.changes();
            try (var spool = new Spool()) {
                try {
                    make(request, response, spool, chain);
                } finally {
                    places.release();
                }
                send(request, response, spool, since);
            }
        }
    }

    private static void make(HttpServletRequest request, HttpServletResponse response, Spool spool, FilterChain chain)
            throws ServletException, IOException {
        if (isFile(request) && isRead(request)) {
            // whoever asks reads the same: nobody is known here
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        var answer = new SpooledAnswer(response, spool);
        chain.doFilter(new WithoutCookies(request), answer);
        answer.flushBuffer();
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Spool spool, long since)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (isRead(request) && response.getStatus() == HttpStatus.OK.value()) {
            // weak: the server packs the same answer in different ways
            response.setHeader(HttpHeaders.ETAG, "W/\"" + spool.mark() + "\"");
            var small = spool.small();
            if (small != null && isForAll(response) && !request.getMethod().equals("HEAD")) {
                kept.keep(address(request), headers(response), response.getContentType(), small, since);
            }
            if (isUnchanged(request, response)) {
                response.setStatus(HttpStatus.NOT_MODIFIED.value());
                return;
            }
        }
        if (spool.size() > 0) {
            response.setContentLengthLong(spool.size());
            spool.writeTo(response.getOutputStream());
        }
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Kept kept) throws IOException {
        kept.head(response);
        if (isUnchanged(request, response)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else if (!request.getMethod().equals("HEAD")) {
            kept.body(response);
        }
    }

    private boolean enter() {
        if (places.tryAcquire()) {
            return true;
        }
        try {
            return places.getQueueLength() < settings.waiting()
                    && places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A copy costs nothing: many may share the address of who asked too often. */
    private void oldOrLater(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String seconds)
            throws IOException {
        var old = isRead(request) ? kept.old(address(request)) : Optional.<Kept>empty();
        if (old.isPresent()) {
            again(request, response, old.get());
        } else {
            later(response, status, seconds);
        }
    }

    /** Without our layout: who is asked to come back must cost next to nothing. */
    private void later(HttpServletResponse response, HttpStatus status, String seconds) throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(busy);
    }

    private static boolean isUnchanged(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var ours = Objects.requireNonNull(response.getHeader(HttpHeaders.ETAG)).replace("W/", "");
        return asked != null
                && Stream.of(asked.split(","))
                        .map(one -> one.strip().replace("W/", ""))
                        .anyMatch(one -> one.equals(ours) || one.equals("*"));
    }

    private static Map<String, List<String>> headers(HttpServletResponse response) {
        var all = new LinkedHashMap<String, List<String>>();
        response.getHeaderNames().forEach(name -> all.put(name, new ArrayList<>(response.getHeaders(name))));
        return all;
    }

    /** Not what is behind somebody's own link. */
    private static boolean isForAll(HttpServletResponse response) {
        var said = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return said != null && said.contains("public");
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isFile(HttpServletRequest request) {
        return FILE.matcher(request.getRequestURI()).matches();
    }

    private static boolean isAskedBefore(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + "?" + request.getQueryString();
    }
}
