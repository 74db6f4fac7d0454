package io.echeance.bank.simulator;

import io.echeance.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes transfers as the statement of one day, as banks deliver it. */
enum BankWriter {
    CAMT_02("camt.053.001.02") {
        @Override
        String written(List<Transfer> transfers, LocalDate day, Money opening) {
            return camt("02", transfers, day, opening, "<Sts>BOOK</Sts>", "<Nm>%s</Nm>", 35);
        }
    },
    CAMT_08("camt.053.001.08") {
        @Override
        String written(List<Transfer> transfers, LocalDate day, Money opening) {
            return camt("08", transfers, day, opening, "<Sts><Cd>BOOK</Cd></Sts>", "<Pty><Nm>%s</Nm></Pty>", 140);
        }
    },
    CFONB("CFONB 120") {
        @Override
        String written(List<Transfer> transfers, LocalDate day, Money opening) {
            String date = day.format(DateTimeFormatter.ofPattern("ddMMuu"));
            List<String> records = new ArrayList<>();
            records.add(balance("01", opening, date));
            for (Transfer transfer : transfers) {
                records.add("0430006    00001EUR2 1234567890118" + date + "  " + date + padded("VIR SEPA RECU", 33)
                        + "0000000  " + amount(transfer.amount()) + " ".repeat(16));
                records.add(detail(date, "NPY", transfer.payer()));
                records.add(detail(date, "RCN", transfer.endToEnd()));
                String text = plain(transfer.text());
                records.add(detail(date, "LCC", text.substring(0, Math.min(70, text.length()))));
                if (text.length() > 70) {
                    records.add(detail(date, "LC2", text.substring(70)));
                }
            }
            records.add(balance("07", opening.plus(sum(transfers)), date));
            return String.join("\n", records) + "\n";
        }

        private static String balance(String kind, Money amount, String date) {
            return kind + "30006    00001EUR2 12345678901  " + date + " ".repeat(50) + amount(amount) + " ".repeat(16);
        }

        private static String detail(String date, String qualifier, String text) {
            return "0530006    00001EUR2 1234567890118" + date + "     " + qualifier + padded(text, 70) + "  ";
        }

        // The last character holds the last digit and the sign.
        private static String amount(Money amount) {
            String digits = "%014d".formatted(amount.cents());
            return digits.substring(0, 13) + "{ABCDEFGHI".charAt(digits.charAt(13) - '0');
        }
    },
    MT940("MT940") {
        @Override
        String written(List<Transfer> transfers, LocalDate day, Money opening) {
            String date = day.format(DateTimeFormatter.ofPattern("uuMMdd"));
            StringBuilder text = new StringBuilder(":20:S\n:25:FR7630006000011234567890189\n:28C:1/1\n")
                    .append(":60F:C")
                    .append(date)
                    .append("EUR")
                    .append(comma(opening))
                    .append('\n');
            for (Transfer transfer : transfers) {
                text.append(":61:")
                        .append(date)
                        .append(date.substring(2))
                        .append('C')
                        .append(comma(transfer.amount()))
                        .append("NTRF")
                        .append(reference(transfer.endToEnd()))
                        .append("\n:86:");
                String said = plain(transfer.payer() + " " + transfer.text());
                for (int at = 0; at < said.length(); at += 65) {
                    text.append(said, at, Math.min(said.length(), at + 65)).append('\n');
                }
            }
            return text.append(":62F:C")
                    .append(date)
                    .append("EUR")
                    .append(comma(opening.plus(sum(transfers))))
                    .append("\n")
                    .toString();
        }

        // No longer, wherever that cuts it.
        private static String reference(String endToEnd) {
            return endToEnd.equals("NOTPROVIDED") ? "NONREF" : endToEnd.substring(0, Math.min(16, endToEnd.length()));
        }

        private static String comma(Money amount) {
            return amount.toString().replace('.', ',');
        }
    };

    private final String words;

    BankWriter(String words) {
        this.words = words;
    }

    abstract String written(List<Transfer> transfers, LocalDate day, Money opening);

    byte[] bytes(List<Transfer> transfers, LocalDate day, Money opening) {
        return written(transfers, day, opening).getBytes(StandardCharsets.UTF_8);
    }

    static Money sum(List<Transfer> transfers) {
        return transfers.stream().map(Transfer::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Capitals without accents, as banks' older systems have it. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        return (text + " ".repeat(width)).substring(0, width);
    }

    private static String camt(
            String version,
            List<Transfer> transfers,
            LocalDate day,
            Money opening,
            String booked,
            String name,
            int width) {
        StringBuilder text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt><Stmt><Id>S</Id>\
            <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>\
            """.formatted(version));
        text.append(balance("OPBD", opening, day)).append(balance("CLBD", opening.plus(sum(transfers)), day));
        for (Transfer transfer : transfers) {
            text.append("<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>%s"
                            .formatted(transfer.amount(), booked))
                    .append("<BookgDt><Dt>%1$s</Dt></BookgDt><ValDt><Dt>%1$s</Dt></ValDt><NtryDtls><TxDtls>"
                            .formatted(day))
                    .append("<Refs><EndToEndId>" + transfer.endToEnd() + "</EndToEndId></Refs>")
                    .append("<RltdPties><Dbtr>")
                    .append(name.formatted(transfer.payer()))
                    .append("</Dbtr></RltdPties>")
                    .append("<RmtInf>")
                    .append(lines(transfer.text(), width))
                    .append("</RmtInf>")
                    .append("</TxDtls></NtryDtls></Ntry>\n");
        }
        return text.append("</Stmt></BkToCstmrStmt></Document>").toString();
    }

    /** Some banks cut what was written into lines of 35 characters, wherever that is. */
    private static String lines(String text, int width) {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < text.length(); at += width) {
            lines.append("<Ustrd>")
                    .append(text, at, Math.min(text.length(), at + width))
                    .append("</Ustrd>");
        }
        return lines.toString();
    }

    private static String balance(String code, Money amount, LocalDate day) {
        return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                        + "<Dt><Dt>%s</Dt></Dt></Bal>")
                .formatted(code, amount, day);
    }

    @Override
    public String toString() {
        return words;
    }
}
