package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.order.AccountMark;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose payments came from an account: of each payment that a written name or a person has put to its order, as whose.
 * It lasts as long as that stands: a payment that has left its order, or has come back, says nothing of its account any
 * more. A payment from an account that paid for one payer alone may be his, which is proposed, and holds his reminders;
 * an account that paid for several says nothing, for parents pay for students, and companies for who works there.
 *
 * <p>What is known of an account lies with the references, under its mark; what is known by a payment lies in its file.
 */
public final class AccountMemory {

    /** So many payments of an account are remembered, the last by their value dates. */
    static final int MOST = 20;

    private static final String BEHIND_DAY = "/";

    private AccountMemory() {}

    /** What changes with a file is for whoever remembers to hear. */
    static void tell(@Nullable PaymentFile before, PaymentFile after, List<Step> steps) {
        for (Filed entry : after.entries()) {
            if (entry.fact() instanceof PaymentReceived payment && payment.senderAccount() != null) {
                List<String> earlier = before == null
                        ? List.of()
                        : before.withId(payment.factId())
                                .map(same -> payers(before, same))
                                .orElse(List.of());
                List<String> payers = payers(after, entry);
                if (!payers.equals(earlier)) {
                    String learnedFrom = payment.on() + BEHIND_DAY + payment.factId();
                    steps.add(new Step.Remembered(KnownName.ofAccount(payment.senderAccount(), learnedFrom, payers)));
                }
            }
        }
    }

    /** As whose it is with its order; nobody: it is with none. */
    private static List<String> payers(PaymentFile file, Filed entry) {
        if (file.movements().hasComeBack(entry)) {
            return List.of();
        }
        if (entry.allotment() != null) {
            return entry.allotment().parts().stream()
                    .map(PaymentReceived::payerId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }
        return entry.state() == Whereabouts.SENT
                ? about(entry)
                        .flatMap(meaning -> meaning.names().stream().findFirst())
                        .map(KnownName::payers)
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<Meaning> about(Filed entry) {
        return entry.answers().stream()
                .filter(answer -> KnownName.isOfAccount(answer.key()))
                .findFirst();
    }

    /** Of a payment that a rule has put to its order: as whose, for that stands nowhere else. */
    static List<Meaning> placed(PaymentReceived payment, @Nullable String payer) {
        String mark = payment.senderAccount();
        if (mark == null || payer == null) {
            return List.of();
        }
        KnownName name = KnownName.ofAccount(mark, "", List.of(payer));
        return List.of(new Meaning(name.key(), List.of(name), false));
    }

    /** Who likely paid what waits; empty: that is known, or nobody can tell. */
    public static Optional<UsualPayer> of(Filed entry) {
        return entry.fact() instanceof PaymentReceived payment && payment.payerId() == null && entry.isInSuspense()
                ? about(entry).flatMap(meaning -> of(payment, meaning.names()))
                : Optional.empty();
    }

    /** For his orders, whose reminders are to be held. */
    static void ask(Filed entry, List<Step> steps) {
        of(entry)
                .map(usual -> Question.ofPayer(usual.payer()))
                .filter(question -> entry.answerAbout(question.key()).isEmpty())
                .ifPresent(question -> steps.add(new Step.Asked(question, PaymentRegister.asker(entry.fact()))));
    }

    private static Optional<UsualPayer> of(PaymentReceived payment, List<KnownName> names) {
        List<KnownName> known =
                names.stream().filter(name -> !name.payers().isEmpty()).toList();
        List<String> payers = known.stream()
                .flatMap(name -> name.payers().stream())
                .distinct()
                .toList();
        Optional<AccountMark> mark = AccountMark.in(payment.senderAccount());
        if (payers.size() != 1 || mark.isEmpty()) {
            return Optional.empty();
        }
        String last = known.getLast().behindKey();
        LocalDate lastOn = LocalDate.parse(last.substring(0, last.indexOf(BEHIND_DAY)));
        return Optional.of(new UsualPayer(payers.getFirst(), mark.get().lastFour(), known.size(), lastOn));
    }

    /**
     * What is known of an account with what a payment tells of it. Also what is said no longer keeps its place among
     * the last, so that it does not matter what came first.
     */
    static List<KnownName> with(Collection<KnownName> before, KnownName learned) {
        List<KnownName> all = new ArrayList<>(before);
        all.removeIf(name -> name.name().equals(learned.name()));
        all.add(learned);
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** What is known of an account without what a payment told of it: whose it is may not be remembered. */
    static List<KnownName> withoutIts(Collection<KnownName> before, KnownName payment) {
        return before.stream()
                .filter(name -> !name.name().equals(payment.name()))
                .toList();
    }

    /** Whether something is known of a payer there. */
    public static boolean isOf(String key, Collection<KnownName> known, String payer) {
        return KnownName.isOfAccount(key)
                && known.stream().anyMatch(name -> name.payers().contains(payer));
    }

    /** What is known of an account without what is known of a payer. */
    static List<KnownName> without(Collection<KnownName> before, String payer) {
        return before.stream().filter(name -> !name.payers().contains(payer)).toList();
    }
}
