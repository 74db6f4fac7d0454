package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.money.Money;
import io.echeance.core.order.Ids;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions about a customer are taken. Whether the customer is a natural person, who has to be heard first, only
 * its orders say: a decision without that is taken, and has no effect.
 */
public final class CustomerAdmission {

    /** What a person accepts holds so many months at most; it may be renewed, with a reason. */
    private static final int MOST_MONTHS = 24;

    /** What one decision may name. */
    private static final int GROUNDS = 200;

    /** All decisions about one customer: its row never outgrows a record. */
    private static final int MOST_BYTES = 384 << 10;

    private static final int OF_A_DECISION = 300;

    /** No name is that long without a blank, a dot or an at sign. */
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{20,64}");

    private static final Sentence ENDS_BEFORE = new Sentence("la date de fin est avant le début", "until is before on");

    private CustomerAdmission() {}

    /** By itself; null: it may be taken. */
    public static @Nullable Refusal refusal(CustomerFact fact) {
        String wrong = Ids.wrong("factId", fact.factId());
        wrong = wrong == null ? Ids.wrong("seller", fact.seller()) : wrong;
        wrong = wrong == null ? Ids.wrongForPayer("customer", fact.customer()) : wrong;
        if (wrong != null) {
            return new Refusal(Reason.MALFORMED, wrong);
        }
        if (!Plausible.is(fact.on())) {
            return malformed("le jour n’est pas plausible", "on is no plausible day");
        }
        Refusal typed = Typed.refused(fact);
        if (typed != null) {
            return typed;
        }
        return switch (fact) {
            case StandingDecided decision -> ofDecision(decision);
            case CreditLimitSet limit -> ofLimit(limit);
            case MailingSent sent -> ofMailing(sent.mailingId(), sent.by(), sent.messageId());
            case MailingFailed failed -> ofFailure(failed);
            case RightAsked asked ->
                ofTexts(
                        new Sentence(
                                "il manque comment l’identité a été vérifiée, ou qui a reçu la demande",
                                "identity or by is empty: how was it made sure who asks, and who took it"),
                        asked.identity(),
                        asked.by());
            case RightAnswered answered -> ofAnswer(answered);
        };
    }

    /**
     * By itself, by its id and by the terms of its seller; null: it may be taken. Taking a limit away needs no terms.
     *
     * @param sellers those whose terms are known: what another one is asked for nobody would answer
     * @param sellersWithLimits those of whom a version of terms says {@code creditLimits}: under others no order shows
     *     what it adds, and a limit would have no effect that anybody notices
     */
    public static @Nullable Refusal refusal(
            CustomerFact fact, PersonalIds ids, Set<String> sellers, Set<String> sellersWithLimits) {
        Refusal byItself = refusal(fact) == null ? ids.refusal(fact) : refusal(fact);
        byItself = byItself == null ? unknownSeller(fact, sellers) : byItself;
        boolean isIdle = fact instanceof CreditLimitSet limit
                && limit.amount() != null
                && !sellersWithLimits.contains(limit.seller());
        return byItself == null && isIdle
                ? new Refusal(
                        Reason.LIMIT_NOT_IN_TERMS,
                        "no terms of " + fact.seller() + " say standing.creditLimits: a limit would have no effect")
                : byItself;
    }

    /** Of a request of a person; null: its seller is one of these. An answer to one that was taken is not kept out. */
    public static @Nullable Refusal unknownSeller(CustomerFact fact, Set<String> sellers) {
        return fact instanceof RightAsked && !sellers.contains(fact.seller())
                ? new Refusal(
                        Reason.UNKNOWN_SELLER,
                        new Sentence(
                                "le vendeur " + fact.seller() + " n’est pas connu : aucune de ses conditions de vente"
                                        + " n’est publiée",
                                "no seller " + fact.seller() + " is known: no terms of his are published"))
                : null;
    }

