package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Holds a PDF against PDF/UA-1, so that a screen reader can read it. */
public final class PdfUa {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfUa() {}

    /** Fails with each rule that is broken, in words, and the place in the file. */
    public static void isAccessible(byte[] pdf) {
        assertThat(broken(pdf)).as("broken rules of PDF/UA-1").isEmpty();
    }

    private static List<String> broken(byte[] pdf) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(check -> check.getStatus() == Status.FAILED)
                    .map(PdfUa::inWords)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError("Not a PDF that can be judged", e);
        }
    }

    private static String inWords(TestAssertion check) {
        return "%s %s at %s"
                .formatted(
                        check.getRuleId().getClause(),
                        check.getMessage(),
                        check.getLocation().getContext());
    }
}
