package org.samenspraak.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.FileTypes;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that were chosen in a form that isn't sent yet. They hang on the place of its draft, come back with every page of the
 * form, and go into the case in the transaction that sends it.
 */
@Service
public class ChosenFiles {

    private static final int NAMED = 3;
    private static final int LONGEST_NAME = 200;

    private final ChosenFileRecords records;
    private final Documents documents;
    private final Forms forms;
    private final DraftTerms terms;
    private final FormSettings settings;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ChosenFiles(
            ChosenFileRecords records,
            Documents documents,
            Forms forms,
            DraftTerms terms,
            FormSettings settings,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.records = records;
        this.documents = documents;
        this.forms = forms;
        this.terms = terms;
        this.settings = settings;
        this.messages = messages;
        this.transaction = transaction;
    }

    /** What the form starts from, with the chosen files in it. */
    public Map<String, Object> in(DraftPlace place, Form form, Map<String, Object> known) {
        var chosen = records.of(place);
        if (chosen.isEmpty()) {
            return known;
        }
        var scans = documents
                .received(chosen.stream().map(ChosenFileRecords.Row::id).toList())
                .stream()
                .collect(Collectors.toMap(Documents.Row::id, Documents.Row::scan));
        var all = Tree.copy(known);
        form.fileFields().forEach((path, field) -> {
            var mine = chosen.stream()
                    .filter(it -> it.path().equals(path))
                    .map(it -> FileRows.chosen(it.id(), it.name(), it.bytes(), scans.get(it.id())))
                    .toList();
            if (!mine.isEmpty()) {
                var rows = new ArrayList<Object>(
                        most(forms.fileField(field, known)) == 1 ? List.of() : FileRows.of(Tree.get(known, path)));
                rows.addAll(mine);
                Tree.put(all, path, rows);
            }
        });
        return all;
    }

    /**
     * Takes what a request brings, and lets go of what its button removes.
     *
     * @param by as the audit trail names it
     * @return why files were refused, by path
     */
    public Map<String, String> take(
            DraftPlace place,
            Form form,
            Map<String, Object> known,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files,
            String by) {
        remove(place, sent.getOrDefault(Typed.DROP, List.of()));
        var refused = new LinkedHashMap<String, String>();
        form.fileFields().forEach((path, field) -> {
            var rules = forms.fileField(field, known);
            var room = most(rules) - FileRows.of(Tree.get(known, path)).size();
            var names = new LinkedHashMap<String, List<String>>();
            for (var file : files.getOrDefault(path, List.of())) {
                var problem = name(file).isEmpty() ? null : take(new Choice(place, path, rules, room, by), file);
                if (problem != null) {
                    names.computeIfAbsent(problem, it -> new ArrayList<>()).add(name(file));
                }
            }
            if (!names.isEmpty()) {
                refused.put(path, say(names));
            }
        });
        return refused;
    }

    /** Each problem once, with the files that have it. */
    private String say(Map<String, List<String>> names) {
        return names.entrySet().stream()
                .map(it -> say("forms.error.file", list(it.getValue()), it.getKey()))
                .collect(Collectors.joining(" "));
    }

