package org.samenspraak.advice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.samenspraak.casefile.Documents;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents of a question, and with which version of it each went out: the table {@code advice_question_document}. */
@Repository
class QuestionDocuments {

    private final JdbcClient jdbc;
    private final Documents documents;

    QuestionDocuments(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @throws Refusal for a document that nobody may read (yet) */
    List<Documents.Row> of(CaseId request) {
        var all = offered(request).toList();
        refuseUnreadable(all);
        return all;
    }

    void refuseUnreadable(List<Documents.Row> rows) {
        rows.stream().filter(row -> !row.isReadable()).findFirst().ifPresent(row -> {
            throw Refusal.of("documents", "advice.refusal.document", row.name());
        });
    }

    private Stream<Documents.Row> offered(CaseId request) {
        return documents.of(request).stream()
                .filter(row -> row.kind() == Documents.Kind.ATTACHMENT && row.latest())
                .filter(row -> row.audience() == Documents.Audience.OFFICE);
    }

    /** Those that no version of the question took along yet; also what nobody may read yet. */
    List<Documents.Row> fresh(CaseId request) {
        var gone = Set.copyOf(jdbc.sql("select document from advice_question_document where request = ?")
                .param(request.value())
                .query(UUID.class)
                .list());
        return offered(request).filter(row -> !gone.contains(row.id())).toList();
    }

    /** Keeps with which version of the question these went out. */
    void keep(CaseId request, int version, List<Documents.Row> rows) {
        rows.forEach(
                row -> jdbc.sql("insert into advice_question_document (request, document, version) values (?, ?, ?)")
                        .params(request.value(), row.id(), version)
                        .update());
    }

    /** Names of what went out after a version of the question, by name. */
    List<String> since(CaseId request, int version) {
        return names(request, "version > " + version);
    }

    /** Names of what went out with a version of the question, by name. */
    List<String> with(CaseId request, int version) {
        return names(request, "version = " + version);
    }

    private List<String> names(CaseId request, String which) {
        var ids = Set.copyOf(jdbc.sql("select document from advice_question_document where request = ? and " + which)
                .param(request.value())
                .query(UUID.class)
                .list());
        return documents.of(request).stream()
                .filter(row -> ids.contains(row.id()))
                .map(Documents.Row::name)
                .sorted()
                .toList();
    }
}
