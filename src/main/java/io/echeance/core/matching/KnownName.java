package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.RuleMode;
import io.echeance.core.terms.Terms;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order, a document or a number by which payments may name it.
 *
 * @param payers who may be expected to pay it; nobody: it is found by its exact name only
 * @param asked what a document asks for, instalment by instalment; nothing: it is not known
 * @param secondPersonAbove of an order: a payment of more than that is placed there by two persons; null: by one
 * @param rules what rules may do with it, where they may not simply apply
 */
public record KnownName(
        String name,
        String orderId,
        List<String> payers,
        List<Money> asked,
        @Nullable Money secondPersonAbove,
        List<NameRule> rules) {

    /** No id has such a letter. */
    private static final String OF_PAYER = "\u0001";

    /** As they are given: the seller, the year, the place in its series. */
    private static final Pattern NUMBER = Pattern.compile("(.+)-\\d{4}-\\d{6,}");

    private static final String OF_NOTHING = "\u0002";
    private static final String OF_ACCOUNT = "\u0003";
    private static final String OF_ERASED = "\u0004";

    public KnownName {
        payers = List.copyOf(payers);
        asked = List.copyOf(asked);
        rules = List.copyOf(rules);
    }

    public KnownName(String name, String orderId, List<String> payers, List<Money> asked) {
        this(name, orderId, payers, asked, null, List.of());
    }

    public KnownName(String name, String orderId, List<String> payers) {
        this(name, orderId, payers, List.of());
    }

    /** @param terms that bind the order */
    public static KnownName of(OrderPlaced order, Terms terms) {
        Stream<String> funders = order.funding().stream()
                .filter(request -> request.mode() == FundingRequest.Mode.SUBROGATION)
                .map(FundingRequest::funderId);
        return new KnownName(
                order.orderId(),
                order.orderId(),
                Stream.concat(Stream.of(order.customer().id()), funders).toList(),
                List.of(),
                terms.payment().secondPersonAbove(),
                NameRule.ofOrder(terms));
    }

    /** That it is one of its customer's: a payment of his that names nothing may be for it. */
    public static KnownName ofPayer(OrderPlaced order) {
        String customer = order.customer().id();
        return new KnownName(keyOfPayer(customer) + OF_PAYER + order.orderId(), order.orderId(), List.of());
    }

    /** Under what the orders of a payer are looked up. */
    static String keyOfPayer(String payer) {
        return OF_PAYER + payer;
    }

    /**
     * That money from an account was a payment of some payers.
     *
     * @param mark of the account
     * @param payment what it was learned from, in the order in which these are to stand
     * @param payers none: of nobody any more
     */
    static KnownName ofAccount(String mark, String payment, List<String> payers) {
        return new KnownName(keyOfAccount(mark) + OF_ACCOUNT + payment, "", payers);
    }

    /** Under what is looked up whose payments came from an account. */
    static String keyOfAccount(String mark) {
        return OF_ACCOUNT + mark;
    }

    /** Under what it is known that somebody was erased. */
    public static String keyOfErased(String payer) {
        return OF_ERASED + payer;
    }

    /** Whether it is such a key: what is known under it is not for ever. */
    public static boolean isOfAccount(String key) {
        return key.startsWith(OF_ACCOUNT);
    }

    /** Under that nothing is ever known: whoever asks for it is answered when the day is closed. */
    static String keyOfNothing(String id) {
        return OF_NOTHING + id;
    }

    /** Whether it says no more than whose order it is; no text names it. */
    boolean isOfPayer() {
        return name.startsWith(OF_PAYER);
    }

    /** Whether it says no more than whose payment came from an account; no text names it. */
    boolean isOfAccount() {
        return isOfAccount(name);
    }

    /** Behind the key: of which payment, of which order. */
    String behindKey() {
        return name.substring(key().length() + 1);
    }

    /** @param account of the order, which has the document */
    public static KnownName of(DocumentNumbered numbered, Account account) {
        return new KnownName(
                numbered.number(),
                numbered.orderId(),
                List.of(numbered.documentId().payerOf(numbered.orderId())),
                account.issued().documents().stream()
                        .filter(document -> document.id().equals(numbered.documentId()))
                        .flatMap(document -> document.due().stream())
                        .map(Due::amount)
                        .toList(),
                null,
                NameRule.ofNumber(account.terms()));
    }

    /** Whether it is an order's own. */
    boolean isOrder() {
        return name.equals(orderId);
    }

    /** Whose series a number is of. Empty: it is no number. */
    Optional<String> sellerOfNumber() {
        Matcher number = NUMBER.matcher(name);
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    /** Whether the terms say of a rule that it applies, whatever persons have corrected. */
    boolean applies(MatchingRule rule) {
        return rules.stream().anyMatch(one -> one.rule() == rule && one.mode() == RuleMode.APPLIES && one.isSaid());
    }

    RuleMode mode(MatchingRule rule) {
        return rules.stream()
                .filter(one -> one.rule() == rule)
                .map(NameRule::mode)
                .findFirst()
                .orElse(RuleMode.APPLIES);
    }

    /** A document by our own id, which no bank's text has in other letters. */
    public static KnownName ofDocument(String documentId, String orderId) {
        return new KnownName(documentId, orderId, List.of());
    }

    /** Who owes it: of a document by our own id, whom that names. */
    List<String> debtors() {
        return payers.isEmpty() && name.startsWith(orderId + "/")
                ? List.of(new DocumentId(name).payerOf(orderId))
                : payers;
    }

    /** Whether it may ask for an amount: an instalment, several in a row, or all. Of an order nobody knows. */
    public boolean asksFor(Money amount) {
        for (int first = 0; first < asked.size(); first++) {
            Money sum = Money.ZERO;
            for (Money instalment : asked.subList(first, asked.size())) {
                sum = sum.plus(instalment);
                if (sum.equals(amount)) {
                    return true;
                }
            }
        }
        return asked.isEmpty();
    }

    /** Whether it says by itself whose money an amount is, where nobody knows who paid. */
    boolean isEnoughFor(Money amount) {
        return rules.stream().noneMatch(NameRule::needsSender) && asksFor(amount);
    }

    /** Under what it is looked up. */
    public String key() {
        if (isOfPayer() || isOfAccount()) {
            return name.substring(0, name.lastIndexOf(isOfPayer() ? OF_PAYER : OF_ACCOUNT));
        }
        return ReferenceText.key(name);
    }
}
