package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AccountMark;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OwnFact;
import io.echeance.serde.RandomRecords;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fact that is new has components that nobody thought of. */
@DisplayName("whatever a fact of others says")
class FactBoundsTest {

    private static final String LONG = "x".repeat(Bounds.TEXT + 1);
    private static final LocalDate LONG_AGO = LocalDate.of(1789, 7, 14);
    private static final Money FORTUNE = Amounts.LARGEST.plus(Money.of("0.01"));

    static Stream<Class<?>> facts() {
        return RandomRecords.variants(Fact.class).filter(fact -> !OwnFact.class.isAssignableFrom(fact));
    }

    @ParameterizedTest
    @MethodSource("facts")
    @DisplayName("is held within bounds: each text, day, amount and list")
    void isHeldWithinBounds(Class<?> type) throws ReflectiveOperationException {
        assertThat(refusal((Fact) modest(type)))
                .as("a modest %s", type.getSimpleName())
                .isNull();
        for (Fact fact : immodest(type).stream().map(Fact.class::cast).toList()) {
            assertThat(refusal(fact)).as("%s", fact).isNotNull();
        }
    }

    /** What lies sealed in the log, or stands on an invoice. */
    private static final Set<String> TEXTS =
            Set.of("reference", "reason", "by", "note", "channel", "tracking", "description");

    @ParameterizedTest
    @MethodSource("facts")
    @DisplayName("bears no e-mail address in any field that names something")
    void bearsNoAddressInAnId(Class<?> type) throws ReflectiveOperationException {
        for (Object one : changed(type, "eva@example.com")) {
            Fact fact = (Fact) one;
            Admission.Refusal refusal = PersonalIds.NO_EMAIL.refusal(fact);
            assertThat(refusal == null)
                    .as("%s", fact)
                    .isEqualTo(TEXTS.stream().anyMatch(text -> fact.toString().contains(text + "=eva@")));
            assertThat(PersonalIds.ALLOWED.refusal(fact)).isNull();
        }
    }

    private static Admission.@Nullable Refusal refusal(Fact fact) {
        Admission.Refusal refusal = Admission.atTheDoor(fact);
        return refusal == null ? Amounts.refused(fact, null) : refusal;
    }

    /** Records that are modest but for one component of their own or of a record within. */
    private static List<Object> immodest(Class<?> type) throws ReflectiveOperationException {
        return changed(type, null);
    }

    /** @param text that stands in one of them each, all else being modest; null: anything immodest does */
    private static List<Object> changed(Class<?> type, @Nullable String text) throws ReflectiveOperationException {
        List<Object> immodest = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int n = 0; n < components.length; n++) {
            for (Object value : values(components[n].getGenericType(), text)) {
                @Nullable Object[] values = modestValues(components);
                values[n] = value;
                immodest.add(made(type, components, values));
            }
        }
        return immodest;
    }

    private static List<Object> values(Type type, @Nullable String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            List<Object> values = new ArrayList<>();
            if (text == null) {
                values.add(Collections.nCopies(10_000, modest(element)));
            }
            for (Object one : changed(element, text)) {
                values.add(List.of(one));
            }
            return values;
        }
        Class<?> plain = (Class<?>) type;
        if (text != null && !plain.equals(String.class)) {
            return plain.isRecord() && !plain.equals(Money.class) ? changed(plain, text) : List.of();
        }
        return switch (plain.getSimpleName()) {
            case "String" -> List.of(text == null ? LONG : text);
            case "LocalDate" -> List.of(LONG_AGO);
            case "Money" -> List.of(FORTUNE);
            default -> plain.isRecord() ? changed(plain, text) : List.of();
        };
    }

    private static Object modest(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(modest(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Objects.requireNonNull(plain.getEnumConstants())[0];
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "T-1";
            case "LocalDate" -> LocalDate.of(2026, 3, 2);
            case "Money" -> Money.of("100.00");
            case "BigDecimal" -> BigDecimal.ONE;
            case "int", "Integer" -> 1;
            case "boolean", "Boolean" -> false;
            default -> made(plain, plain.getRecordComponents(), modestValues(plain.getRecordComponents()));
        };
    }

    private static @Nullable Object[] modestValues(RecordComponent[] components) throws ReflectiveOperationException {
        @Nullable Object[] values = new Object[components.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = components[n].getName().equals("senderAccount")
                    ? AccountMark.of("2606", "A".repeat(22)).written()
                    : modest(components[n].getGenericType());
        }
        return values;
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }
}
