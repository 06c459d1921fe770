package org.samenspraak.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Follows every link from an address, as a search engine without cookies does, and fails at one that leads nowhere. */
public final class Crawl {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpResponse<byte[]>> found = new LinkedHashMap<>();
    private final String site;
    private final Predicate<String> followed;

    private Crawl(String site, Predicate<String> followed) {
        this.site = site;
        this.followed = followed;
    }

    /**
     * @param followed paths whose links are followed; others have to be there, no more
     * @return the answers by path and query
     */
    public static Map<String, HttpResponse<byte[]>> of(String site, Predicate<String> followed, String... starts)
            throws Exception {
        var crawl = new Crawl(site, followed);
        var todo = new ArrayDeque<String>();
        for (var start : starts) {
            todo.add(start);
        }
        while (!todo.isEmpty()) {
            var path = todo.remove();
            if (!crawl.found.containsKey(path)) {
                crawl.read(path).forEach(todo::add);
            }
        }
        return crawl.found;
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    public static boolean isPage(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private Iterable<String> read(String path) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(site + path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        found.put(path, answer);
        if (!isPage(answer) || !followed.test(path)) {
            return List.of();
        }
        var page = Jsoup.parse(text(answer), site + path);
        assertThat(page.select("script[src], img[src], iframe, link[rel=stylesheet]").stream()
                        .map(Crawl::address)
                        .filter(it -> !it.startsWith(site) && !it.startsWith("data:")))
                .as("outside requests of " + path)
                .isEmpty();
        return page.select("[href], [src]").stream()
                .map(Crawl::address)
                .filter(it -> it.startsWith(site))
                .map(it -> it.substring(site.length()).replaceFirst("#.*", ""))
                .filter(it -> it.startsWith("/"))
                .toList();
    }

    private static String address(Element element) {
        return element.absUrl(element.hasAttr("href") ? "href" : "src");
    }
}
