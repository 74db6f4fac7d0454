package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Situation;
import io.echeance.core.terms.VatRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entries of one order on one day.
 *
 * <p>A document debits its payer with what it asks for and credits what was earned; a credit note does the reverse. A
 * deposit is earned by nobody yet: it stands in 4191 until an invoice deducts it. Payments, returns and refunds move
 * money between the payer and the bank, in full: what nothing absorbs is a credit balance of the payer. Of what a
 * statement of account tells, the bank has its entry already ({@link StatementEntry}), and it comes out of suspense;
 * what was kept of a payment on its way is the seller's cost. What is given
 * up is a loss; the part of it that is paid after all is taken back.
 *
 * <p>VAT on services is due as they are paid (CGI, 269-2 c): no seller's text says that it has opted for the invoice's
 * date. So a document's VAT waits in 4458, and goes to 44571 with each payment, in the same share as the payment has in
 * the document. A debt that is given up takes along the VAT that waits: it will never be due.
 */
public final class Bookkeeper {

    private final Situation situation;
    private final String seller;
    private final LocalDate today;

    public Bookkeeper(Situation situation) {
        this.situation = situation;
        this.seller = situation.terms().seller();
        this.today = situation.today();
    }

    /**
     * What a document posts.
     *
     * @param documents of the order, in the order of issue: the deposits that an invoice deducts stand before it
     */
    public Optional<LedgerEntry> issued(Document document, List<Document> documents) {
        boolean credit = document.kind() == Kind.CREDIT_NOTE;
        Lines lines = new Lines();
        for (Item item : document.items()) {
            lines.credit(LedgerAccount.earning(item.key()), credit ? item.net().negate() : item.net());
        }
        Base issued = credit ? Base.of(document).negated() : Base.of(document);
        issued.parts()
                .forEach((taxation, part) -> lines.credit(LedgerAccount.pendingVat(taxation.named()), part.vat()));
        Money asked = document.payable() == null ? document.gross().negate() : document.payable();
        lines.debitClient(document.payer(), asked);
        if (!credit) {
            deduct(document, documents, lines);
        }
        return entry(
                "issued/" + document.id(),
                Journal.SALES,
                document.id().text(),
                document.on(),
                label(document),
                document.refersTo() == null ? null : "issued/" + document.refersTo(),
                lines);
    }

    /** The deposit leaves 4191, and its VAT, which was credited with it, is not credited twice. */
    private static void deduct(Document invoice, List<Document> documents, Lines lines) {
        Base deducted = Deduction.of(invoice, documents);
        lines.debit(LedgerAccount.ADVANCES, deducted.net());
        deducted.parts()
                .forEach((taxation, part) -> lines.debit(LedgerAccount.pendingVat(taxation.named()), part.vat()));
    }

    /** A payment comes in, or a refund goes out. */
    public Optional<LedgerEntry> moved(PaymentFact movement) {
        return entry(
                name(movement),
                Journal.BANK,
                movement.movementId(),
                movement.on(),
                label(movement) + movement.movementId(),
                null,
                lines(movement, false));
    }

    /**
     * It came back, the way it went; or it turns out that it did not.
     *
     * @param returned null: it stands after all
     * @param times how often one or the other was posted of it before
     */
    public Optional<LedgerEntry> movedBack(PaymentFact movement, @Nullable PaymentReturned returned, int times) {
        String suffix = movement.factId() + (times < 2 ? "" : "/" + (times / 2 + 1));
        return returned == null
                ? entry(
                        "restored/" + suffix,
                        Journal.BANK,
                        movement.movementId(),
                        movement.on(),
                        "Rétablissement du " + label(movement).toLowerCase(Locale.ROOT) + movement.movementId(),
                        "returned/" + suffix,
                        lines(movement, false))
                : entry(
                        "returned/" + suffix,
                        Journal.BANK,
                        movement.movementId(),
                        returned.on(),
                        "Rejet du " + label(movement).toLowerCase(Locale.ROOT) + movement.movementId(),
                        name(movement),
                        lines(movement, true));
    }

    /** It was never this order's: what was posted of it is taken back. */
    public Optional<LedgerEntry> withdrawn(PaymentReceived payment) {
        return entry(
                "withdrawn/" + payment.factId(),
                Journal.BANK,
                payment.movementId(),
                payment.on(),
                "Réimputation du règlement " + payment.movementId(),
                name(payment),
                lines(payment, true));
    }

    private static String name(PaymentFact movement) {
        return (movement instanceof RefundPaid ? "refunded/" : "received/") + movement.factId();
    }

    private static String label(PaymentFact movement) {
        return movement instanceof RefundPaid ? "Remboursement " : "Règlement ";
    }

