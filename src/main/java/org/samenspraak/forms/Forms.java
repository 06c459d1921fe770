package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Shows and judges forms. */
public class Forms {

    /** The shipped form of this id. */
    public Form shipped(String formId) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when the schema holds what the server can't show, with the field named */
    public Form parse(String json) {
        throw new UnsupportedOperationException();
    }

    /** Makes the page model of a form for the fragment {@code forms/form :: fields(form)}: data first, then defaults. */
    public FormView view(Form form, Map<String, Object> data) {
        throw new UnsupportedOperationException();
    }

    /** The same after a refused submit: what was typed is kept, every message at its field. */
    public FormView view(Form form, Judgement judgement) {
        throw new UnsupportedOperationException();
    }

    /** Judges what a browser sent. Hidden, read-only and disabled fields can't be changed by it. */
    public Judgement judge(
            Form form,
            Map<String, Object> stored,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param answers what is kept when there are no errors
     * @param facts the answers of fields marked {@code fact: yes}
     * @param typed what was sent, for showing it again
     * @param files uploads per field key, checked
     */
    public record Judgement(
            Answers answers,
            Map<String, Object> facts,
            Map<String, Object> typed,
            Map<String, List<MultipartFile>> files,
            List<FieldError> errors) {

        public boolean accepted() {
            return errors.isEmpty();
        }
    }

    /** @param path of the field, as in its HTML name */
    public record FieldError(String path, String label, String message) {}
}
