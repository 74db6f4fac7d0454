package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person has asked a seller for, and what became of it, as known on a day. It is answered once: put off before,
 * at most, and lifted after, where it goes on.
 *
 * <p>Readings taken: a month ends on the day of the same number, or on the last of a shorter month; that this is no
 * working day puts nothing off. A restriction, and an objection, hold from the day on which they are asked for until
 * they are refused or lifted: while it is made sure whether they are founded, the data are not used (GDPR, article
 * 18-1, a and d). Who was refused and asks again asks on another day, so that its month runs anew. What is claimed of a
 * person is not open to objection, for it rests on the contract.
 */
public record Rights(List<Requested> all) {

    /** To answer in, from the day on which it was received (article 12-3). */
    private static final int MONTHS = 1;

    /** In all, where a person is told why (article 12-3). */
    private static final int MOST_MONTHS = 3;

    public Rights {
        all = List.copyOf(all);
    }

    /**
     * What was asked.
     *
     * @param answer the last one; null: none
     */
    public record Requested(RightAsked asked, @Nullable RightAnswered answer) {

        /** Whether somebody has to answer still. */
        public boolean isOpen() {
            return answer == null || answer.outcome() == RightOutcome.EXTENDED;
        }

        /** The last day on which it may be answered. */
        public LocalDate dueOn() {
            LocalDate until = answer == null ? null : answer.until();
            return until == null ? lastDay(asked.on()) : until;
        }

        /** Whether it is neither refused nor lifted. */
        public boolean isInForce() {
            return isOpen() || Objects.requireNonNull(answer).outcome() == RightOutcome.GRANTED;
        }

        /** Why an answer cannot be the next one; empty: it can. */
        public Optional<Sentence> whyNot(RightAnswered next) {
            LocalDate since = answer == null ? asked.on() : answer.on();
            if (next.on().isBefore(since)) {
                return Optional.of(
                        answer == null
                                ? new Sentence(
                                        "le jour est avant le " + since + ", jour de la demande",
                                        "on is before " + since + ", when it was asked")
                                : new Sentence(
                                        "le jour est avant le " + since + ", jour de la réponse " + answer.outcome(),
                                        "on is before " + since + ", when it was answered: " + answer.outcome()));
            }
            return switch (next.outcome()) {
                case GRANTED, REFUSED -> isOpen() ? Optional.empty() : answeredBefore();
                case EXTENDED -> isOpen() ? whyNotPutOff(next) : answeredBefore();
                case LIFTED ->
                    asked.right().holds() && answer != null && answer.outcome() == RightOutcome.GRANTED
                            ? Optional.empty()
                            : Optional.of(new Sentence(
                                    "seules une limitation ou une opposition accordées sont levées",
                                    "only a restriction or an objection that was granted is lifted"));
            };
        }

        private Optional<Sentence> answeredBefore() {
            RightAnswered last = Objects.requireNonNull(answer);
            return Optional.of(new Sentence(
                    "il y a été répondu le " + last.on() + " : " + last.outcome()
                            + " ; une nouvelle demande est d’un autre jour",
                    "it was answered on " + last.on() + ": " + last.outcome()
                            + "; who asks again asks on another day"));
        }

        private Optional<Sentence> whyNotPutOff(RightAnswered next) {
            LocalDate until = Objects.requireNonNull(next.until());
            if (next.on().isAfter(lastDay(asked.on()))) {
                return Optional.of(new Sentence(
                        "le jour est après le " + lastDay(asked.on())
                                + " : la prolongation est dite dans le premier mois (RGPD, art. 12, § 3)",
                        "on is after " + lastDay(asked.on())
                                + ": that it takes longer is said within the first month (GDPR, art. 12-3)"));
            }
            if (!until.isAfter(dueOn())) {
                return Optional.of(new Sentence(
                        "le nouveau dernier jour n’est pas après le " + dueOn() + ", le dernier jour actuel",
                        "until is not after " + dueOn() + ", its last day as it is"));
            }
            return until.isAfter(latest(asked))
                    ? Optional.of(new Sentence(
                            "le nouveau dernier jour est après le " + latest(asked)
                                    + " : trois mois au plus (RGPD, art. 12, § 3)",
                            "until is after " + latest(asked) + ": three months are the most (GDPR, art. 12-3)"))
                    : Optional.empty();
        }
    }

    /** @param facts in any order */
    public static Rights of(List<CustomerFact> facts, LocalDate today) {
        Map<String, RightAsked> asked = new TreeMap<>();
        Map<String, RightAnswered> answers = new TreeMap<>();
        for (CustomerFact fact : facts) {
            if (fact instanceof RightAsked one && !one.on().isAfter(today)) {
                asked.put(one.factId(), one);
            } else if (fact instanceof RightAnswered one && !one.on().isAfter(today)) {
                answers.merge(one.asked(), one, Rights::later);
            }
        }
        List<Requested> all = new ArrayList<>();
        asked.forEach((id, one) -> all.add(new Requested(one, answers.get(id))));
        all.sort(Comparator.comparing(Requested::dueOn)
                .thenComparing(one -> one.asked().factId()));
        return new Rights(all);
    }

    /** Of one day that which can only have come after the other, whatever their ids are. */
    private static RightAnswered later(RightAnswered one, RightAnswered other) {
        Comparator<RightAnswered> order = Comparator.comparing(RightAnswered::on)
                .thenComparing(answer -> stage(answer.outcome()))
                .thenComparing(RightAnswered::factId);
        return order.compare(one, other) < 0 ? other : one;
    }

    private static int stage(RightOutcome outcome) {
        return switch (outcome) {
            case EXTENDED -> 0;
            case GRANTED, REFUSED -> 1;
            case LIFTED -> 2;
        };
    }

    /** What has to be answered still, the most urgent first. */
    public List<Requested> open() {
        return all.stream().filter(Requested::isOpen).toList();
    }

    /** Whether the data may only be kept, and used for claims (GDPR, article 18-2). */
    public boolean isRestricted() {
        return isInForce(PersonRight.RESTRICTION);
    }

    /** Whether nothing may rest on the seller's own interest (GDPR, article 21-1). */
    public boolean isObjected() {
        return isInForce(PersonRight.OBJECTION);
    }

    private boolean isInForce(PersonRight right) {
        return all.stream().anyMatch(one -> one.asked().right() == right && one.isInForce());
    }

    /** What a request is known by, of one customer of one seller: told twice, it is one. */
    public static String askedId(PersonRight right, LocalDate on) {
        return "right-" + right.name().toLowerCase(Locale.ROOT) + "-" + on;
    }

    /** What an answer to it is known by. */
    public static String answeredId(String asked, RightOutcome outcome, LocalDate on) {
        return asked + "-" + outcome.name().toLowerCase(Locale.ROOT) + "-" + on;
    }

    /** The last day on which what was asked on a day is to be answered. */
    public static LocalDate lastDay(LocalDate asked) {
        return asked.plusMonths(MONTHS);
    }

    /** The last day to which an answer may be put off. */
    public static LocalDate latest(RightAsked asked) {
        return asked.on().plusMonths(MOST_MONTHS);
    }
}
