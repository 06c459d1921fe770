package org.samenspraak.forms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of one field: how many, how large, which kinds by name. The dossier looks at the bytes. */
final class Files {

    static final int MOST = 10;
    /** In bytes. */
    static final long LARGEST = 10L * 1024 * 1024;

    private static final Set<String> ALLOWED = Set.of(
            "pdf", "doc", "docx", "odt", "rtf", "txt", "csv", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "jpg", "jpeg",
            "png", "gif", "webp", "heic", "eml", "msg");

    private Files() {}

    static String name(MultipartFile file) {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = Notation.clean(bare, false);
        return clean.substring(0, Math.min(clean.length(), 200));
    }

    /** @param accept kinds by comma, as in HTML; empty for all that can be used here */
    static @Nullable Complaint check(List<MultipartFile> files, boolean multiple, String accept) {
        var most = multiple ? MOST : 1;
        if (files.size() > most) {
            return Complaint.of("too-many-files", most);
        }
        for (var file : files) {
            if (file.getSize() > LARGEST) {
                return Complaint.of("file-too-large", name(file), LARGEST / 1024 / 1024);
            }
            if (file.isEmpty()) {
                return Complaint.of("file-empty", name(file));
            }
            if (!ALLOWED.contains(extension(name(file))) || !accepted(accept.toLowerCase(Locale.ROOT), file)) {
                return Complaint.of("file-kind", name(file));
            }
        }
        return null;
    }

    private static boolean accepted(String accept, MultipartFile file) {
        if (accept.isBlank()) {
            return true;
        }
        var type = String.valueOf(file.getContentType()).toLowerCase(Locale.ROOT);
        for (var part : accept.split(",")) {
            var rule = part.strip();
            if (rule.equals("*/*")
                    || rule.equals("." + extension(name(file)))
                    || rule.equals(type)
                    || (rule.endsWith("/*") && type.startsWith(rule.substring(0, rule.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
