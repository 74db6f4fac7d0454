package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.ReferenceText;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a document asks for an amount. Where another whose number is that with a slip in it asks for the same, as by a
 * list of prices, the amount does not speak for the number: it may be the other's.
 *
 * @param number of the document, which bears the day {@code on}
 */
record AskedAmount(Money amount, LocalDate on, String number, String orderId) {

    /** No id has such a letter. */
    private static final String OF_AMOUNT = "\u0002";

    /** One of these is written for each amount of each document. */
    private static final int SHORT = Character.MAX_RADIX;

    /** An instalment, several in a row, or all of it. */
    static List<AskedAmount> of(KnownName number, LocalDate on) {
        Set<Money> amounts = new LinkedHashSet<>();
        List<Money> asked = number.asked();
        for (int first = 0; first < asked.size(); first++) {
            Money sum = Money.ZERO;
            for (Money instalment : asked.subList(first, asked.size())) {
                sum = sum.plus(instalment);
                amounts.add(sum);
            }
        }
        return amounts.stream()
                .map(amount -> new AskedAmount(amount, on, number.name(), number.orderId()))
                .toList();
    }

    /** Under what the documents that ask for it are looked up. */
    static String key(Money amount) {
        return OF_AMOUNT + Long.toString(amount.cents(), SHORT);
    }

    static boolean isKey(String key) {
        return key.startsWith(OF_AMOUNT);
    }

    /** The key of such a name. */
    static String keyOf(String name) {
        return name.substring(0, name.indexOf(OF_AMOUNT, 1));
    }

    /** As it is kept among the names. */
    KnownName name() {
        String day = Long.toString(on.toEpochDay(), SHORT);
        return new KnownName(String.join(OF_AMOUNT, key(amount), day, number), orderId, List.of());
    }

    private static AskedAmount of(KnownName name) {
        String[] parts = name.name().split(OF_AMOUNT, 4);
        LocalDate on = LocalDate.ofEpochDay(Long.parseLong(parts[2], SHORT));
        return new AskedAmount(Money.ofCents(Long.parseLong(parts[1], SHORT)), on, parts[3], name.orderId());
    }

    private static String series(String number) {
        return number.substring(0, Math.max(0, number.lastIndexOf('-', number.lastIndexOf('-') - 1)));
    }

    /** Under what it lies: with its number, of whichever series. */
    static String rowOf(KnownName asked) {
        return row(asked.key(), ReferenceText.key(of(asked).number));
    }

    private static String row(String key, String number) {
        return key + OF_AMOUNT + number;
    }

    /** An amount, and the numbers that are asked about. */
    static String rows(String key, List<String> numbers) {
        return key + OF_AMOUNT + String.join(OF_AMOUNT, numbers);
    }

    /** Where documents lie that ask for the amount and whose numbers are near to one of those. */
    static List<String> near(String rows) {
        String key = keyOf(rows);
        return Stream.of(rows.substring(key.length() + 1).split(OF_AMOUNT))
                .flatMap(number -> NearNumbers.nearTo(number).stream())
                .distinct()
                .map(number -> row(key, number))
                .toList();
    }

    /**
     * Whether the seller of a document had asked for the same before a day, by another of such a number.
     *
     * @param near what is known under the amount, near to it
     */
    static boolean isOfOthers(List<KnownName> near, KnownName document, LocalDate day) {
        Set<String> numbers = Set.copyOf(NearNumbers.nearTo(ReferenceText.key(document.name())));
        return near.stream()
                .map(AskedAmount::of)
                .anyMatch(one -> series(one.number).equals(series(document.name()))
                        && one.on.isBefore(day)
                        && !one.orderId.equals(document.orderId())
                        && numbers.contains(ReferenceText.key(one.number)));
    }
}
