package org.samenspraak.regulation;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the office calls the values that it added. They are read once a request, so that every node knows a new one at once. */
@Component
class OwnNames implements ParameterTexts.Names {

    private static final String READ = OwnNames.class.getName();

    private final RegulationVersions versions;

    OwnNames(RegulationVersions versions) {
        this.versions = versions;
    }

    @Override
    public Optional<ParameterName> find(String key) {
        return Optional.ofNullable(all().get(key));
    }

    @SuppressWarnings("unchecked")
    private Map<String, ParameterName> all() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return versions.names();
        }
        var read = (Map<String, ParameterName>) request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST);
        if (read == null) {
            read = versions.names();
            request.setAttribute(READ, read, RequestAttributes.SCOPE_REQUEST);
        }
        return read;
    }
}
