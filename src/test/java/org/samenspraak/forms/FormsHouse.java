package org.samenspraak.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Feel;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The forms module with its real messages and templates, without a database; today is 14 September 2026 in Brussels. */
class FormsHouse {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-14T10:00:00Z"), ZoneId.of("UTC"));
    static final FormSettings SETTINGS = new FormSettings(
            10,
            DataSize.ofMegabytes(10),
            DataSize.ofMegabytes(50),
            DataSize.ofGigabytes(10),
            Duration.ofDays(1),
            Duration.ofDays(7));
    static final Feel FEEL = new Feel(CLOCK);

    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();
    static final ReloadableResourceBundleMessageSource MESSAGES = new ReloadableResourceBundleMessageSource();

    static {
        MESSAGES.setBasenames("classpath:messages/forms", "classpath:messages/process");
        MESSAGES.setDefaultEncoding("UTF-8");
        MESSAGES.setFallbackToSystemLocale(false);
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        ENGINE.setTemplateResolver(resolver);
        ENGINE.setTemplateEngineMessageSource(MESSAGES);
    }

    final Forms forms;

    FormsHouse(Prefill... prefills) {
        var areas = new OfferedValues() {
            @Override
            public String key() {
                return "areas";
            }

            @Override
            public List<Value> values(Locale locale) {
                return List.of(new Value("a1", "Runkst"), new Value("a2", "Kermt"));
            }
        };
        var city = new Municipality(
                "Hasselt", Jurisdiction.BE_VLG, ZoneId.of("Europe/Brussels"), "http://localhost", "a@b.be", "011", "x");
        forms = new Forms(FEEL, MESSAGES, SETTINGS, CLOCK, city, List.of(areas), Arrays.asList(prefills));
        in("nl");
    }

    final void in(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    }

    /** A form of these components, in JSON with single quotes. */
    Form form(String... components) {
        var json =
                "{'type':'default','id':'test','schemaVersion':18,'components':[" + String.join(",", components) + "]}";
        return forms.parse(json.replace('\'', '"'));
    }

    /** One component: {@code field("number", "'key':'n','label':'N'")}. */
    static String field(String type, String rest) {
        return "{'type':'" + type + "','id':'" + type + "_" + Integer.toHexString(rest.hashCode()) + "'," + rest + "}";
    }

    /** {@code name=value} pairs as a browser sends them. */
    static LinkedMultiValueMap<String, String> sent(String... pairs) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            sent.add(pair.substring(0, at), pair.substring(at + 1));
        }
        return sent;
    }

    Forms.Judgement judge(Form form, String... pairs) {
        return judge(form, Map.of(), pairs);
    }

    Forms.Judgement judge(Form form, Map<String, Object> stored, String... pairs) {
        return forms.judge(form, stored, sent(pairs));
    }

    static Map<String, String> errors(Forms.Judgement judgement) {
        return judgement.errors().stream()
                .collect(Collectors.toMap(
                        Forms.FieldError::path, Forms.FieldError::message, (one, two) -> one, LinkedHashMap::new));
    }

    Document page(FormView view) {
        return render("fields", view);
    }

    Document render(String fragment, FormView view) {
        var context = new Context(LocaleContextHolder.getLocale(), Map.of("form", view));
        var template = "<form xmlns:th='x'></form>";
        return Jsoup.parse(template + ENGINE.process("forms/form", java.util.Set.of(fragment), context));
    }

    /** The same as a browser gets it. */
    String html(FormView view) {
        var context = new Context(LocaleContextHolder.getLocale(), Map.of("form", view));
        return ENGINE.process("forms/form", java.util.Set.of("fields"), context);
    }
}
