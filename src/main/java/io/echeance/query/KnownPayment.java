package io.echeance.query;

import io.echeance.core.matching.AccountMemory;
import io.echeance.core.matching.Allotment;
import io.echeance.core.matching.BankDetails;
import io.echeance.core.matching.PaymentFile;
import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.UsualPayer;
import io.echeance.core.order.PaymentDecided.PaidDetail;
import io.echeance.core.order.PaymentDecided.PlacedPart;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.SetAside;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment, and where its money is.
 *
 * @param payment as it was presented last; one that has its order without the words that came with it
 * @param since the day on which it reached us
 * @param waits whether it is in suspense, and somebody has to say where it goes
 * @param cameBack whether the money has left again, wherever it was
 * @param parts with which orders it is; none: with none
 * @param standing the decision about it that stands, and that the next one has to name; null: nobody has decided
 * @param proposals what it may be meant for, while it waits
 * @param usualPayer whose payments came from its account, while it waits and nobody knows who paid; null: nobody's, or
 *     of several
 * @param details the payments that have taken its place, as a bank's notification tells; none: none have
 */
public record KnownPayment(
        PaymentFact payment,
        LocalDate since,
        boolean waits,
        boolean cameBack,
        List<PlacedPart> parts,
        @Nullable SetAside setAside,
        @Nullable PaymentApplied standing,
        List<Proposal> proposals,
        @Nullable UsualPayer usualPayer,
        List<PaidDetail> details) {

    public KnownPayment {
        parts = List.copyOf(parts);
        proposals = List.copyOf(proposals);
        details = List.copyOf(details);
    }

    /** Empty: there is none in the file, but what is about one. */
    public static Optional<KnownPayment> of(PaymentFile file) {
        return file.payment().map(filed -> of(filed, file));
    }

    private static KnownPayment of(Filed filed, PaymentFile file) {
        PaymentReceived payment = (PaymentReceived) filed.fact();
        Allotment decided = filed.allotment();
        Optional<PaymentDetailed> details = BankDetails.standing(file);
        boolean waits = switch (filed.state()) {
            case ASKED, WAITS, ANNOUNCED -> !file.hasComeBack();
            case SENT, CAME_BACK -> false;
        };
        return new KnownPayment(
                payment,
                filed.since(),
                waits,
                file.hasComeBack(),
                decided != null
                        ? decided.parts().stream().map(KnownPayment::part).toList()
                        : filed.orderId() == null ? List.of() : List.of(part(payment.of(filed.orderId()))),
                decided == null ? null : decided.setAside(),
                file.standing().orElse(null),
                waits ? filed.suspended().proposals() : List.of(),
                AccountMemory.of(filed).orElse(null),
                details.map(detailed -> detailed.payments(payment).stream()
                                .map(one -> new PaidDetail(one.paymentId(), one.amount()))
                                .toList())
                        .orElse(List.of()));
    }

    private static PlacedPart part(PaymentReceived part) {
        String orderId = Objects.requireNonNull(part.orderId(), "a part has its order");
        return new PlacedPart(part.paymentId(), orderId, part.payerId(), part.amount());
    }
}
