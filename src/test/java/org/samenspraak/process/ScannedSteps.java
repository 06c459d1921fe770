package org.samenspraak.process;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The steps on the class path, found without starting anything. */
final class ScannedSteps implements KnownSteps {

    private final Map<String, List<Method>> steps = new TreeMap<>();

    /** @param profiles as Spring's: steps of other profiles are not known */
    ScannedSteps(String... profiles) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        var scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessSteps.class));
        scanner.findCandidateComponents("org.samenspraak").forEach(found -> {
            var type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            var name = type.getAnnotation(ProcessSteps.class).value();
            steps.put(
                    name,
                    Arrays.stream(type.getMethods())
                            .filter(m -> m.isAnnotationPresent(Step.class))
                            .toList());
        });
    }

    @Override
    public boolean isKnown(String bean) {
        return steps.containsKey(bean);
    }

    @Override
    public boolean hasStep(String bean, String step, int arguments) {
        return steps.getOrDefault(bean, List.of()).stream()
                .anyMatch(m -> m.getName().equals(step) && m.getParameterCount() == arguments + 1);
    }
}
