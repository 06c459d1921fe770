package org.samenspraak.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a form that can't be taken now, for the browser session that sent it. */
@Component
class Parking {

    /** Signs of all fields together. */
    static final int LARGEST = 500_000;

    /** The hidden field of a page in which somebody types for long. */
    private static final String MARK = "_mark";

    private static final String KEPT = "samenspraak.parked";

    private final ParkedPosts posts;
    private final BrowserMark mark;

    Parking(ParkedPosts posts, BrowserMark mark) {
        this.posts = posts;
        this.mark = mark;
    }

    /** Whether the request is a form of our own pages: what another site sends in somebody's name is never kept. */
    static boolean isOurForm(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        return "POST".equals(request.getMethod())
                && (type.startsWith("application/x-www-form-urlencoded") || isMultipart(request))
                && SameOrigin.holds(request);
    }

    /** Keeps it and remembers it in the session; false when it is too large. */
    boolean park(HttpServletRequest request) {
        var fields = fields(request);
        if (size(fields) > LARGEST) {
            return false;
        }
        var post = new ParkedPost(UUID.randomUUID(), request.getRequestURI(), fields, lost(request), owner(request));
        posts.add(post);
        request.getSession().setAttribute(KEPT, post.id());
        return true;
    }

    Optional<ParkedPost> find(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof UUID id ? posts.find(id) : Optional.empty();
    }

    /** After signing in: what somebody else typed on this browser is thrown away. */
    boolean handOver(HttpServletRequest request, String owner) {
        var post = find(request);
        var mine = post.filter(found -> found.owner().equals(owner) || PublicPaths.contains(found.path()));
        if (post.isPresent() && mine.isEmpty()) {
            posts.remove(post.get().id());
            request.getSession().removeAttribute(KEPT);
        }
        return mine.isPresent();
    }

    /** Who typed it, as the page says, or else who signed in last on this browser. */
    private String owner(HttpServletRequest request) {
        var said = request.getParameter(MARK);
        return said == null ? mark.read(request) : said;
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals(MARK) && !isSecret(name)) {
                fields.put(name, Arrays.stream(values).map(Parking::storable).toList());
            }
        });
        return fields;
    }

    private static List<String> lost(HttpServletRequest request) {
        var lost = new ArrayList<String>();
        if (isMultipart(request)) {
            try {
                request.getParts().stream()
                        .map(Part::getSubmittedFileName)
                        .filter(name -> name != null && !name.isEmpty())
                        .map(Parking::storable)
                        .forEach(lost::add);
            } catch (IOException | ServletException e) {
                throw new IllegalStateException("unreadable upload", e);
            }
        }
        return lost;
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static String storable(String text) {
        // PostgreSQL has no NUL in text
        return text.replace("\0", "");
    }

    private static int size(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }
}
