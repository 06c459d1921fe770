package org.samenspraak.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Text that rows of a list are taken over from. What stands in a chosen file comes in the field for the text first, so that it
 * stays whatever button is pressed; only the button beside it makes rows.
 */
@Component
public class Pasting {

    private final FileText files;
    private final FormSettings settings;
    private final MessageSource messages;

    Pasting(FileText files, FormSettings settings, MessageSource messages) {
        this.files = files;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * @param sent with the text of the files in it; without the button when it can't do its work
     * @param errors what stands in its way
     */
    public record Pasted(MultiValueMap<String, String> sent, List<Forms.FieldError> errors) {}

    /** Of all lists of a form that take rows over. */
    public Pasted take(Form form, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> chosen) {
        var all = new LinkedMultiValueMap<>(sent);
        var errors = new LinkedHashMap<String, Forms.FieldError>();
        form.pasted().forEach((list, field) -> {
            try {
                read(list, all, chosen);
                if (list.equals(all.getFirst(Typed.PASTE))) {
                    refuseUnlessRows(form, list, all);
                }
            } catch (Refusal refusal) {
                var path = Typed.PASTED + list;
                errors.put(path, new Forms.FieldError(path, say("forms.paste.title"), say(refusal)));
            }
        });
        if (!errors.isEmpty() && all.remove(Typed.PASTE) != null) {
            all.set(Typed.UPDATE, "");
        }
        return new Pasted(all, List.copyOf(errors.values()));
    }

    private void read(String list, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> chosen) {
        var text = new StringBuilder(Reworked.first(sent, Typed.PASTED + list).strip());
        for (var file : chosen.getOrDefault(Typed.PASTED_FILE + list, List.of())) {
            if (!file.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(text(file));
            }
        }
        if (text.length() > Typed.LONGEST_PASTED) {
            throw new Refusal("forms.paste.too-long", Typed.LONGEST_PASTED);
        }
        if (sent.containsKey(Typed.PASTED + list)) {
            sent.set(Typed.PASTED + list, text.toString());
        }
    }

    private String text(MultipartFile file) {
        if (file.getSize() > settings.largestFile().toBytes()) {
            throw new Refusal(
                    "casefile.refusal.file-too-large", settings.largestFile().toMegabytes());
        }
        try {
            return files.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnlessRows(Form form, String list, Map<String, List<String>> sent) {
        var typed = Typed.of(form, sent);
        var rows = typed.rows(list);
        var points = PastedRows.of(typed.first(Typed.PASTED + list)).size();
        if (points == 0) {
            throw new Refusal("forms.paste.nothing");
        }
        var room = Typed.MOST_ROWS - (rows == null ? 0 : typed.filled(list, rows));
        if (points > room) {
            throw new Refusal("forms.paste.too-many", points, room);
        }
    }

    private String say(Refusal refusal) {
        return say(refusal.messageKey(), refusal.args().toArray());
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Forms.locale());
    }
}
