package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.order.SentText;
import io.echeance.core.terms.MatchingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a payment's reference names that is not, as a whole, the name of an order or a document. Alone it acts only
 * where exactly one order, or one document of it, is named in full, its payer is who paid, and nothing else is named;
 * all else is proposed to a person. Where the sender named an order, that stands, and nothing is looked for.
 *
 * <p>Reading taken: what is more than the payer owes is no contradiction here; it becomes the payer's credit, as after
 * an exact reference.
 *
 * @param names those that are known of what it may name
 */
record TextMatch(PaymentReceived payment, List<KnownName> names) {

    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d\\d[A-Z0-9 ]+");

    static TextMatch of(PaymentReceived payment, List<Meaning> answers) {
        return new TextMatch(
                payment,
                answers.stream()
                        .flatMap(answer -> answer.names().stream())
                        .filter(known -> !known.payers().isEmpty() && !known.isOfAccount())
                        .sorted(Comparator.comparing(KnownName::name))
                        .toList());
    }

    /** What is looked for; none where the sender named the order. */
    static List<Candidate> candidates(PaymentReceived payment) {
        String reference = payment.named();
        if (reference == null || payment.orderId() != null) {
            return List.of();
        }
        List<Candidate> all = ReferenceFinder.candidates(reference);
        return all.subList(0, Math.min(all.size(), ReferenceFinder.MOST));
    }

