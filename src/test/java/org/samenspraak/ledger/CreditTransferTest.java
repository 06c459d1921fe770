package org.samenspraak.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.ledger.Batch.Line;
import org.samenspraak.ledger.Batch.LineState;

/** Read back by a library that did not write it. */
class CreditTransferTest {

    private final Line runkst = line(1, "BE68539007547034", "Wijkraad Runkst vzw", 100_000);
    private final Line kuringen = line(2, "NL91ABNA0417164300", "Dorpsraad \"Kuringen\" & Só <c>", 1);
    private final CreditTransfer file = file("GKCCBEBB", runkst, kuringen);

    @Test
    void saysWhoPaysWhomHowMuchAndWhen() {
        var read = MxPain00100109.parse(new String(file.write(), UTF_8)).getCstmrCdtTrfInitn();

        var head = read.getGrpHdr();
        assertThat(head.getMsgId()).isEqualTo("SAM-2026-0007");
        assertThat(head.getNbOfTxs()).isEqualTo("2");
        assertThat(head.getCtrlSum()).isEqualTo(new BigDecimal("1000.01"));
        assertThat(read.getPmtInf()).hasSize(1);
        var payment = read.getPmtInf().get(0);
        assertThat(payment.getReqdExctnDt().getDt()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(payment.getDbtr().getNm()).isEqualTo("Stad Hasselt");
        assertThat(payment.getDbtrAcct().getId().getIBAN()).isEqualTo("BE71096123456769");
        assertThat(payment.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo("GKCCBEBB");
        assertThat(payment.getCdtTrfTxInf())
                .extracting(one -> one.getPmtId().getEndToEndId())
                .containsExactly("SAM-2026-0007-001", "SAM-2026-0007-002");
        assertSays(payment.getCdtTrfTxInf().get(0), runkst, "Wijkraad Runkst vzw");
        assertSays(payment.getCdtTrfTxInf().get(1), kuringen, "Dorpsraad .Kuringen. + So .c.");
    }

    private static void assertSays(CreditTransferTransaction34 read, Line line, String name) {
        assertThat(read.getAmt().getInstdAmt().getCcy()).isEqualTo("EUR");
        assertThat(read.getAmt().getInstdAmt().getValue())
                .isEqualByComparingTo(line.amount().euros());
        assertThat(read.getCdtrAcct().getId().getIBAN()).isEqualTo(line.iban().value());
        assertThat(read.getCdtr().getNm()).isEqualTo(name);
        assertThat(read.getRmtInf().getUstrd()).containsExactly("Buurtsubsidies 2026-SUB-0001");
    }

    @Test
    void isTheSameEachTime() {
        assertThat(file.write()).isEqualTo(file.write());
    }

    @Test
    void namesNoBankWithoutABic() {
        var read = MxPain00100109.parse(new String(file("", runkst).write(), UTF_8))
                .getCstmrCdtTrfInitn();

        assertThat(read.getPmtInf()
                        .get(0)
                        .getDbtrAgt()
                        .getFinInstnId()
                        .getOthr()
                        .getId())
                .isEqualTo("NOTPROVIDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"Café 't Hoekje | Cafe 't Hoekje", "/a//b/ | .a/b.", "Šćepan | Scepan", "Лев | ..."})
    void writesInLettersThatEveryBankTakes(String text, String plain) {
        assertThat(CreditTransfer.plain(text, 70)).isEqualTo(plain);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(CreditTransfer.plain("a".repeat(69) + " b", 70)).isEqualTo("a".repeat(69));
    }

    private static CreditTransfer file(String bic, Line... lines) {
        return new CreditTransfer(
                "SAM-2026-0007",
                "Stad Hasselt",
                new Iban("BE71096123456769"),
                bic,
                LocalDateTime.of(2026, 9, 14, 12, 0),
                LocalDate.of(2026, 9, 15),
                List.of(lines));
    }

    private static Line line(int position, String iban, String holder, long cents) {
        return new Line(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                position,
                "SAM-2026-0007-%03d".formatted(position),
                new Iban(iban),
                holder,
                new Amount(cents),
                "Buurtsubsidies 2026-SUB-0001",
                LineState.OPEN,
                null,
                null,
                null,
                Claim.of(CaseId.create()),
                "2026-SUB-0001",
                CouncilId.create(),
                "Wijkraad");
    }
}
