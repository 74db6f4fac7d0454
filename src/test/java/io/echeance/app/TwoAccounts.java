package io.echeance.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bank delivers of two accounts, a file a day.
 *
 * @param entries of each account and day
 */
record TwoAccounts(Path folder, int entries) {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
    private static final Pattern PAYMENT_ID = Pattern.compile("\"paymentId\":\"([^\"]+)\"");

    /** How often each payment lies on its topic. */
    static Map<String, Integer> payments(Configured installed) {
        Map<String, Integer> payments = new HashMap<>();
        Matcher ids = PAYMENT_ID.matcher(String.join("\n", installed.all("payments")));
        while (ids.find()) {
            payments.merge(ids.group(1), 1, Integer::sum);
        }
        return payments;
    }

    /** A day of two accounts, of which each follows the day before; two entries in three are equal to others. */
    Path file(int day) throws IOException {
        LocalDate on = FIRST.plusDays(day);
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document><BkToCstmrStmt>");
        for (String account : List.of("FR7630006000011234567890189", "DE89370400440532013000")) {
            text.append("<Stmt><Id>S-%d</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>".formatted(day, account));
            text.append(balance("OPBD", 100L * day * entries, on))
                    .append(balance("CLBD", 100L * (day + 1) * entries, on));
            for (int n = 0; n < entries; n++) {
                text.append("""
                    <Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
                    <BookgDt><Dt>%1$s</Dt></BookgDt><ValDt><Dt>%1$s</Dt></ValDt><NtryDtls><TxDtls><RmtInf>\
                    <Ustrd>FACTURE TECHNOLOWGIC-2026-%2$06d</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                    """.formatted(on, n / 3));
            }
            text.append("</Stmt>");
        }
        return Files.writeString(folder.resolve("day-" + day + ".xml"), text.append("</BkToCstmrStmt></Document>"));
    }

    private static String balance(String code, long euros, LocalDate on) {
        return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%d.00</Amt>"
                        + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>")
                .formatted(code, euros, on);
    }
}