    /** Where it goes without asking a person, by each rule that knows so for itself, the strongest first. */
    List<Placing> placings() {
        String reference = payment.named();
        if (reference == null || payment.orderId() != null) {
            return List.of();
        }
        List<Candidate> candidates = ReferenceFinder.candidates(reference);
        List<KnownName> full = names.stream().filter(inFull(reference)).toList();
        String telling = telling(reference, full);
        Set<String> orders = full.stream().map(KnownName::orderId).collect(Collectors.toSet());
        List<KnownName> documents = full.stream()
                .filter(name -> !name.name().equals(name.orderId()))
                .toList();
        Set<String> keys = full.stream().map(KnownName::key).collect(Collectors.toSet());
        Optional<String> payer = payer(full);
        boolean isClear = orders.size() == 1
                && documents.size() <= 1
                && candidates.size() <= ReferenceFinder.MOST
                && isAllExplained(telling, full)
                && payer.isPresent()
                && (payment.payerId() != null || full.stream().allMatch(name -> isSure(name, full, reference)))
                && ReferenceFinder.candidates(telling).stream()
                        .allMatch(candidate -> !candidate.isNumber() || keys.contains(candidate.key()))
                && names.stream()
                        .filter(this::isByItsPayer)
                        .allMatch(name -> orders.contains(name.orderId()) || isOfAnotherSeries(name, keys));
        return isClear
                ? full.stream()
                        .flatMap(name -> placings(name, payer.get()).stream())
                        .sorted(Comparator.comparing(Placing::rule, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList()
                : List.of();
    }

    /**
     * What may speak against a name by digits that nobody knows. Where one was written for us, those of an end-to-end
     * id are its sender's own; what that names and is known counts all the same.
     */
    private static String telling(String reference, List<KnownName> full) {
        String written = SentText.of(reference).text();
        return full.stream().anyMatch(inFull(written)) ? written : reference;
    }

    /** By a number alone only where its amount, or who paid, says that it is that one. */
    private List<Placing> placings(KnownName name, String payer) {
        return rules(name).stream()
                .filter(rule ->
                        rule != MatchingRule.NUMBER || payment.payerId() != null || name.isEnoughFor(payment.amount()))
                .map(rule -> new Placing(new Place(name.orderId(), payer), name, rule))
                .toList();
    }

    /** By which rules a name would be known here: both, where a number stands there and its creditor reference. */
    private List<MatchingRule> rules(KnownName name) {
        if (name.isOrder()) {
            return List.of(MatchingRule.ORDER);
        }
        ReferenceText text = ReferenceText.of(String.valueOf(payment.named()));
        if (!byCreditorReference(text).test(name)) {
            return List.of(MatchingRule.NUMBER);
        }
        return text.names(name.name())
                ? List.of(MatchingRule.CREDITOR_REFERENCE, MatchingRule.NUMBER)
                : List.of(MatchingRule.CREDITOR_REFERENCE);
    }

    /** Who paid; where nobody knows, the only one who owes all that stands there in full. Empty: it is not clear. */
    private Optional<String> payer(List<KnownName> full) {
        String known = payment.payerId();
        List<String> common = full.stream()
                .map(KnownName::payers)
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElse(List.of());
        if (known != null) {
            return common.contains(known) ? Optional.of(known) : Optional.empty();
        }
        boolean isDistinctive = full.stream().allMatch(name -> ReferenceText.isDistinctive(name.name()));
        return common.size() == 1 && isDistinctive ? Optional.of(common.getFirst()) : Optional.empty();
    }

    /**
     * Check digits, or an amount that it asks for: a number without them may be another's with a digit wrong. Where the
     * amount says nothing, since many owe it, the name of the order beside it does.
     */
    private boolean isSure(KnownName name, List<KnownName> full, String reference) {
        return name.isEnoughFor(payment.amount())
                || (name.asksFor(payment.amount())
                        && full.stream().anyMatch(other -> other.name().equals(name.orderId())))
                || byCreditorReference(ReferenceText.of(reference)).test(name);
    }

    /**
     * Whether no digit stands there besides the names and what is something else than a reference: it may be the end of
     * a longer name, or the next of a list, whatever parts the two.
     */
    private static boolean isAllExplained(String reference, List<KnownName> full) {
        ReferenceText rest = ReferenceFinder.unexplained(reference);
        for (KnownName name : full) {
            rest = rest.without(name.name());
        }
        return !rest.hasDigits();
    }

    /** It shares year and sequence with a number that stands there in full. */
    private static boolean isOfAnotherSeries(KnownName name, Set<String> keysInFull) {
        return ReferenceText.isNumber(name.name()) && keysInFull.contains(name.key());
    }

    /** Where nobody knows who paid, it may be whoever owes. */
    private boolean isByItsPayer(KnownName name) {
        return payment.payerId() == null || name.payers().contains(payment.payerId());
    }

    private static Predicate<KnownName> inFull(String reference) {
        ReferenceText text = ReferenceText.of(reference);
        Predicate<KnownName> checked = byCreditorReference(text);
        return name -> text.names(name.name()) || checked.test(name);
    }

    private static Predicate<KnownName> byCreditorReference(ReferenceText text) {
        Set<String> bodies = CREDITOR_REFERENCE
                .matcher(text.text())
                .results()
                .flatMap(match -> beginnings(match.group().replace(" ", "")).stream())
                .filter(CreditorReference::isValid)
                .map(CreditorReference::body)
                .collect(Collectors.toSet());
        return name -> bodies.contains(CreditorReference.bodyOf(name.name()));
    }

    /** Words may follow it. */
    private static List<String> beginnings(String text) {
        List<String> all = new ArrayList<>();
        for (int end = 5; end <= Math.min(text.length(), 25); end++) {
            all.add(text.substring(0, end));
        }
        return all;
    }

    /**
     * What a person may choose from: what stands there in full, and the payer's own if anything is. First what asks for
     * such an amount, then by name.
     */
    List<Proposal> proposals() {
        if (payment.orderId() != null && payment.payerId() != null) {
            return List.of();
        }
        List<KnownName> spoken = names.stream().filter(this::isSpokenOf).toList();
        return spoken.equals(names) ? proposed() : new TextMatch(payment, spoken).proposed();
    }

    private boolean isSpokenOf(KnownName name) {
        return rules(name).stream().anyMatch(rule -> !name.mode(rule).isSilent());
    }

    private List<Proposal> proposed() {
        Predicate<KnownName> likely = likely();
        boolean isAny = names.stream().anyMatch(likely);
        Set<String> shown = new TreeSet<>();
        List<Proposal> proposals = new ArrayList<>();
        for (KnownName name : names.stream().sorted(bestFirst()).toList()) {
            if ((!isAny || likely.test(name)) && proposals.size() < ReferenceFinder.MOST && shown.add(name.name())) {
                proposals.add(new Proposal(name.name(), name.orderId(), name.payers()));
            }
        }
        return proposals;
    }

    private Comparator<KnownName> bestFirst() {
        Predicate<KnownName> asks = name -> !name.asked().isEmpty() && name.asksFor(payment.amount());
        return Comparator.comparing((KnownName name) -> !asks.test(name)).thenComparing(KnownName::name);
    }

    private Predicate<KnownName> likely() {
        List<String> exact = Question.exactNames(payment);
        if (payment.payerId() == null && names.stream().anyMatch(name -> exact.contains(name.name()))) {
            return name -> exact.contains(name.name());
        }
        String reference = payment.named();
        Predicate<KnownName> inFull = reference == null ? name -> false : inFull(reference);
        if (payment.payerId() == null) {
            return inFull;
        }
        return names.stream().anyMatch(this::isByItsPayer) ? inFull.or(this::isByItsPayer) : name -> true;
    }
}
