package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import io.echeance.core.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prowide's reader of ISO 20022 and SWIFT messages, which shares no line with ours. */
@DisplayName("Another reader")
class IndependentReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/bank/camt.053.001.08.xml",
                "src/test/resources/bank/h-34.xml",
                "src/main/resources/demo/bank/technolowgic.xml"
            })
    @DisplayName("of camt.053 finds the same entries: days, amounts, ids")
    void ofCamt(String file) throws IOException, RefusedFile {
        MxCamt05300108 message = MxCamt05300108.parse(Files.readString(Path.of(file)));
        List<String> theirs = new ArrayList<>();
        message.getBkToCstmrStmt()
                .getStmt()
                .forEach(statement -> statement.getNtry().stream()
                        .filter(entry -> entry.getSts().getCd().equals("BOOK"))
                        .forEach(entry -> theirs.addAll(lines(entry))));

        List<String> ours = new ArrayList<>();
        for (BankStatement statement :
                BankFile.read(Files.readAllBytes(Path.of(file))).statements()) {
            for (BankEntry entry : statement.entries()) {
                Movement movement = entry.movement();
                ours.add(line(
                        movement.bookedOn(),
                        movement.valueOn(),
                        movement.amount(),
                        movement.marks().endToEnd()));
            }
        }
        assertThat(ours).isNotEmpty().isEqualTo(theirs);
    }

    private static List<String> lines(ReportEntry10 entry) {
        List<EntryTransaction10> details = entry.getNtryDtls().stream()
                .flatMap(detail -> detail.getTxDtls().stream())
                .toList();
        if (details.isEmpty()) {
            return List.of(line(entry, entry.getAmt().getValue(), null));
        }
        return details.stream()
                .map(detail -> line(
                        entry,
                        details.size() == 1 || detail.getAmt() == null
                                ? entry.getAmt().getValue()
                                : detail.getAmt().getValue(),
                        detail.getRefs() == null
                                ? null
                                : provided(detail.getRefs().getEndToEndId())))
                .toList();
    }

    private static @Nullable String provided(@Nullable String id) {
        return "NOTPROVIDED".equals(id) ? null : id;
    }

    private static String line(ReportEntry10 entry, BigDecimal amount, @Nullable String endToEnd) {
        BigDecimal signed = entry.getCdtDbtInd() == CreditDebitCode.DBIT ? amount.negate() : amount;
        LocalDate bookedOn = entry.getBookgDt().getDt();
        LocalDate valueOn =
                entry.getValDt() == null ? bookedOn : entry.getValDt().getDt();
        return line(bookedOn, valueOn, Money.of(signed.toPlainString()), endToEnd);
    }

    private static String line(LocalDate bookedOn, LocalDate valueOn, Money amount, @Nullable String endToEnd) {
        return bookedOn + " " + valueOn + " " + amount + " " + endToEnd;
    }

    @Test
    @DisplayName("of MT940 finds the same entries and the same closing balance")
    void ofMt940() throws RefusedFile {
        MT940 message = MT940.parse(SampleFiles.text("mt940.sta"));
        List<String> theirs =
                message.getField61().stream().map(IndependentReaderTest::line).toList();

        BankStatement statement = SampleFiles.statement(SampleFiles.text("mt940.sta"));
        List<String> ours = statement.entries().stream()
                .map(entry ->
                        entry.movement().valueOn() + " " + entry.movement().amount())
                .toList();

        assertThat(ours).isNotEmpty().isEqualTo(theirs);
        assertThat(Money.of(message.getField62F().getAmountAsBigDecimal().toPlainString()))
                .isEqualTo(Objects.requireNonNull(statement.balances()).closing());
    }

    private static String line(Field61 field) {
        Calendar valued = field.getValueDateAsCalendar();
        BigDecimal amount = field.getAmountAsBigDecimal();
        BigDecimal signed = field.getDebitCreditMark().endsWith("D") ? amount.negate() : amount;
        return LocalDate.ofInstant(valued.toInstant(), ZoneId.systemDefault()) + " " + Money.of(signed.toPlainString());
    }
}
