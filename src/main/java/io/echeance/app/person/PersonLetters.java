package io.echeance.app.person;

import io.echeance.app.filing.FileName;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.DocumentId;
import io.echeance.core.terms.Terms;
import io.echeance.document.Dispatch;
import io.echeance.document.Letter;
import io.echeance.reference.TermPacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person was written: a page for each letter of an order, and one for all that was said on one day. They are
 * made again from what they were made of; those to others, and about others' debts, are not the person's.
 */
final class PersonLetters {

    private final String id;
    private final List<LetterStep> alerts = new ArrayList<>();
    private final Map<String, Mailing> mailings = new LinkedHashMap<>();
    private final Map<String, Terms> terms = new HashMap<>();

    PersonLetters(String id) {
        this.id = id;
    }

    void hear(@Nullable Object value) {
        if (value instanceof LetterStep alert && alert.payer().equals(id)) {
            alerts.add(alert);
        } else if (value instanceof Mailing mailing && mailing.payer().equals(id)) {
            mailings.putIfAbsent(mailing.mailingId(), mailing); // the same again is the same
        } else if (value instanceof Terms version) {
            terms.put(version.id(), version);
        }
    }

    /** All whose terms are known. */
    Set<String> sellers() {
        return Stream.concat(TermPacks.bundled().all().stream(), terms.values().stream())
                .map(Terms::seller)
                .collect(Collectors.toSet());
    }

    /**
     * Each page by the name of its file; made when it is asked for, and then perhaps not to be made: an invoice of it
     * has no number yet, or terms are no longer there ({@link IllegalArgumentException}).
     *
     * @param invoices addressed to the person
     * @param party as it is known now; null: as the invoices name it
     */
    Map<String, Supplier<byte[]>> pages(List<Invoice> invoices, @Nullable Party party) {
        Map<String, Supplier<byte[]>> pages = new LinkedHashMap<>();
        for (LetterStep alert : alerts) {
            FileName name = FileName.ofLetter(alert.on(), alert.orderId(), id, alert.step());
            pages.put("letters/" + name.with("pdf"), () -> letter(alert, of(alert.receivables(), invoices), party));
        }
        for (Mailing mailing : mailings.values()) {
            FileName name = FileName.ofMailing(mailing.on(), mailing.seller());
            List<NamedDebt> debts = mailing.sections().stream()
                    .flatMap(section -> section.debts().stream())
                    .toList();
            pages.put("mailings/" + name.with("pdf"), () -> mailing(mailing, of(debts, invoices), party));
        }
        return pages;
    }

    private static List<Invoice> of(List<NamedDebt> debts, List<Invoice> invoices) {
        Set<DocumentId> named = new HashSet<>();
        debts.forEach(debt -> named.add(debt.key().document()));
        List<Invoice> own = invoices.stream()
                .filter(invoice -> named.contains(invoice.document().id()))
                .toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException("none of its invoices is there");
        }
        return own;
    }

    private byte[] letter(LetterStep alert, List<Invoice> named, @Nullable Party party) {
        Invoice first = named.getFirst();
        Terms binding = terms.get(first.document().terms());
        if (binding == null) {
            throw new IllegalArgumentException("its terms are not there");
        }
        return Letter.of(alert, named, binding, first.issuer(), party == null ? first.buyer() : party);
    }

    private byte[] mailing(Mailing mailing, List<Invoice> named, @Nullable Party party) {
        Invoice first = named.getFirst();
        Party debtor = party == null ? first.buyer() : party;
        return new Dispatch(mailing, alerts, named, terms, first.issuer(), debtor).pdf();
    }
}
