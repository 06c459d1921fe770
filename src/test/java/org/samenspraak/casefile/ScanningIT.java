package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents.Scan;
import org.samenspraak.casefile.FakeClamd.Mood;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** With a scanner; the office of the other tests has none. */
class ScanningIT extends PostgresIT {

    private static final Actor COUNCIL = Actor.resident("Wijkraad");

    @Autowired
    private Cases cases;

    @Autowired
    private DocumentRecords records;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    private final FakeClamd clamd = new FakeClamd();
    private CaseId caseId = CaseId.create();
    private Scanning scanning;
    private Documents documents;

    @BeforeEach
    void office() {
        caseId = cases.open(
                new OpenCase(caseId, "recognition", "REC", "a", null, null, LocalDate.of(2026, 9, 10), false, COUNCIL));
        var settings = new CaseFileSettings(
                DataSize.ofMegabytes(20), 5, Set.of("text/plain"), clamd.settings(Duration.ofSeconds(30)));
        scanning = new Scanning(records, settings, timeline, audit, transaction, clock);
        documents = new Documents(records, scanning, timeline, settings, clock);
    }

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void cleanFileCanBeReadAtOnce() {
        var id = add("schoon");

        assertThat(documents.scan(id)).isEqualTo(Scan.CLEAN);
        assertThat(documents.get(caseId, id).isReadable()).isTrue();
        assertThat(documents.scan(id)).isEqualTo(Scan.CLEAN);
        assertThat(clamd.asked.get()).as("settled once").isEqualTo(1);
    }

    @Test
    void fileWaitsWhileTheScannerIsDownAndIsReadableLater() {
        clamd.mood = Mood.HANGS_UP_MIDWAY;
        var id = add("schoon");

        assertThat(documents.scan(id)).isEqualTo(Scan.WAITING);
        refusesToGive(id, "casefile.refusal.file-waiting");
        scanning.scanWhatWaits();
        refusesToGive(id, "casefile.refusal.file-waiting");

        clamd.mood = Mood.JUDGES;
        scanning.scanWhatWaits();
        assertThat(read(id)).isEqualTo("schoon");
        assertThat(documents.get(caseId, id).scan()).isEqualTo(Scan.CLEAN);
    }

    @Test
    void infectedFileLosesItsContentAndTheCaseSaysSo() {
        var id = add("EICAR");

        scanning.scanWhatWaits();
        scanning.scanWhatWaits();

        refusesToGive(id, "casefile.refusal.file-infected");
        assertThat(read(id)).isEmpty();
        assertThat(documents.of(caseId)).singleElement().satisfies(it -> assertThat(it.scan())
                .isEqualTo(Scan.INFECTED));
        assertThat(timeline.page(caseId, null, 10))
                .filteredOn(it -> it.kind().equals("document.infected"))
                .singleElement()
                .satisfies(it -> assertThat(it.args()).containsEntry("name", "bestand.txt"));
        assertThat(jdbc.sql("select about from identity_audit where what = 'file-infected'")
                        .query(String.class)
                        .list())
                .containsExactly("Wijkraad: bestand.txt (Eicar-Signature)");
    }

    @Test
    void oneFileThatFailsDoesNotKeepTheOthersWaiting() {
        clamd.mood = Mood.TOO_LARGE;
        var bad = add("veel");
        scanning.scanWhatWaits();
        clock.advance(Duration.ofMinutes(1));
        var good = add("weinig");

        assertThat(records.waiting(10)).containsExactly(good, bad);
        scanning.scanWhatWaits();
        assertThat(clamd.asked.get()).as("stops at the first that fails").isEqualTo(2);
        assertThat(records.waiting(10)).containsExactly(bad, good);
    }

    @Test
    void receivedFileThatIsInfectedIsNotFiled() {
        var row = receive("EICAR");

        assertThat(documents.scan(row.id())).isEqualTo(Scan.INFECTED);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> documents.file(caseId, row.id(), Documents.Kind.ATTACHMENT, COUNCIL)))
                .isInstanceOf(Refusal.class);
        assertThat(documents.of(caseId)).isEmpty();
    }

    @Test
    void discardsWhatBelongsToNoCaseOnly() {
        var filed = add("a");
        var received = receive("b").id();

        documents.discard(List.of(filed, received));

        assertThat(documents.received(List.of(filed, received))).isEmpty();
        assertThat(jdbc.sql("select distinct document_id from casefile_document_chunk")
                        .query(UUID.class)
                        .list())
                .containsExactly(filed);
        assertThatThrownBy(() -> documents.file(caseId, filed, Documents.Kind.SCAN, COUNCIL))
                .as("is in a case already")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatTheHouseMadeIsNotScanned() {
        var id = transaction.execute(
                it -> documents.addOwn(caseId, "brief.txt", Documents.Kind.LETTER, content("x"), Actor.SYSTEM));

        assertThat(documents.get(caseId, id).scan()).isEqualTo(Scan.NONE);
    }

    private void refusesToGive(UUID id, String why) {
        assertThatThrownBy(() -> documents.get(caseId, id))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.messageKey()).isEqualTo(why));
    }

    private UUID add(String content) {
        return transaction.execute(
                it -> documents.add(caseId, "bestand.txt", Documents.Kind.ATTACHMENT, content(content), COUNCIL));
    }

    private Documents.Row receive(String content) {
        return transaction.execute(it -> documents.receive("bestand.txt", content(content), "Wijkraad"));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String read(UUID id) {
        var out = new ByteArrayOutputStream();
        documents.write(id, out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
