package org.samenspraak.advice;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.DocumentVersions;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The paper for the organ that decides: the question, all advice and every reply. It is filed as PDF and as text document; made
 * again it is a new version of both.
 */
@Repository
class Papers {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PaperSheets sheets;
    private final Documents documents;
    private final DocumentVersions versions;
    private final AdviceWords words;
    private final MessageSource texts;

    Papers(
            JdbcClient jdbc,
            Accounts accounts,
            PaperSheets sheets,
            Documents documents,
            DocumentVersions versions,
            AdviceWords words,
            MessageSource texts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sheets = sheets;
        this.documents = documents;
        this.versions = versions;
        this.words = words;
        this.texts = texts;
    }

    /**
     * In the dossier of the request, also when it is asked for in that of a council.
     *
     * @throws org.samenspraak.kernel.Refusal for a case without advice
     */
    @Transactional
    Account make(CaseId caseId, Actor by) {
        var account = accounts.of(caseId);
        var dossier = account.dossier();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("advice paper " + dossier.id())
                .query()
                .singleRow();
        var title = say("advice.paper.title");
        var fields = new HashMap<String, Object>();
        fields.put("account", account);
        fields.put("say", words);
        fields.put("number", dossier.number());
        fields.put("foot", say("advice.paper.foot", dossier.number()));
        var paper = sheets.both("advice", title, fields);
        var name = say("advice.paper.file", dossier.number());
        file(dossier.id(), "pdf", name, paper.pdf(), by);
        file(dossier.id(), "docx", name, paper.docx(), by);
        return account;
    }

    private void file(CaseId caseId, String format, String name, byte[] content, Actor by) {
        var file = new ByteArrayInputStream(content);
        var before = find(caseId, format);
        var document = before.isPresent()
                ? versions.replaceOwn(caseId, before.get(), name + "." + format, file, by)
                : documents.addOwn(caseId, name + "." + format, Kind.LETTER, file, by);
        jdbc.sql(
                        """
                        insert into advice_paper (case_id, format, document) values (:case, :format, :document)
                        on conflict (case_id, format) do update set document = :document
                        """)
                .param("case", caseId.value())
                .param("format", format)
                .param("document", document)
                .update();
    }

    /** The version that was put there last, also by hand. */
    Optional<UUID> find(CaseId caseId, String format) {
        return jdbc.sql(
                        """
                        select newest.id from advice_paper p join casefile_document made on made.id = p.document
                          join casefile_document newest on newest.origin = made.origin and newest.latest
                         where p.case_id = ? and p.format = ?
                        """)
                .param(caseId.value())
                .param(format)
                .query(UUID.class)
                .optional();
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, AdviceWords.DUTCH);
    }
}
