package org.samenspraak.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler that asks a permission, one for each method and address: what comes new is tested by itself. */
public final class Handlers {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)(?::([a-z]+)[^}]*)?}", Pattern.CASE_INSENSITIVE);

    private Handlers() {}

    public static List<Closed> closed(ApplicationContext context) {
        var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Requires.class))
                .flatMap(entry -> closed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same for what is for councils; the permission says nothing there. */
    public static List<Closed> ofCouncils(ApplicationContext context) {
        var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(ForCouncils.class))
                .flatMap(entry -> closed(entry.getKey(), Permission.OWN_ACCOUNT))
                .toList();
    }

    private static Stream<Closed> closed(RequestMappingInfo info, HandlerMethod handler) {
        var requires = Objects.requireNonNull(handler.getMethodAnnotation(Requires.class));
        return closed(info, requires.value());
    }

    private static Stream<Closed> closed(RequestMappingInfo info, Permission permission) {
        return methods(info).flatMap(method -> info.getPatternValues().stream()
                .map(address -> new Closed(method, address, permission)));
    }

    /** One that names none answers all. */
    private static Stream<HttpMethod> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(method -> HttpMethod.valueOf(method.name()));
    }

    public record Closed(HttpMethod method, String address, Permission permission) {

        public boolean isGet() {
            return method.equals(HttpMethod.GET);
        }

        /** An address of it, with this for each thing it names. */
        public String url(Object id) {
            return url(Map.of(), id);
        }

        /** An address of it, with these for what it names, and what nobody has for the rest. */
        public String url(Map<String, ?> ids) {
            return url(ids, UUID.randomUUID());
        }

        /** Of what has a choice the first, such as the format of a file. */
        private String url(Map<String, ?> ids, Object other) {
            return NAME.matcher(address)
                    .replaceAll(name -> Objects.requireNonNullElseGet(
                            name.group(2), () -> Objects.requireNonNullElse(ids.get(name.group(1)), other)
                                    .toString()));
        }
    }
}
