package io.echeance.app.cluster;

import io.echeance.core.money.Money;

/** Statements of one bare line each, and notifications of what is in it. */
public final class WrittenBatch {

    static final String ACCOUNT = "FR7630006000011234567890189";

    private WrittenBatch() {}

    public static String camt053(String statements) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>" + statements
                + "</BkToCstmrStmt></Document>";
    }

    /** @param amount of its one line, without details */
    public static String statement(String opening, String day, String amount) {
        String closing = Money.of(opening).plus(Money.of(amount)).toString();
        return "<Stmt><Id>S " + day + "</Id>" + account() + balance("OPBD", opening, day)
                + balance("CLBD", closing, day) + entry(day, amount, "") + "</Stmt>";
    }

    public static String notification(String day, String sum, String... amounts) {
        StringBuilder details = new StringBuilder();
        for (int n = 0; n < amounts.length; n++) {
            details.append("<TxDtls><Refs><EndToEndId>H-")
                    .append(31 + n)
                    .append("</EndToEndId></Refs><Amt Ccy=\"EUR\">")
                    .append(amounts[n])
                    .append("</Amt><RmtInf><Ustrd>T-")
                    .append(31 + n)
                    .append("</Ustrd></RmtInf></TxDtls>");
        }
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn>"
                + "<Id>N " + day + "</Id>" + account() + entry(day, sum, details.toString())
                + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    private static String account() {
        return "<Acct><Id><IBAN>" + ACCOUNT + "</IBAN></Id><Ccy>EUR</Ccy></Acct>";
    }

    private static String balance(String type, String amount, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private static String entry(String day, String amount, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount.replace("-", "") + "</Amt><CdtDbtInd>"
                + (amount.startsWith("-") ? "DBIT" : "CRDT") + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>"
                + day + "</Dt></BookgDt><ValDt><Dt>" + day
                + "</Dt></ValDt><AcctSvcrRef>B-1</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>"
                + "<NtryDtls>" + details + "</NtryDtls></Ntry>";
    }
}
