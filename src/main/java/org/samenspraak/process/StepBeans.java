package org.samenspraak.process;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The steps that models may call: {@link Step} methods of {@link ProcessSteps} beans. Nothing else has a name in a model. */
@Component
class StepBeans implements KnownSteps {

    private static final ConversionService CONVERSION = new DefaultConversionService();

    private final ListableBeanFactory beans;
    // found at first use: step beans need the engine, and the engine needs this
    private final SingletonSupplier<Map<String, Found>> found = SingletonSupplier.of(this::find);

    StepBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** What a step bean's name stands for in an expression. It has no members, so nothing can be reached through it. */
    record Name(String value) {}

    private record Found(String beanName, List<Method> steps) {}

    @Override
    public boolean isKnown(String name) {
        return found().containsKey(name);
    }

    @Override
    public boolean hasStep(String name, String step, int arguments) {
        var bean = found().get(name);
        return bean != null && bean.steps().stream().anyMatch(m -> fits(m, step, arguments));
    }

    @Override
    public boolean accept(String bean, String step, List<String> texts) {
        return beans.getBeanProvider(StepArguments.class).stream()
                .allMatch(judge -> judge.accept(bean + "." + step, texts));
    }

    /** All steps, by the name that models use ({@code recognition.register}). */
    Map<String, Method> all() {
        var all = new TreeMap<String, Method>();
        found().forEach((name, bean) -> bean.steps().forEach(step -> all.put(name + "." + step.getName(), step)));
        return all;
    }

    @Nullable
    Object call(String name, String step, StepContext context, Object[] args) {
        var bean = found().get(name);
        if (bean == null) {
            throw new IllegalArgumentException("No step " + name + "." + step);
        }
        var method = bean.steps().stream()
                .filter(m -> fits(m, step, args.length))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No step " + name + "." + step + " with " + args.length + " arguments"));
        return declared(method, invoke(beans.getBean(bean.beanName()), method, withContext(method, context, args)));
    }

    private static @Nullable Object[] withContext(Method method, StepContext context, Object[] args) {
        var types = method.getParameterTypes();
        var all = new @Nullable Object[types.length];
        all[0] = context;
        for (int i = 1; i < types.length; i++) {
            all[i] = CONVERSION.convert(args[i - 1], types[i]);
        }
        return all;
    }

    /** Several facts are those that the step says it brings, or the model check would judge conditions by something else. */
    private static @Nullable Object declared(Method method, @Nullable Object result) {
        if (result instanceof Map<?, ?> facts
                && !List.of(method.getAnnotation(Step.class).says()).containsAll(facts.keySet())) {
            throw new IllegalStateException("Step " + method + " brings other facts than it says: " + facts.keySet());
        }
        return result;
    }

    private static @Nullable Object invoke(Object bean, Method method, @Nullable Object[] args) {
        try {
            return method.invoke(bean, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Step failed: " + method, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Step is not public: " + method, e);
        }
    }

    private static boolean fits(Method method, String step, int arguments) {
        return method.getName().equals(step) && method.getParameterCount() == arguments + 1;
    }

    private Map<String, Found> found() {
        return found.obtain();
    }

    private Map<String, Found> find() {
        var all = new TreeMap<String, Found>();
        for (var beanName : beans.getBeanNamesForAnnotation(ProcessSteps.class)) {
            var type = ClassUtils.getUserClass(requireNonNull(beans.getType(beanName)));
            var steps = requireNonNull(AnnotatedElementUtils.findMergedAnnotation(type, ProcessSteps.class));
            if (all.put(steps.value(), new Found(beanName, stepsOf(type))) != null) {
                throw new IllegalStateException("Two beans with steps are called " + steps.value());
            }
        }
        return all;
    }

    private static List<Method> stepsOf(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalStateException("Steps need a public class: " + type.getName());
        }
        var steps = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Step.class))
                .toList();
        for (var step : steps) {
            if (step.getParameterCount() == 0 || step.getParameterTypes()[0] != StepContext.class) {
                throw new IllegalStateException("A step takes its StepContext first: " + step);
            }
        }
        return steps;
    }
}
