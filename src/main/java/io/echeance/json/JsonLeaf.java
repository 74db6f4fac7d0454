package io.echeance.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Sentence;
import io.echeance.serde.binding.AsText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;

/** Values that JSON writes as one text, number or boolean. */
final class JsonLeaf {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TWO_DECIMALS = Pattern.compile("-?\\d{1,100}(\\.\\d{1,2})?");
    private static final Pattern PERCENTAGE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern SIX_DECIMALS = Pattern.compile("-?\\d{1,3}(\\.\\d{1,6})?");

    private static final Sentence WHOLE = new Sentence("n’est pas un nombre entier", "is not a whole number");
    private static final Sentence SIX =
            new Sentence("n’est pas un nombre à six décimales au plus", "is not a number with at most six decimals");

    private JsonLeaf() {}

    /** Whether a record, or a sealed type, is written as one value all the same. */
    static boolean is(Class<?> type) {
        return type == Percent.class || AsText.is(type);
    }

    static Object read(Class<?> type, JsonNode node, String place) throws Unreadable {
        if (type.isEnum()) {
            return constant(type, node, place);
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> integer(node, place);
            case "long", "Long" -> {
                demand(node.isIntegralNumber() && node.canConvertToLong(), node, place, WHOLE);
                yield node.longValue();
            }
            case "boolean", "Boolean" -> {
                demand(
                        node.isBoolean(),
                        node,
                        place,
                        new Sentence("n’est ni true ni false", "is neither true nor false"));
                yield node.booleanValue();
            }
            case "BigDecimal" -> share(node, place);
            default -> ofText(type, node, place);
        };
    }

    private static Object ofText(Class<?> type, JsonNode node, String place) throws Unreadable {
        demand(
                node.isTextual(),
                node,
                place,
                type == Money.class
                        ? new Sentence(
                                "n’est pas un montant entre guillemets, comme \"2400.00\"",
                                "is not an amount in quotes, such as \"2400.00\"")
                        : new Sentence("n’est pas un texte", "is not a text"));
        String text = node.textValue();
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "LocalDate" -> date(text, node, place);
            case "Money" -> {
                demand(
                        TWO_DECIMALS.matcher(text).matches(),
                        node,
                        place,
                        new Sentence(
                                "n’est pas un montant à deux décimales au plus",
                                "is not an amount with at most two decimals"));
                yield amount(text, node, place);
            }
            case "Percent" -> {
                demand(
                        PERCENTAGE.matcher(text).matches(),
                        node,
                        place,
                        new Sentence(
                                "n’est pas un pourcentage à six décimales au plus",
                                "is not a percentage with at most six decimals"));
                yield Percent.of(text);
            }
            case "Bytes" -> bytes(text, node, place);
            default -> asText(type, text, place);
        };
    }

    private static Object constant(Class<?> type, JsonNode node, String place) throws Unreadable {
        Object[] constants = Objects.requireNonNull(type.getEnumConstants());
        for (Object constant : constants) {
            if (node.isTextual() && ((Enum<?>) constant).name().equals(node.textValue())) {
                return constant;
            }
        }
        List<String> known = Arrays.stream(constants).map(Object::toString).toList();
        throw new Unreadable(new Sentence(
                        "n’est pas l’un de " + known, "is not one of " + known + FieldNames.hint(node.asText(), known))
                .within(place + ": " + node + " "));
    }

    private static Integer integer(JsonNode node, String place) throws Unreadable {
        demand(node.isIntegralNumber() && node.canConvertToInt(), node, place, WHOLE);
        return node.intValue();
    }

    /** In the scale that topics carry it with, so that the same share is equal however it came. */
    private static BigDecimal share(JsonNode node, String place) throws Unreadable {
        demand(
                node.isTextual() || node.isNumber(),
                node,
                place,
                new Sentence("n’est pas un nombre", "is not a number"));
        boolean plain =
                node.isNumber() || SIX_DECIMALS.matcher(node.textValue()).matches();
        demand(plain, node, place, SIX);
        BigDecimal number = node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue());
        BigDecimal exact = number.stripTrailingZeros();
        boolean fits = exact.scale() <= 6 && exact.precision() - exact.scale() <= 3;
        demand(fits, node, place, SIX);
        return exact.setScale(6);
    }

    private static LocalDate date(String text, JsonNode node, String place) throws Unreadable {
        try {
            demand(
                    DATE.matcher(text).matches(),
                    node,
                    place,
                    new Sentence("n’est pas une date comme 2026-01-31", "is not a date such as 2026-01-31"));
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unreadable(new Sentence("n’est pas un jour du calendrier", "is not a day of the calendar")
                    .within(place + ": " + node + " "));
        }
    }

    private static Money amount(String text, JsonNode node, String place) throws Unreadable {
        try {
            return Money.of(text);
        } catch (ArithmeticException e) {
            throw new Unreadable(new Sentence("est un montant trop élevé", "is too large an amount")
                    .within(place + ": " + node + " "));
        }
    }

    private static Object asText(Class<?> type, String text, String place) throws Unreadable {
        Function<String, ?> read = AsText.of(type).read();
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(place + ": " + e.getMessage());
        }
    }

    private static Bytes bytes(String text, JsonNode node, String place) throws Unreadable {
        try {
            return Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(
                    new Sentence("n’est pas du base64", "is not valid base64").within(place + ": " + node + " "));
        }
    }

    private static void demand(boolean holds, JsonNode node, String place, Sentence otherwise) throws Unreadable {
        if (!holds) {
            throw new Unreadable(otherwise.within(place + ": " + node + " "));
        }
    }
}
