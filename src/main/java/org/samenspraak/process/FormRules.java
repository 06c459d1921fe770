package org.samenspraak.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** What of a form concerns the models, its id and which of its fields become facts; then what {@link FormFields} say of it. */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Findings findings;
    private final KnownSteps steps;

    FormRules(Findings findings, KnownSteps steps) {
        this.findings = findings;
        this.steps = steps;
    }

    void checkSafety(String file, String id, byte[] content) {
        if (content.length > Xml.LARGEST) {
            findings.error(file, "too-large", Xml.LARGEST / 1024);
            return;
        }
        try {
            var form = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            if (!form.isObject() || !form.path("id").asText().equals(id)) {
                findings.error(file, "file-name", id);
            }
            checkFacts(form);
        } catch (JsonProcessingException e) {
            findings.error(file, "not-json");
        }
    }

    void checkShape(String file, byte[] content, FormFields fields) {
        fields.problems(new String(content, StandardCharsets.UTF_8))
                .forEach(it -> findings.error(it.field().isEmpty() ? file : it.field(), "form-field", it.why()));
    }

    private void checkFacts(JsonNode parent) {
        for (var field : parent.path("components")) {
            var key = field.path("key").asText();
            var fact = "yes".equals(field.path("properties").path("fact").asText());
            if (fact && (Facts.isReserved(key) || steps.isKnown(key))) {
                findings.error(key, "variable-name", key);
            }
            checkFacts(field);
        }
    }
}
