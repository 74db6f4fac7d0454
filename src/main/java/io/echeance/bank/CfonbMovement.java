package io.echeance.bank;

import io.echeance.bank.CfonbReader.Columns;
import io.echeance.bank.Movement.Counterparty;
import io.echeance.bank.Movement.Marks;
import io.echeance.bank.Movement.Returned;
import io.echeance.core.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record 04 and those of 05 that follow it. Banks put what is useful under different qualifiers, so each line is
 * kept, known or not.
 */
final class CfonbMovement {

    private static final int END_TO_END_LENGTH = 35;

    private final Columns head;
    private final Map<String, StringBuilder> details = new LinkedHashMap<>();

    CfonbMovement(Columns head) {
        this.head = head;
    }

    String place() {
        return head.place();
    }

    /** Of one qualifier, what follows goes on where the line before ended. */
    void more(Columns detail) {
        details.computeIfAbsent(detail.at(45, 47), none -> new StringBuilder()).append(detail.raw(48, 117));
    }

    Movement movement() throws RefusedFile {
        Money amount = head.amount();
        boolean isCredit = !amount.isNegative();
        String value = head.at(42, 47);
        return new Movement(
                head.day(34),
                value.isEmpty() ? head.day(34) : head.day(42),
                amount,
                false,
                head.at(32, 33),
                counterparty(isCredit),
                marks(),
                texts(),
                returned());
    }

    private @Nullable Counterparty counterparty(boolean isCredit) {
        String name = text(isCredit ? "NPY" : "NBE");
        String ultimate = text(isCredit ? "NPO" : "NBU");
        String id = text(isCredit ? "IPY" : "IBE");
        String account = id == null ? "" : id.split(" ", 2)[0];
        String iban = Written.isIban(account) ? account : null;
        return name == null && ultimate == null && iban == null ? null : new Counterparty(name, iban, ultimate);
    }

    private Marks marks() {
        String customers = raw("RCN");
        String sender = customers.substring(0, Math.min(END_TO_END_LENGTH, customers.length()));
        String bank = text("REF");
        return new Marks(
                bank == null ? Written.text(head.at(104, 119)) : bank,
                Written.text(sender),
                null,
                text("RUM"),
                text("LCS"),
                null);
    }

    /** The label first, then each line; the two halves of a transfer's text together. */
    private List<String> texts() {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        List<String> written = new ArrayList<>();
        written.add(head.at(48, 79));
        details.forEach((qualifier, text) -> {
            switch (qualifier) {
                case "LCC" -> written.add(text + raw("LC2"));
                case "LC2" -> written.add(details.containsKey("LCC") ? "" : text.toString());
                case "IPY", "IBE", "NPY", "NBE" -> {}
                default -> written.add(text.toString());
            }
        });
        for (String one : written) {
            String text = Written.text(one);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    private @Nullable Returned returned() {
        String code = head.at(40, 41);
        return code.isEmpty() || code.equals("00") ? null : new Returned(code, null);
    }

    private @Nullable String text(String qualifier) {
        return Written.text(raw(qualifier));
    }

    /** Empty: the bank does not say it. */
    private String raw(String qualifier) {
        StringBuilder said = details.get(qualifier);
        return said == null ? "" : said.toString();
    }
}