    private Lines lines(PaymentFact movement, boolean back) {
        return switch (movement) {
            case PaymentReceived payment -> {
                Money amount = back ? payment.amount().negate() : payment.amount();
                Money kept = payment.bankFee() == null ? Money.ZERO : payment.bankFee();
                Money fee = back ? kept.negate() : kept;
                LedgerAccount place = payment.bankAccount() == null
                        ? LedgerAccount.receiving(payment.method())
                        : LedgerAccount.SUSPENSE;
                yield new Lines()
                        .debit(place, amount.minus(fee))
                        .debit(LedgerAccount.BANK_CHARGES, fee)
                        .creditClient(situation.payerOf(payment.payerId()), amount);
            }
            case RefundPaid refund -> {
                Money amount = back ? refund.amount().negate() : refund.amount();
                LedgerAccount place = refund.bankAccount() == null ? LedgerAccount.BANK : LedgerAccount.SUSPENSE;
                yield new Lines().credit(place, amount).debitClient(situation.payerOf(refund.payerId()), amount);
            }
            case PaymentApplied applied -> throw new IllegalArgumentException("a decision moves no money");
            case PaymentDetailed detailed -> throw new IllegalArgumentException("what a bank tells moves no money");
            case PaymentReturned returned -> throw new IllegalArgumentException("a return moves what it takes back");
        };
    }

    /**
     * More or less VAT has become due than was posted.
     *
     * @param more by rate; negative: a payment came back, or pays something else
     * @param n how many such entries the payer had, for the entry's id
     */
    public Optional<LedgerEntry> vatDue(String payer, SortedMap<VatRate, Money> more, int n) {
        Lines lines = new Lines();
        Money sum = Money.ZERO;
        for (Map.Entry<VatRate, Money> ofRate : more.entrySet()) {
            lines.debit(LedgerAccount.pendingVat(ofRate.getKey()), ofRate.getValue())
                    .credit(LedgerAccount.outputVat(ofRate.getKey()), ofRate.getValue());
            sum = sum.plus(ofRate.getValue());
        }
        String label = sum.isNegative() ? "Reprise de TVA exigible" : "TVA exigible sur encaissement";
        String id = situation.orderId() + "/" + payer + "/vat-due/" + (n + 1);
        return entry("vat-due/" + payer + "/" + (n + 1), Journal.MISCELLANEOUS, id, today, label, lines);
    }

    /**
     * What is given up of a payer's debt changes.
     *
     * @param more with VAT
     * @param vat of it, by rate, what waits and is never due
     * @param n how many such entries the payer had, for the entry's id
     */
    public Optional<LedgerEntry> givenUp(String payer, Money more, SortedMap<VatRate, Money> vat, int n) {
        Lines lines = new Lines().creditClient(payer, more);
        Money net = more;
        for (Map.Entry<VatRate, Money> ofRate : vat.entrySet()) {
            lines.debit(LedgerAccount.pendingVat(ofRate.getKey()), ofRate.getValue());
            net = net.minus(ofRate.getValue());
        }
        lines.debit(LedgerAccount.BAD_DEBTS, net);
        String label = more.isNegative() ? "Reprise de perte sur créance" : "Perte sur créance irrécouvrable";
        String id = situation.orderId() + "/" + payer + "/given-up/" + (n + 1);
        return entry("given-up/" + payer + "/" + (n + 1), Journal.MISCELLANEOUS, id, today, label, lines);
    }

    private Optional<LedgerEntry> entry(
            String id, Journal journal, String piece, LocalDate pieceOn, String label, Lines lines) {
        return entry(id, journal, piece, pieceOn, label, null, lines);
    }

    private Optional<LedgerEntry> entry(
            String id,
            Journal journal,
            String piece,
            LocalDate pieceOn,
            String label,
            @Nullable String reverses,
            Lines lines) {
        List<LedgerLine> posted = lines.lines();
        return posted.isEmpty()
                ? Optional.empty()
                : Optional.of(new LedgerEntry(
                        situation.orderId() + "/" + id,
                        situation.orderId(),
                        seller,
                        journal.code(),
                        today,
                        piece,
                        pieceOn,
                        label,
                        reverses == null ? null : situation.orderId() + "/" + reverses,
                        posted));
    }

    private static String label(Document document) {
        String what = switch (document.kind()) {
            case DEPOSIT -> "Facture d'acompte ";
            case INVOICE -> "Facture ";
            case CANCELLATION_FEE -> "Facture de dédit ";
            case CREDIT_NOTE -> "Avoir ";
            case RECOVERY_FEE -> "Indemnité de recouvrement ";
            case CLOSING -> "Intérêts de retard ";
        };
        return what + document.id();
    }
}
