package org.samenspraak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@AnalyzeClasses(packages = "org.samenspraak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @Test
    void modulesUseOnlyWhatTheyMayUse() {
        ApplicationModules.of(Samenspraak.class).verify();
    }

    @ArchTest
    static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("Camunda 7 has ended: the way to another engine stays as short as one package (docs/adr)");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .areNotAssignableTo(Samenspraak.class)
            .should()
            .callMethodWhere(readsTheMachinesTime())
            .because("tests and the demo year set the time: inject java.time.Clock");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_REPOSITORIES = classes()
            .that(describe("have a JdbcClient", ArchitectureTest::hasJdbcClient))
            .should()
            .haveSimpleNameEndingWith("s")
            .orShould()
            .haveNameMatching(".*(Log|List|History|Timeline|Audit|Inbox|Demo|Year)")
            .because("a repository is a plural noun (or a word for many things), and nothing else knows SQL");

    @ArchTest
    static final ArchRule PAGES_ARE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .andShould()
            .haveNameMatching(".*(Pages|Assets)")
            .because("a page belongs to its module: nobody calls it from Java");

    @ArchTest
    static final ArchRule ABSENT_PARAMETERS_ARE_DECLARED = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should(declareWhatCanBeAbsent())
            .because("Spring MVC does not read JSpecify's @Nullable: without required = false the page answers 400");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION =
            NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("constructors show what a class needs");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what an administrator should read goes to the log");

    @ArchTest
    static final ArchRule ONE_WAY_TO_THE_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..", "lombok..")
            .because("JdbcClient with SQL in a repository is the one way (docs/adr)");

    @ArchTest
    static final ArchRule NO_DRAWERS = noClasses()
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..")
            .because("a type belongs to the module that owns its meaning");

    @ArchTest
    static void oneSettingsRecordPerModule(JavaClasses classes) {
        var settings = classes.stream()
                .filter(it -> it.isAnnotatedWith(ConfigurationProperties.class))
                .collect(groupingBy(JavaClass::getPackageName));
        assertThat(settings.values())
                .as("one @ConfigurationProperties record per module, so that all its settings stand together")
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).hasSize(1));
    }

    private static boolean hasJdbcClient(JavaClass type) {
        return type.getFields().stream().anyMatch(it -> it.getRawType().isEquivalentTo(JdbcClient.class));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        return describe("reads the time of the machine", call -> readsTime(call.getTarget()));
    }

    private static boolean readsTime(CodeUnitCallTarget target) {
        var owner = target.getOwner().getName();
        var takesClock = target.getRawParameterTypes().stream()
                .anyMatch(it -> it.getName().equals("java.time.Clock"));
        return (owner.startsWith("java.time.") && target.getName().equals("now") && !takesClock)
                || (owner.equals("java.time.Clock") && target.getName().startsWith("system"))
                || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaMethod> declareWhatCanBeAbsent() {
        return new ArchCondition<>("say required = false for a parameter that can be absent") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Arrays.stream(method.reflect().getParameters())
                        .filter(it -> it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .filter(it -> isRequired(it.getAnnotation(RequestParam.class))
                                || isRequired(it.getAnnotation(RequestHeader.class)))
                        .forEach(it -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + ": " + it.getName())));
            }
        };
    }

    private static boolean isRequired(@Nullable RequestParam param) {
        return param != null && param.required();
    }

    private static boolean isRequired(@Nullable RequestHeader header) {
        return header != null && header.required();
    }
}
