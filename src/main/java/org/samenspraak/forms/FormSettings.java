package org.samenspraak.forms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of files in forms; a field's {@code multiple} and {@code accept} narrow them.
 *
 * @param mostFiles in one field
 * @param largestFile one file
 * @param filesOfOneForm all files of a form that isn't sent yet
 * @param filesOfAllForms all files of all forms that aren't sent yet
 * @param filesOfVisitors how long files wait that somebody without a link or a sign-in chose
 * @param sketchesOfVisitors how long a draft of theirs waits that holds hardly anything
 */
@ConfigurationProperties("samenspraak.forms")
record FormSettings(
        @DefaultValue("10") int mostFiles,
        @DefaultValue("10MB") DataSize largestFile,
        @DefaultValue("50MB") DataSize filesOfOneForm,
        @DefaultValue("10GB") DataSize filesOfAllForms,
        @DefaultValue("1d") Duration filesOfVisitors,
        @DefaultValue("7d") Duration sketchesOfVisitors) {}
