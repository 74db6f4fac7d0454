package io.echeance.app.cluster;

import io.echeance.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of what an account went through, as a bank writes it in one format or another. */
record WrittenStatement(LocalDate openingOn, Money opening, List<Line> lines, LocalDate closingOn) {

    /**
     * A movement, as the bank knows it.
     *
     * @param endToEnd of who sent it, in camt alone; null: he gave none
     * @param isReturn it came back, in camt alone
     * @param isReversal the bank takes an entry back, in camt alone
     */
    record Line(
            LocalDate day,
            Money amount,
            String text,
            @Nullable String endToEnd,
            boolean isReturn,
            boolean isReversal) {

        Line(LocalDate day, Money amount, String text) {
            this(day, amount, text, null, false, false);
        }

        private String details() {
            String refs = endToEnd == null ? "" : "<Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs>";
            String returned = isReturn ? "<RtrInf><Rsn><Cd>FRAD</Cd></Rsn></RtrInf>" : "";
            return refs + "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>" + returned;
        }
    }

    enum Dialect {
        CAMT_02,
        CAMT_08,
        CFONB,
        MT940
    }

    Money closing() {
        return lines.stream().map(Line::amount).reduce(opening, Money::plus);
    }

    byte[] as(Dialect dialect) {
        String text = switch (dialect) {
            case CAMT_02 -> camt("02", "<Sts>BOOK</Sts>");
            case CAMT_08 -> camt("08", "<Sts><Cd>BOOK</Cd></Sts>");
            case CFONB -> cfonb();
            case MT940 -> mt940();
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String camt(String version, String status) {
        StringBuilder text = new StringBuilder(
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s\"><BkToCstmrStmt><Stmt><Id>S</Id>"
                        .formatted(version));
        text.append("<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>");
        text.append(balance("OPBD", opening, openingOn)).append(balance("CLBD", closing(), closingOn));
        for (Line line : lines) {
            text.append("<Ntry>")
                    .append(amount(line.amount))
                    .append(line.isReversal ? "<RvslInd>true</RvslInd>" : "")
                    .append(status)
                    .append("<BookgDt><Dt>")
                    .append(line.day);
            text.append("</Dt></BookgDt><NtryDtls><TxDtls>").append(line.details());
            text.append("</TxDtls></NtryDtls></Ntry>");
        }
        return text.append("</Stmt></BkToCstmrStmt></Document>").toString();
    }

    private static String balance(String code, Money amount, LocalDate day) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>%s<Dt><Dt>%s</Dt></Dt></Bal>"
                .formatted(code, amount(amount), day);
    }

    private static String amount(Money amount) {
        return "<Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                .formatted(amount.abs(), amount.isNegative() ? "DBIT" : "CRDT");
    }

    private String cfonb() {
        StringBuilder text = new StringBuilder(record("01", "  ", day(openingOn, "ddMMuu"), "", opening));
        for (Line line : lines) {
            String day = day(line.day, "ddMMuu");
            text.append(record(
                    "04", "18", day, "  " + day + "VIR SEPA " + line.text.toUpperCase(Locale.ROOT), line.amount));
        }
        return text.append(record("07", "  ", day(closingOn, "ddMMuu"), "", closing()))
                .toString();
    }

    private static String record(String code, String operation, String day, String middle, Money amount) {
        String digits = "%014d".formatted(amount.abs().cents());
        String signs = amount.isNegative() ? "}JKLMNOPQR" : "{ABCDEFGHI";
        return "%s30006    00001EUR2 12345678901%s%s%-50s%s%c%16s\n"
                .formatted(
                        code,
                        operation,
                        day,
                        middle,
                        digits.substring(0, 13),
                        signs.charAt(digits.charAt(13) - '0'),
                        "");
    }

    private String mt940() {
        StringBuilder text = new StringBuilder(":20:S\n:25:FR7630006000011234567890189\n:28C:1/1\n:60F:");
        text.append(sided(opening, day(openingOn, "uuMMdd") + "EUR")).append('\n');
        for (Line line : lines) {
            String day = day(line.day, "uuMMdd");
            text.append(":61:")
                    .append(day)
                    .append(day.substring(2))
                    .append(sided(line.amount, ""))
                    .append("NTRFNONREF\n");
            text.append(":86:").append(line.text).append(" MERCI\n");
        }
        return text.append(":62F:")
                .append(sided(closing(), day(closingOn, "uuMMdd") + "EUR"))
                .append('\n')
                .toString();
    }

    private static String sided(Money amount, String between) {
        return (amount.isNegative() ? "D" : "C")
                + between
                + amount.abs().toString().replace('.', ',');
    }

    private static String day(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
