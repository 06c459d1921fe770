package org.samenspraak.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.OnPaper;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** A question to a council as a PDF to fill in by hand and send back. */
@Service
public class PaperForms {

    /** No letters or digits that look alike in handwriting. */
    private static final String SIGNS = "ACDEFHJKLMNPRTUVWXY34679";

    private static final int LENGTH = 5;

    private final Cases cases;
    private final Councils councils;
    private final Contacts contacts;
    private final Forms forms;
    private final OnPaper onPaper;
    private final TaskData taskData;
    private final PaperSheets sheets;
    private final LetterWords words;
    private final MessageSource messages;

    PaperForms(
            Cases cases,
            Councils councils,
            Contacts contacts,
            Forms forms,
            OnPaper onPaper,
            TaskData taskData,
            PaperSheets sheets,
            LetterWords words,
            MessageSource messages) {
        this.cases = cases;
        this.councils = councils;
        this.contacts = contacts;
        this.forms = forms;
        this.onPaper = onPaper;
        this.taskData = taskData;
        this.sheets = sheets;
        this.words = words;
        this.messages = messages;
    }

    /** What stands on the paper of a question and tells it from the other questions of its case; the same each time. */
    public static String code(OpenTask task) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(task.id().getBytes(StandardCharsets.UTF_8));
            var code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(SIGNS.charAt(Byte.toUnsignedInt(digest[i]) % SIGNS.length()));
            }
            return code.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param by who asks for it: it holds what the form knows for them
     * @return a PDF that a screen reader can read too
     */
    public byte[] print(OpenTask task, Actor by) {
        var dossier = cases.get(task.caseId());
        var code = code(task);
        var fields = new HashMap<String, Object>();
        fields.put("foot", say("correspondence.paper.foot", dossier.number(), code));
        fields.put("number", dossier.number());
        fields.put("code", code);
        fields.put("council", council(dossier));
        fields.put("about", task.about());
        fields.put("until", until(task));
        fields.put("contact", contacts.forArea(dossier.area()));
        fields.put("form", null);
        fields.put("mends", false);
        if (task.formJson() != null) {
            var form = forms.parse(task.formJson());
            var blank = onPaper.blank(form, taskData.of(task, form, by));
            fields.put("form", blank.form());
            fields.put("hands", blank.hands());
            fields.put("mends", blank.mends());
        }
        return sheets.print("question", task.name(), fields);
    }

    /** "Vraag 2026-REC-0001 K7XHR.pdf" */
    public String name(OpenTask task) {
        return say("correspondence.paper.file", cases.get(task.caseId()).number(), code(task));
    }

    private String council(CaseView dossier) {
        return dossier.council() == null
                ? dossier.title()
                : councils.get(dossier.council()).name();
    }

    private String until(OpenTask task) {
        var due = task.due();
        return due == null ? "" : words.onDay(due);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, MailTexts.DUTCH);
    }
}
