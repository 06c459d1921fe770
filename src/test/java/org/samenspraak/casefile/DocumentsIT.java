package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentsIT extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final String HEAD = "%PDF-1.7\n";

    @Autowired
    private Cases cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Timeline timeline;

    private CaseId caseId = CaseId.create();

    @BeforeEach
    void openCase() {
        caseId = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "a", null, null, LocalDate.of(2026, 9, 10), false, OFFICE));
    }

    @Test
    void givesBackEveryByteOfAFileOfSeveralPieces() {
        var content = pdf(700_000);

        var id = add("Verslag mei.pdf", content);

        assertThat(read(id)).isEqualTo(content);
        var row = documents.get(caseId, id);
        assertThat(row.name()).isEqualTo("Verslag mei.pdf");
        assertThat(row.mediaType()).isEqualTo("application/pdf");
        assertThat(row.bytes()).isEqualTo(700_000);
        assertThat(count("casefile_document_chunk")).isEqualTo(3);
        assertThat(timeline.page(caseId, null, 1).get(0).args()).containsEntry("name", "Verslag mei.pdf");
    }

    @Test
    void refusesEmptyTooLargeAndForbiddenFilesAndKeepsNothingOfThem() {
        refuses("leeg.pdf", new byte[0]);
        refuses("groot.pdf", pdf(20 * 1024 * 1024 + 1));
        refuses("pagina.pdf", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
        refuses("foto.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        assertThat(documents.of(caseId)).isEmpty();
        assertThat(count("casefile_document_chunk")).isZero();
    }

    @Test
    void refusesAZipThatOnlyHasTheNameOfATextDocument() throws IOException {
        refuses("verslag.docx", zip());

        assertThat(count("casefile_document_chunk")).isZero();
    }

    /** Its bytes are few; what it would take to show it is 10 gigabyte. */
    @Test
    void refusesAHugePictureByItsHead() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        var small = out.toByteArray();
        var head = ByteBuffer.wrap(small.clone());
        head.putInt(16, 60_000).putInt(20, 60_000);

        assertThat(documents.get(caseId, add("klein.png", small)).mediaType()).isEqualTo("image/png");
        assertThatThrownBy(() -> add("groot.png", head.array()))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.messageKey())
                        .isEqualTo("casefile.refusal.picture-too-large"));
        assertThat(documents.of(caseId)).hasSize(1);
    }

    @Test
    void refusesADocumentOfAnotherCase() {
        var id = add("verslag.pdf", pdf(100));

        assertThatThrownBy(() -> documents.get(CaseId.create(), id)).isInstanceOf(Refusal.class);
    }

    private void refuses(String name, byte[] content) {
        assertThatThrownBy(() -> add(name, content)).isInstanceOf(Refusal.class);
    }

    private UUID add(String name, byte[] content) {
        return documents.add(caseId, name, Documents.Kind.ATTACHMENT, new ByteArrayInputStream(content), OFFICE);
    }

    private byte[] read(UUID id) {
        var out = new ByteArrayOutputStream();
        documents.write(id, out);
        return out.toByteArray();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        System.arraycopy(HEAD.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, HEAD.length());
        return bytes;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        return bytes.toByteArray();
    }
}
