package org.samenspraak.forms;

import java.util.List;

/** A form as a page shows it. Filled in by the forms module. */
public record FormView(String id, List<Forms.FieldError> errors) {}
