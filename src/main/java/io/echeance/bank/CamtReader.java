package io.echeance.bank;

import io.echeance.bank.BankFile.Format;
import io.echeance.bank.RefusedFile.Cause;
import io.echeance.bank.StatementDraft.Balance;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * camt.053 and camt.054 of ISO 20022, in all versions at once: their elements are known by name, and the few that
 * differ are looked for in each of their places. Nothing outside of the file is ever read.
 */
final class CamtReader {

    private static final Pattern STATEMENTS = Pattern.compile("BkToCstmrStmt(V\\d+)?");
    private static final Pattern NOTIFICATIONS = Pattern.compile("BkToCstmrDbtCdtNtfctn(V\\d+)?");
    private static final Pattern VERSION = Pattern.compile("camt\\.05[34]\\.\\d{3}\\.\\d{2}$");
    private static final String OPENING = "OPBD";
    private static final String BEFORE = "PRCD";
    private static final String CLOSING = "CLBD";
    private static final Set<String> BOOKED = Set.of(OPENING, BEFORE, CLOSING, "ITBD");

    private final XMLStreamReader xml;
    private final List<BankStatement> statements = new ArrayList<>();

    private CamtReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static BankFile read(byte[] content) throws RefusedFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            return new CamtReader(factory.createXMLStreamReader(new StringReader(XmlText.of(content)))).file();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new RefusedFile(Cause.NOT_WELL_FORMED, "line " + Math.max(1, line), "its XML is broken there");
        }
    }

    private BankFile file() throws XMLStreamException, RefusedFile {
        while (XmlElement.next(xml) != XMLStreamConstants.START_ELEMENT) {
            // What stands before the document.
        }
        String message = xml.getLocalName();
        if (message.equals("Document")) {
            message = startsIn("Document") ? xml.getLocalName() : "";
        }
        String namespace = xml.getNamespaceURI();
        boolean isStatement = STATEMENTS.matcher(message).matches();
        if (!isStatement && !NOTIFICATIONS.matcher(message).matches()) {
            throw new RefusedFile(
                    Cause.UNKNOWN_FORMAT,
                    XmlElement.place(xml),
                    "it is a message " + Written.shown(message) + ", neither camt.053 nor camt.054");
        }
        read(message, isStatement ? "Stmt" : "Ntfctn");
        while (xml.hasNext()) {
            XmlElement.next(xml);
        }
        if (statements.isEmpty()) {
            throw Written.missing(XmlElement.place(xml), "the statement");
        }
        Format format = isStatement ? Format.CAMT_053 : Format.CAMT_054;
        Matcher named = VERSION.matcher(String.valueOf(namespace));
        return new BankFile(format, named.find() ? named.group() : format.toString(), statements);
    }

    /** Goes to the next element within the one that is open; false: that has ended. */
    private boolean startsIn(String open) throws XMLStreamException, RefusedFile {
        for (int event = XmlElement.next(xml); ; event = XmlElement.next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(open)) {
                return false;
            }
        }
    }

    /** Entry by entry: a file may be larger than what should be held of it. */
    private void read(String message, String statement) throws XMLStreamException, RefusedFile {
        while (startsIn(message)) {
            if (xml.getLocalName().equals(statement)) {
                statements.add(statement(statement));
            } else {
                XmlElement.read(xml);
            }
        }
    }

    private BankStatement statement(String name) throws XMLStreamException, RefusedFile {
        StatementDraft draft = new StatementDraft(XmlElement.place(xml));
        Balances balances = new Balances();
        List<XmlElement> before = new ArrayList<>();
        while (startsIn(name)) {
            XmlElement part = XmlElement.read(xml);
            switch (part.name()) {
                case "Id" -> draft.named(String.valueOf(Written.text(part.text())));
                case "Acct" -> account(part, draft);
                case "Bal" -> balances.take(part);
                case "Ntry" -> before.add(part);
                default -> {} // Sums and the like.
            }
            if (part.name().equals("Ntry") && !draft.account().isEmpty()) {
                take(before, draft);
            }
        }
        take(before, draft);
        if (name.equals("Ntfctn")) {
            return draft.notification();
        }
        balances.tell(draft);
        return draft.proven();
    }

    private static void take(List<XmlElement> entries, StatementDraft draft) throws RefusedFile {
        for (XmlElement entry : entries) {
            new CamtEntry(entry, draft.account()).tell(draft);
        }
        entries.clear();
    }

    private static void account(XmlElement account, StatementDraft draft) throws RefusedFile {
        String written = account.text("Id/IBAN", "Id/Othr/Id");
        if (written == null) {
            throw Written.missing(account.place(), "the number of the account");
        }
        draft.of(Written.account(written));
        String currency = account.text("Ccy");
        if (currency != null) {
            Written.requireEuro(currency, account.place());
        }
    }

    /** Of a page in the middle, the balances in between are its own. */
    private static final class Balances {

        private @Nullable Balance opening;
        private @Nullable Balance before;
        private @Nullable Balance closing;
        private final List<Balance> between = new ArrayList<>();

        void take(XmlElement element) throws RefusedFile {
            String type = element.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd");
            if (type == null || !BOOKED.contains(type)) {
                return;
            }
            XmlElement amount = element.at("Amt");
            if (amount == null) {
                throw Written.missing(element.place(), "the amount of the balance");
            }
            Written.requireEuro(amount.currency(), amount.place());
            String day = element.text("Dt/Dt", "Dt/DtTm");
            Balance balance = new Balance(
                    day == null ? null : Written.day(day, element.place()),
                    Written.signed(Written.amount(amount.text(), amount.place()), CamtEntry.isCredit(element)));
            switch (type) {
                case OPENING -> opening = opening == null ? balance : opening;
                case BEFORE -> before = before == null ? balance : before;
                case CLOSING -> closing = balance;
                default -> between.add(balance);
            }
        }

        void tell(StatementDraft draft) {
            List<Balance> from = Stream.concat(
                            Stream.of(opening, before).flatMap(Stream::ofNullable),
                            between.stream().limit(1))
                    .toList();
            List<Balance> to = Stream.concat(
                            Stream.ofNullable(closing), between.stream().skip(Math.max(0, between.size() - 1)))
                    .toList();
            if (!from.isEmpty()) {
                draft.opensWith(from.getFirst());
            }
            if (!to.isEmpty()) {
                draft.closesWith(to.getFirst());
            }
            for (Balance one : from) {
                to.stream()
                        .filter(other -> between.size() > 1 || !other.equals(one))
                        .forEach(other -> draft.mayLieBetween(one, other));
            }
        }
    }
}
