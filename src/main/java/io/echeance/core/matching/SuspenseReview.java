package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.matching.PaymentRegister.PaymentFileStore;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is done about payments in suspense when a day is closed, id by id: whose reminders are held ({@link
 * WaitingMoney}), and what a person is told of because it has waited three days.
 *
 * <p>It is done then and not when a payment comes, since in a backlog a payment may come before the order that it is
 * for: by the end of its day it has found it, whichever was read first.
 */
public final class SuspenseReview {

    private final PaymentFileStore store;

    /** @param store of the {@link PaymentRegister} */
    public SuspenseReview(PaymentFileStore store) {
        this.store = store;
    }

    /** Nothing more reaches us on {@code day}: holds the reminders of those for whose debts what still waits may be. */
    public List<Step> hold(String id, LocalDate day) {
        PaymentFile file = file(id);
        PaymentFile held = file;
        List<Step> steps = new ArrayList<>();
        for (Filed entry : file.entries()) {
            if (!entry.since().isAfter(day)) {
                boolean isBack = file.movements().hasComeBack(entry);
                held = held.with(WaitingMoney.held(entry, isBack, day, steps));
            }
        }
        if (!held.equals(file)) {
            store.put(id, held);
        }
        return steps;
    }

    /** Announces what has waited too long on the morning of {@code today}: what came on that day came later. */
    public List<Suspended> announce(String id, LocalDate today) {
        PaymentFile file = file(id);
        PaymentFile known = file.knownBefore(today);
        PaymentFile announced = file;
        List<Suspended> due = new ArrayList<>();
        for (Filed entry : file.entries()) {
            Suspended suspended = entry.suspended();
            if (entry.state() == Whereabouts.WAITS
                    && !entry.isDecision(Whereabouts.WAITS)
                    && !suspended.announcedOn().isAfter(today)
                    && !known.movements().areTakenBackBy(entry)
                    && !known.movements().hasComeBack(entry)) {
                due.add(suspended);
                announced = announced.with(entry.in(Whereabouts.ANNOUNCED));
            }
        }
        if (!due.isEmpty()) {
            store.put(id, announced);
        }
        return due;
    }

    /**
     * Whether something under this id was passed over on a morning up to {@code today}, since there was nothing to tell
     * of it: after every fact of the id, it is to be judged again on the morning after.
     */
    public boolean isPassedOver(String id, LocalDate today) {
        return file(id).entries().stream()
                .anyMatch(entry -> entry.state() == Whereabouts.WAITS
                        && !entry.isDecision(Whereabouts.WAITS)
                        && !entry.suspended().announcedOn().isAfter(today));
    }

    /** The next morning on which something under this id has waited too long; null: nothing waits for that. */
    public @Nullable LocalDate announcesOn(String id, LocalDate today) {
        return file(id).entries().stream()
                .filter(entry -> entry.state() == Whereabouts.WAITS && !entry.isDecision(Whereabouts.WAITS))
                .map(entry -> entry.suspended().announcedOn())
                .filter(on -> on.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private PaymentFile file(String id) {
        return Objects.requireNonNullElse(store.get(id), PaymentFile.EMPTY);
    }
}