    private String list(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(names.size(), NAMED)));
        return names.size() <= NAMED ? first : say("forms.error.more-files", first, names.size() - NAMED);
    }

    /** Null when it is taken. */
    private @Nullable String take(Choice choice, MultipartFile file) {
        try {
            if (file.getSize() > settings.largestFile().toBytes()) {
                throw new Refusal(
                        "casefile.refusal.file-too-large",
                        settings.largestFile().toMegabytes());
            }
            var id = transaction.execute(status -> stage(choice, file));
            if (id != null && documents.scan(id) == Documents.Scan.INFECTED) {
                forget(List.of(id));
                throw new Refusal("casefile.refusal.file-infected");
            }
            return null;
        } catch (Refusal refusal) {
            return say(refusal.messageKey(), refusal.args().toArray());
        }
    }

    private @Nullable UUID stage(Choice choice, MultipartFile file) {
        records.lock(choice.place());
        var row = receive(choice, file);
        if (!accepts(choice.rules().accept(), row)) {
            throw otherKind(choice);
        }
        var chosen = records.of(choice.place());
        var here = chosen.stream().filter(it -> it.path().equals(choice.path())).toList();
        var same = here.stream().filter(it -> it.sha256().equals(row.sha256())).findFirst();
        if (same.isPresent()) {
            if (!same.get().name().equals(row.name())) {
                throw new Refusal("forms.error.same-file", same.get().name());
            }
            documents.discard(List.of(row.id()));
            return null;
        }
        if (most(choice.rules()) == 1) {
            forget(here.stream().map(ChosenFileRecords.Row::id).toList());
        } else if (here.size() >= choice.room()) {
            throw new Refusal("forms.error.too-many-files", most(choice.rules()));
        }
        var bytes = chosen.stream().mapToLong(ChosenFileRecords.Row::bytes).sum() + row.bytes();
        if (bytes > settings.filesOfOneForm().toBytes()) {
            throw new Refusal(
                    "forms.error.files-too-large", settings.filesOfOneForm().toMegabytes());
        }
        if (records.bytesInAll() + row.bytes() > settings.filesOfAllForms().toBytes()) {
            throw new Refusal("forms.error.files-full");
        }
        var mine = new ChosenFileRecords.Row(row.id(), choice.path(), row.name(), row.bytes(), row.sha256());
        records.add(choice.place(), mine, terms.removeFilesOn(choice.place()));
        return row.id();
    }

    private int most(Forms.FileField rules) {
        return rules.multiple() ? settings.mostFiles() : 1;
    }

    private Documents.Row receive(Choice choice, MultipartFile file) {
        try (var content = file.getInputStream()) {
            return documents.receive(name(file), content, choice.by());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            var fewer = refusal.messageKey().equals(FileTypes.OTHER_TYPE)
                    && !choice.rules().accept().isBlank();
            throw fewer ? otherKind(choice) : refusal;
        }
    }

    private static Refusal otherKind(Choice choice) {
        return new Refusal("forms.error.file-kind", kinds(choice.rules().accept()));
    }

    /** As the names of files end: "pdf, docx, jpg". */
    private static String kinds(String accept) {
        return Arrays.stream(accept.split(","))
                .flatMap(part -> part.strip().equals("image/*") ? Stream.of("jpg", "png") : Stream.of(part.strip()))
                .map(part -> part.replaceFirst("^(\\.|image/)", "").replace("jpeg", "jpg"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** By what it is, not by what the browser says. */
    private static boolean accepts(String accept, Documents.Row row) {
        if (accept.isBlank()) {
            return true;
        }
        for (var part : accept.split(",")) {
            var rule = part.strip();
            if (rule.equals("*/*")
                    || rule.equals(row.mediaType())
                    || (rule.endsWith("/*") && row.mediaType().startsWith(rule.substring(0, rule.length() - 1)))
                    || (rule.startsWith(".") && isOfKind(rule, row))) {
                return true;
            }
        }
        return false;
    }

    /** {@code .jpg} means {@code .jpeg} too. */
    private static boolean isOfKind(String ending, Documents.Row row) {
        return row.name().toLowerCase(Locale.ROOT).endsWith(ending)
                || row.mediaType().equals(URLConnection.guessContentTypeFromName("x" + ending));
    }

    private void remove(DraftPlace place, List<String> ids) {
        if (!ids.isEmpty()) {
            forget(records.of(place).stream()
                    .map(ChosenFileRecords.Row::id)
                    .filter(it -> ids.contains(it.toString()))
                    .toList());
        }
    }

    /** The files of a task that is over, or of a form that was sent. */
    void forgetAll(String key) {
        forget(records.ofKey(key));
    }

    void forgetUntil(LocalDate today) {
        forget(records.until(today));
    }

    /** Those that are in a case stay there. */
    void forget(Collection<UUID> ids) {
        transaction.executeWithoutResult(status -> {
            records.remove(ids);
            documents.discard(ids);
        });
    }

    static String name(MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = Notation.clean(bare, false);
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Forms.locale());
    }

    /** @param room for this many files more than there are in the case already */
    private record Choice(DraftPlace place, String path, Forms.FileField rules, int room, String by) {}
}
