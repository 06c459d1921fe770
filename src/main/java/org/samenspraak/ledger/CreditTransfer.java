package org.samenspraak.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.samenspraak.kernel.Iban;
import org.samenspraak.ledger.Batch.Line;

/**
 * The bank's file of a batch: SEPA credit transfer by {@code pain.001.001.09}, the version of the European Payments Council's
 * guidelines since March 2024 (EPC132-08). Same batch, same bytes.
 *
 * @param payer name of the municipality's account
 * @param bic of its bank, or empty
 * @param created in the municipality's zone
 */
record CreditTransfer(
        String name,
        String payer,
        Iban account,
        String bic,
        LocalDateTime created,
        LocalDate executionDay,
        List<Line> lines) {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_ABOUT = 140;

    byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = new Xml(XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8"));
            xml.start(NAMESPACE);
            xml.in("CstmrCdtTrfInitn", () -> {
                xml.in("GrpHdr", () -> head(xml));
                xml.in("PmtInf", () -> payments(xml));
            });
            xml.end();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void head(Xml xml) throws XMLStreamException {
        xml.text("MsgId", name);
        xml.text("CreDtTm", created.truncatedTo(ChronoUnit.SECONDS) + (created.getSecond() == 0 ? ":00" : ""));
        sums(xml);
        xml.in("InitgPty", () -> xml.text("Nm", plain(payer, LONGEST_NAME)));
    }

    private void payments(Xml xml) throws XMLStreamException {
        xml.text("PmtInfId", name);
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", "true");
        sums(xml);
        xml.in("PmtTpInf", () -> xml.in("SvcLvl", () -> xml.text("Cd", "SEPA")));
        xml.in("ReqdExctnDt", () -> xml.text("Dt", executionDay.toString()));
        xml.in("Dbtr", () -> xml.text("Nm", plain(payer, LONGEST_NAME)));
        xml.in("DbtrAcct", () -> iban(xml, account));
        xml.in("DbtrAgt", () -> xml.in("FinInstnId", () -> bank(xml)));
        xml.text("ChrgBr", "SLEV");
        for (var line : lines) {
            xml.in("CdtTrfTxInf", () -> payment(xml, line));
        }
    }

    private static void payment(Xml xml, Line line) throws XMLStreamException {
        xml.in("PmtId", () -> xml.text("EndToEndId", line.endToEnd()));
        xml.in("Amt", () -> xml.amount("InstdAmt", line.amount()));
        xml.in("Cdtr", () -> xml.text("Nm", plain(line.holder(), LONGEST_NAME)));
        xml.in("CdtrAcct", () -> iban(xml, line.iban()));
        xml.in("RmtInf", () -> xml.text("Ustrd", plain(line.about(), LONGEST_ABOUT)));
    }

    private void sums(Xml xml) throws XMLStreamException {
        xml.text("NbOfTxs", String.valueOf(lines.size()));
        xml.text(
                "CtrlSum",
                lines.stream()
                        .map(Line::amount)
                        .reduce(Amount.NOTHING, Amount::plus)
                        .euros()
                        .toPlainString());
    }

    private void bank(Xml xml) throws XMLStreamException {
        if (bic.isBlank()) {
            xml.in("Othr", () -> xml.text("Id", "NOTPROVIDED"));
        } else {
            xml.text("BICFI", bic);
        }
    }

    private static void iban(Xml xml, Iban iban) throws XMLStreamException {
        xml.in("Id", () -> xml.text("IBAN", iban.value()));
    }

    /** In the letters that every bank of the area takes (EPC217-08); a name of other letters only becomes dots. */
    static String plain(String text, int longest) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("&", "+")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", ".")
                .replaceAll("//+", "/")
                .strip();
        var plain = letters.substring(0, Math.min(letters.length(), longest)).strip();
        return plain.replaceAll("^/|/$", ".");
    }

    private interface Inside {
        void write() throws XMLStreamException;
    }

    private record Xml(XMLStreamWriter out) {

        void start(String namespace) throws XMLStreamException {
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("Document");
            out.writeDefaultNamespace(namespace);
        }

        void end() throws XMLStreamException {
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        }

        void in(String name, Inside inside) throws XMLStreamException {
            out.writeStartElement(name);
            inside.write();
            out.writeEndElement();
        }

        void text(String name, String text) throws XMLStreamException {
            in(name, () -> out.writeCharacters(text));
        }

        void amount(String name, Amount amount) throws XMLStreamException {
            out.writeStartElement(name);
            out.writeAttribute("Ccy", "EUR");
            out.writeCharacters(amount.euros().toPlainString());
            out.writeEndElement();
        }
    }
}