    /**
     * Of what a person asked for, or was told: that it happened tomorrow nobody can tell, and until then it would be in
     * no list. Nor is anything decided ahead: it would beat what somebody decides meanwhile, knowing nothing of it.
     * Null: it may be taken.
     *
     * @param today on which it reaches us
     */
    public static @Nullable Refusal ahead(CustomerFact fact, LocalDate today) {
        boolean isOfItsDay =
                fact instanceof RightAsked || fact instanceof RightAnswered || fact instanceof StandingDecided;
        return isOfItsDay && fact.on().isAfter(today)
                ? malformed("le jour est après aujourd’hui, le " + today, "on is later than today, " + today)
                : null;
    }

    private static @Nullable Refusal ofLimit(CreditLimitSet limit) {
        if (limit.reason().isBlank() || limit.by().isBlank()) {
            return malformed(
                    "il manque le motif, ou de qui est le plafond",
                    "reason or by is empty: a limit says why, and whose it is");
        }
        if (limit.reason().length() > Bounds.TEXT || limit.by().length() > Bounds.TEXT) {
            return tooLong();
        }
        Money amount = limit.amount();
        if (amount != null && (amount.isNegative() || amount.isBeyond(Amounts.LARGEST))) {
            return malformed(
                    "le montant va de 0,00 à " + Amounts.LARGEST,
                    "amount: 0.00 or more, and no more than " + Amounts.LARGEST);
        }
        return limit.until() != null && limit.until().isBefore(limit.on())
                ? new Refusal(Reason.MALFORMED, ENDS_BEFORE)
                : null;
    }

