package org.samenspraak.forms;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.samenspraak.kernel.Refusal;

/** The text of a PDF, line by line. */
final class PdfText {

    private static final int MOST_PAGES = 300;
    /** Bytes of everything that is packed in it, unpacked. */
    private static final int MOST_BYTES = 100_000_000;
    /** What draws its pages; a page that draws itself again and again never ends. */
    private static final int MOST_DRAWING = 5_000_000;

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfText() {}

    static String of(byte[] file) throws IOException {
        refuseIfItGrows(file);
        var memory = MemoryUsageSetting.setupMainMemoryOnly(MOST_BYTES).streamCache;
        try (var pdf = Loader.loadPDF(file, "", null, null, memory)) {
            if (pdf.isEncrypted()) {
                throw new Refusal("forms.paste.locked");
            }
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new Refusal("forms.paste.pages", pdf.getNumberOfPages(), MOST_PAGES);
            }
            var text = new Bounded();
            new Stripper().writeText(pdf, text);
            if (text.toString().isBlank()) {
                throw new Refusal("forms.paste.scan");
            }
            return text.toString().strip();
        } catch (InvalidPasswordException locked) {
            throw new Refusal("forms.paste.locked");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException broken) {
            throw new IOException(broken);
        }
    }

    /** Counts before anything is unpacked for good, also what is packed twice. */
    private static void refuseIfItGrows(byte[] file) {
        var left = (long) MOST_BYTES;
        for (int at = 0; at < file.length - STREAM.length; at++) {
            if (file[at] == 's' && isStream(file, at)) {
                left -= Packed.size(file, at + STREAM.length, left);
                if (left < 0) {
                    throw new Refusal("forms.paste.too-large");
                }
            }
        }
    }

    private static boolean isStream(byte[] file, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (file[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at < 3 || file[at - 1] != 'd' || file[at - 2] != 'n'; // endstream
    }

    /** What a stream is unpacked; zero when it isn't packed this way. */
    private static final class Packed {

        static long size(byte[] file, int start, long most) {
            var from = start;
            while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
                from++;
            }
            var one = new Inflater();
            var two = new Inflater();
            try {
                one.setInput(file, from, file.length - from);
                return size(one, two, most);
            } catch (DataFormatException notPacked) {
                return 0;
            } finally {
                one.end();
                two.end();
            }
        }

        private static long size(Inflater one, Inflater two, long most) throws DataFormatException {
            var some = new byte[65_536];
            var more = new byte[65_536];
            var size = 0L;
            var twice = true;
            while (!one.finished() && size <= most) {
                var read = one.inflate(some);
                if (read == 0) {
                    break;
                }
                size += read;
                if (twice) {
                    two.setInput(some, 0, read);
                    try {
                        for (var inner = two.inflate(more); inner > 0 && size <= most; inner = two.inflate(more)) {
                            size += inner;
                        }
                    } catch (DataFormatException once) {
                        twice = false;
                    }
                }
            }
            return size;
        }
    }

    private static final class Stripper extends PDFTextStripper {

        private int drawn;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            drawn++;
            if (drawn > MOST_DRAWING) {
                throw new Refusal("forms.paste.too-large");
            }
            super.processOperator(operator, operands);
        }
    }

    private static final class Bounded extends StringWriter {

        @Override
        public void write(String text) {
            super.write(text);
            if (getBuffer().length() > 2 * Typed.LONGEST_PASTED) {
                throw new Refusal("forms.paste.too-long", Typed.LONGEST_PASTED);
            }
        }
    }
}
