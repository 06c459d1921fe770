package org.samenspraak.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.FormFields;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Any schema with sample data, by the renderer and the judge that everybody gets; for designers. Nothing is kept. */
@Service
public class Preview {

    private final Forms forms;
    private final FormCheck check;
    private final Samples samples;

    Preview(Forms forms, FormCheck check, Samples samples) {
        this.forms = forms;
        this.check = check;
        this.samples = samples;
    }

    /** The forms that came with the product, by their title. */
    public List<Form> shipped() {
        return shipped("**");
    }

    /** Those of one trajectory. */
    public List<Form> shipped(String folder) {
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:forms/" + folder + "/*.form");
            return Arrays.stream(files)
                    .map(it -> forms.shipped(String.valueOf(it.getFilename()).replace(".form", "")))
                    .sorted(Comparator.comparing(it -> it.title(Forms.locale())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what can't be read or shown, in the words of the check. */
    public Form parse(String schema) {
        try {
            var form = FormParser.parse(schema);
            check.unusable(form).findFirst().ifPresent(it -> {
                throw Refusal.of("preview:schema", "designer.refusal.field", it.field(), it.why());
            });
            return form;
        } catch (Unreadable unreadable) {
            throw Refusal.of("preview:schema", "designer.refusal.schema", unreadable.why());
        }
    }

    /** The same; nothing for what can't be read or shown, as drafts may be. */
    public Optional<Form> readable(String schema) {
        try {
            return Optional.of(parse(schema));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** What stands in the way of using this schema. */
    public List<FormFields.Problem> problems(String schema) {
        return check.problems(schema);
    }

    /** An answer for every field that asks, as somebody might have given it. */
    public Map<String, Object> sample(Form form) {
        return samples.of(form);
    }

    /** The same for what only a case knows: fields that are filled in beforehand. */
    public Map<String, Object> prefilled(Form form) {
        var sample = samples.of(form);
        var filled = new LinkedHashMap<String, Object>();
        form.all().filter(field -> field.property("prefill") != null).forEach(field -> {
            var example = Tree.get(sample, field.key());
            if (example != null) {
                Tree.put(filled, field.key(), example);
            }
        });
        return filled;
    }

    /** The same in words, by path. */
    public Map<String, String> words(Form form) {
        return forms.sent(form, new Answers(samples.spoken(form)), false).values();
    }

    /** The sample that a designer typed. Refuses what is no JSON object. */
    public static Map<String, Object> data(String json) {
        if (json.isBlank()) {
            return Map.of();
        }
        try {
            return Optional.ofNullable(Json.read(json)).orElseThrow(Preview::unreadable);
        } catch (IllegalStateException notJson) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.of("preview:data", "designer.refusal.data");
    }

    /** With files as if they had been taken. */
    public static Map<String, Object> withFiles(
            Form form, Map<String, Object> data, Map<String, List<MultipartFile>> files) {
        var all = Tree.copy(data);
        form.fileFields().keySet().forEach(path -> {
            var rows = files.getOrDefault(path, List.of()).stream()
                    .filter(it -> !it.isEmpty())
                    .map(it -> Map.<String, Object>of("name", ChosenFiles.name(it), "bytes", it.getSize()))
                    .toList();
            if (!rows.isEmpty()) {
                Tree.put(all, path, rows);
            }
        });
        return all;
    }

    /** Data as a designer reads it. */
    public static String text(Map<String, Object> data) {
        return Json.pretty(data);
    }

    /** The form with this message at every field that can be wrong, to see how a mistake looks. */
    public FormView faults(Form form, Map<String, Object> data, String message) {
        var errors = FieldView.asking(forms.view(form, data).lines())
                .map(it -> new FieldError(it.path(), it.label(), message))
                .toList();
        return forms.view(form, data, errors);
    }
}
