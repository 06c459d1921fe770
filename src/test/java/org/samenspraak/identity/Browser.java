package org.samenspraak.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks HTTP as a browser does, cookies and all, and follows no redirect by itself. */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String office;
    private final Map<String, String> headers = new HashMap<>();

    public Browser(int port) {
        this.office = "http://localhost:" + port;
    }

    /** Sends a header with everything from now on. */
    Browser saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(office + path)).GET());
    }

    /** Sends a form from a page of the office. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, office);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String origin) {
        return post(path, fields, "Origin", origin);
    }

    /** As a browser does that names only the page that the form was on. */
    HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
        return post(path, fields, "Referer", page.startsWith("/") ? office + page : page);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String header, String value) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(office + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The same as a browser sends a form with a file. */
    HttpResponse<String> upload(String path, Map<String, String> fields, String file) {
        var body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(file))
                .append("Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n--x--\r\n");
        return send(HttpRequest.newBuilder(URI.create(office + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Origin", office)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A form with files, as a browser writes it down. */
    public HttpResponse<String> multipart(String path, String boundary, String body) {
        return send(HttpRequest.newBuilder(URI.create(office + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", office)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the page, fills in the form and sends it. */
    public HttpResponse<String> signIn(String username, String password) {
        return post(
                "/aanmelden", Map.of("_csrf", token(get("/aanmelden")), "username", username, "password", password));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    public static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no form on the page: " + page.statusCode() + " " + page.body());
        }
        return found.group(1);
    }

    public static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("Accept", "text/html");
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
