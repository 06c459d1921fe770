package org.samenspraak.regulation;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Values for what every case may need and a regulation left out, such as one that was made before the rule was. */
@Component
class OfficeDefaults {

    private final Map<String, Parameter> parameters;

    OfficeDefaults(ShippedRegulations shipped) throws IOException {
        var file = shipped.read(new ClassPathResource("regulations/defaults/office.yaml"));
        parameters = file.parameters().stream()
                .map(ShippedRegulations.Entry::parameter)
                .collect(Collectors.toMap(Parameter::key, Function.identity()));
    }

    Map<String, Parameter> all() {
        return parameters;
    }

    Optional<Parameter> find(String key) {
        return Optional.ofNullable(parameters.get(key));
    }
}