    private static @Nullable Refusal ofTexts(Sentence empty, String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return new Refusal(Reason.MALFORMED, empty);
        }
        return one.length() > Bounds.TEXT || other.length() > Bounds.TEXT ? tooLong() : null;
    }

    private static @Nullable Refusal ofAnswer(RightAnswered answered) {
        String wrong = Ids.wrong("asked", answered.asked());
        if (wrong != null) {
            return new Refusal(Reason.MALFORMED, wrong);
        }
        if ((answered.outcome() == RightOutcome.EXTENDED) != (answered.until() != null)) {
            return malformed(
                    "le nouveau dernier jour est celui d’une réponse prolongée, et d’aucune autre",
                    "until is the new last day of what is EXTENDED, and of nothing else");
        }
        return ofTexts(
                new Sentence(
                        "il manque le motif, ou qui l’a dit à la personne",
                        "reason or by is empty: a person is told why, by somebody"),
                answered.reason(),
                answered.by());
    }

    /** Null: it answers something that was asked, and has no answer yet. */
    private static @Nullable Refusal ofAnswer(RightAnswered answered, List<CustomerFact> before) {
        Optional<Requested> asked = Rights.of(before, LocalDate.MAX).all().stream()
                .filter(one -> one.asked().factId().equals(answered.asked()))
                .findFirst();
        return asked.isEmpty()
                ? malformed(
                        "rien n’a été demandé sous le numéro " + answered.asked(),
                        "asked: nothing was asked under the id " + answered.asked())
                : asked.get()
                        .whyNot(answered)
                        .map(why -> new Refusal(Reason.MALFORMED, why))
                        .orElse(null);
    }

    private static @Nullable Refusal ofMailing(String mailingId, String said, @Nullable String also) {
        if (mailingId.isBlank() || mailingId.length() > Ids.LONGEST_COMPOSED) {
            return new Refusal(Reason.MALFORMED, "mailingId: seller/payer/day, as the topic mailings has it");
        }
        int length = said.length() + (also == null ? 0 : also.length());
        return length > Bounds.TEXT ? tooLong() : null;
    }

    private static @Nullable Refusal ofFailure(MailingFailed failed) {
        String address = failed.address();
        return address == null || DIGEST.matcher(address).matches()
                ? ofMailing(failed.mailingId(), failed.by() + failed.reason(), null)
                : malformed(
                        "l’adresse n’est pas une empreinte : elle est gardée, l’adresse elle-même ne l’est jamais",
                        "address is no digest: it is kept, the address itself never is");
    }

    /** After those that were taken before; null: it may be taken. */
    public static @Nullable Refusal refusal(CustomerFact fact, List<CustomerFact> before) {
        if (before.stream().anyMatch(one -> one.factId().equals(fact.factId()))) {
            return new Refusal(
                    Reason.CONTRADICTS_EARLIER_FACT,
                    "another fact with the id " + fact.factId() + " came first and stands");
        }
        Refusal answers = fact instanceof RightAnswered answered ? ofAnswer(answered, before) : null;
        if (answers != null) {
            return answers;
        }
        int weight = before.stream().mapToInt(CustomerAdmission::weight).sum() + weight(fact);
        return weight > MOST_BYTES
                ? new Refusal(Reason.TOO_LARGE, "the customer has too many decisions, it takes no more")
                : null;
    }

    private static int weight(CustomerFact fact) {
        return switch (fact) {
            case StandingDecided decision ->
                OF_A_DECISION
                        + Bounds.utf8Bytes(decision.reason() + decision.by() + decision.factId())
                        + decision.grounds().stream()
                                .mapToInt(ground -> Bounds.utf8Bytes(ground) + 2)
                                .sum();
            case CreditLimitSet limit -> OF_A_DECISION + Bounds.utf8Bytes(limit.reason() + limit.by() + limit.factId());
            case MailingSent sent -> 0;
            case MailingFailed failed ->
                OF_A_DECISION + Bounds.utf8Bytes(failed.reason() + failed.mailingId() + failed.factId());
            case RightAsked asked -> OF_A_DECISION + Bounds.utf8Bytes(asked.identity() + asked.by() + asked.factId());
            case RightAnswered answered ->
                OF_A_DECISION
                        + Bounds.utf8Bytes(answered.reason() + answered.by() + answered.factId() + answered.asked());
        };
    }

    private static @Nullable Refusal ofDecision(StandingDecided decision) {
        if (!decision.kind().isForAPerson()) {
            return malformed(
                    "de " + decision.kind() + " il n’y a rien à décider",
                    "kind: of " + decision.kind() + " there is nothing to decide");
        }
        if (decision.reason().isBlank() || decision.by().isBlank()) {
            return malformed(
                    "il manque le motif, ou de qui est la décision",
                    "reason or by is empty: a decision says why, and whose it is");
        }
        if (decision.reason().length() > Bounds.TEXT || decision.by().length() > Bounds.TEXT) {
            return tooLong();
        }
        if (decision.grounds().size() > GROUNDS
                || decision.grounds().stream().anyMatch(ground -> ground.length() > Ids.LONGEST_COMPOSED)) {
            return new Refusal(
                    Reason.TOO_LARGE,
                    "grounds: at most " + GROUNDS + ", each of " + Ids.LONGEST_COMPOSED + " characters");
        }
        return ofEnd(decision);
    }

    private static @Nullable Refusal ofEnd(StandingDecided decision) {
        if (decision.until() == null) {
            return decision.outcome() == DecisionOutcome.ACCEPTED
                    ? malformed(
                            "il manque la date de fin : ce qui est retenu contre quelqu’un a une fin",
                            "until is missing: what is held against somebody has an end")
                    : null;
        }
        if (decision.until().isBefore(decision.on())) {
            return new Refusal(Reason.MALFORMED, ENDS_BEFORE);
        }
        return decision.until().isAfter(decision.on().plusMonths(MOST_MONTHS))
                ? malformed(
                        "la date de fin est plus de " + MOST_MONTHS + " mois après",
                        "until is more than " + MOST_MONTHS + " months after on")
                : null;
    }

    private static Refusal malformed(String french, String english) {
        return new Refusal(Reason.MALFORMED, new Sentence(french, english));
    }

    private static Refusal tooLong() {
        return new Refusal(
                Reason.TOO_LARGE,
                new Sentence(
                        "un texte a plus de " + Bounds.TEXT + " caractères",
                        "its texts have at most " + Bounds.TEXT + " characters each"));
    }
}
