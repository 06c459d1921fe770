package org.samenspraak.designer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.process.ModelParts;
import org.samenspraak.process.ModelParts.ModelStep;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The steps as element templates: the editor offers them, and so does Camunda Modeler when they are saved in its folder. */
@Component
class ElementTemplates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final ModelParts parts;
    private final MessageSource messages;

    ElementTemplates(ModelParts parts, MessageSource messages) {
        this.parts = parts;
        this.messages = messages;
    }

    List<Map<String, Object>> all() {
        return parts.steps().stream().map(this::template).toList();
    }

    private Map<String, Object> template(ModelStep step) {
        var template = new LinkedHashMap<String, Object>();
        template.put("$schema", SCHEMA);
        template.put("id", "samenspraak." + step.id());
        template.put("version", 1);
        template.put("name", step.name());
        template.put("description", step.about());
        of(step).ifPresent(kind -> template.put("category", kind));
        template.put("appliesTo", List.of("bpmn:ServiceTask"));
        template.put("properties", List.of(call(step)));
        return template;
    }

    /** The trajectory that a step is made for; none for those that every trajectory uses. */
    private Optional<Map<String, String>> of(ModelStep step) {
        var kind = step.id().substring(0, step.id().indexOf('.'));
        var name = messages.getMessage("designer.steps." + kind, null, "", LocaleContextHolder.getLocale());
        return name == null || name.isEmpty() ? Optional.empty() : Optional.of(Map.of("id", kind, "name", name));
    }

    /** One that takes nothing is whole; of another the designer fills in what it takes. */
    private static Map<String, Object> call(ModelStep step) {
        var property = new LinkedHashMap<String, Object>();
        property.put("type", step.arguments().isEmpty() ? "Hidden" : "String");
        property.put("label", "Wat er gebeurt, met: " + String.join(", ", step.arguments()));
        property.put("value", step.call());
        property.put("binding", Map.of("type", "property", "name", "camunda:expression"));
        if (!step.arguments().isEmpty()) {
            property.put("constraints", Map.of("notEmpty", true));
        }
        return property;
    }
}
