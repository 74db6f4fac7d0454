package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order that tables tell facts to: order O of customer C, by the terms of a seller. */
public final class AnOrder {

    public static final String ID = "O";
    public static final String CUSTOMER = "C";

    private final LocalDate on;
    private final Terms terms;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<FundingRequest> funding = new ArrayList<>();
    private final List<KnownFact> facts = new ArrayList<>();
    private Quality quality = Quality.PROFESSIONAL;
    private Service service;
    private boolean beginsAtOnce;
    private @Nullable Money deposit;
    private LocalDate knownOn;

    private AnOrder(String terms, LocalDate on) {
        this.on = on;
        this.knownOn = on;
        this.terms = TermPacks.bundled().catalogue().binding(terms, on).orElseThrow();
        this.service = new Service(on.plusDays(30), on.plusDays(32), List.of());
    }

    public static AnOrder of(String terms, String on) {
        return new AnOrder(terms, day(on));
    }

    public AnOrder by(Quality buyer) {
        quality = buyer;
        return this;
    }

    public AnOrder of(LineKind kind, String net) {
        lines.add(new OrderLine(kind, kind.name(), Money.of(net)));
        return this;
    }

    public AnOrder from(String start, String end, Period... periods) {
        service = new Service(day(start), day(end), List.of(periods));
        return this;
    }

    public AnOrder fundedBy(String funder, String requested) {
        return fundedBy(funder, Mode.SUBROGATION, requested);
    }

    public AnOrder fundedBy(String funder, Mode mode, String requested) {
        funding.add(new FundingRequest(funder, mode, Money.of(requested)));
        return this;
    }

    /** With VAT. */
    public AnOrder withDeposit(String gross) {
        deposit = Money.of(gross);
        return this;
    }

    /** The order reached us later than on its day. */
    public AnOrder knownOn(String day) {
        knownOn = day(day);
        return this;
    }

    /** A consumer's wish to begin before the right to withdraw ends. */
    public AnOrder beginningAtOnce() {
        beginsAtOnce = true;
        return this;
    }

    /** Told on the day of which it speaks. */
    public AnOrder received(Fact fact) {
        return receivedOn(fact.on(), fact);
    }

    public AnOrder receivedOn(LocalDate knownOn, Fact fact) {
        facts.add(new KnownFact(knownOn, fact));
        return this;
    }

    public AnOrder paid(String paymentId, String payer, String amount, String day) {
        return paidFor(paymentId, payer, amount, day, ID);
    }

    public AnOrder paidFor(String paymentId, String payer, String amount, String day, String reference) {
        return received(new PaymentReceived(
                paymentId, ID, day(day), paymentId, payer, Money.of(amount), Method.TRANSFER, reference));
    }

    public AnOrder returned(String paymentId, String day) {
        return received(new PaymentReturned(paymentId + " returned " + day, ID, day(day), paymentId, null));
    }

    public AnOrder refunded(String refundId, String payer, String amount, String day) {
        return received(new RefundPaid(refundId + " " + day, ID, day(day), refundId, payer, Money.of(amount)));
    }

    public Service service() {
        return service;
    }

    public Terms terms() {
        return terms;
    }

    /** What is known and counts on a day. */
    public Situation asOf(String today) {
        List<KnownFact> all = new ArrayList<>(facts);
        all.add(
                0,
                new KnownFact(
                        knownOn,
                        new OrderPlaced(
                                "placed",
                                ID,
                                on,
                                terms.name(),
                                new Customer(CUSTOMER, quality),
                                lines,
                                service,
                                deposit,
                                null,
                                funding,
                                beginsAtOnce)));
        return Objects.requireNonNull(Situation.of(new Evidence(all), terms, day(today)));
    }

    public static FundingDecided granted(String factId, String funder, String on, String amount) {
        return new FundingDecided(factId, ID, day(on), funder, Outcome.GRANTED, Money.of(amount));
    }

    public static FundingDecided refused(String factId, String funder, String on) {
        return new FundingDecided(factId, ID, day(on), funder, Outcome.REFUSED, null);
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
