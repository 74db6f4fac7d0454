package io.echeance.serde;

import io.echeance.core.calendar.Semester;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.terms.Clause;
import io.echeance.serde.binding.AsText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Any value of any record, edges of amounts and days more often than their share; the same ones for a seed. */
public final class RandomRecords {

    private static final List<Money> EDGES = List.of(
            Money.ZERO,
            Money.ofCents(1),
            Money.ofCents(-1),
            Money.ofCents(127),
            Money.ofCents(128),
            Money.ofCents(-128),
            Money.ofCents(-129),
            Money.ofCents(32_768),
            Money.of("-1000.00"),
            Money.ofCents(Long.MAX_VALUE),
            Money.ofCents(Long.MIN_VALUE));
    private static final List<String> TEXTS = List.of("", "T-1", "T-1/ACME/INVOICE/1#1", "écheance €", "f1", "\u0000");

    private static final List<String> KEYS = List.of(
            "share/ACME",
            "share/ACME/REDUCED",
            "travel/INTERMEDIATE",
            "application-fee",
            "subrogation-fee",
            "deposit/SUPER_REDUCED",
            "cancellation",
            "recovery-fee/T-1/ACME/INVOICE/1",
            "recovery-fee/T-1/ACME/INVOICE/1#2",
            "interest/T#1 €/ACME/INVOICE/1#12");

    private final SplittableRandom random;

    public RandomRecords(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Every record that a sealed interface permits, or the record itself. */
    public static Stream<Class<?>> variants(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomRecords::variants)
                : Stream.of(type);
    }

    public <T> T next(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == ItemKey.class) {
            return ItemKey.parse(KEYS.get(Math.floorMod(text().hashCode(), KEYS.size())));
        }
        if (plain == Clause.class) {
            return Clause.parse(text());
        }
        if (plain.isSealed()) {
            List<Class<?>> variants = variants(plain).toList();
            return value(variants.get(random.nextInt(variants.size())));
        }
        if (plain.isEnum()) {
            Object[] constants = Objects.requireNonNull(plain.getEnumConstants());
            return constants[random.nextInt(constants.length)];
        }
        if (plain == LedgerEntry.class) {
            return entry();
        }
        if (plain == LedgerLine.class) {
            return line(amount(), Money.ZERO);
        }
        return plain.isRecord() && !AsText.is(plain) && plain != Percent.class ? made(plain) : leaf(plain);
    }

    private Object leaf(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "int", "Integer" -> random.nextInt();
            case "long", "Long" -> random.nextLong();
            case "boolean", "Boolean" -> random.nextBoolean();
            case "LocalDate" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(-20_000, 20_000));
            case "Money" ->
                random.nextBoolean()
                        ? EDGES.get(random.nextInt(EDGES.size()))
                        : Money.ofCents(random.nextLong(-10_000_000, 10_000_000));
            case "Percent" -> new Percent(BigDecimal.valueOf(random.nextInt(-9_999_999, 10_000_000), 2));
            case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(1_000_001), 6);
            case "Semester" -> new Semester(random.nextInt(2015, 2050), random.nextInt(1, 3));
            case "YearMonth" -> YearMonth.of(random.nextInt(2015, 2050), random.nextInt(1, 13));
            case "DocumentId" -> new DocumentId(text());
            case "ReceivableKey" -> new DocumentId(text()).receivable(7);
            case "Bytes" -> {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield Bytes.wrap(bytes);
            }
            default -> throw new IllegalArgumentException("no random " + type);
        };
    }

    private String text() {
        return random.nextBoolean() ? TEXTS.get(random.nextInt(TEXTS.size())) : "t" + random.nextInt();
    }

    private Object collection(Class<?> raw, Type[] arguments) {
        int size = random.nextInt(4);
        if (raw == Map.class || raw == SortedMap.class) {
            SortedMap<Object, Object> map = new TreeMap<>();
            for (int n = 0; n < size; n++) {
                map.put(value(arguments[0]), value(arguments[1]));
            }
            return raw == Map.class ? Map.copyOf(map) : map;
        }
        List<Object> elements = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            elements.add(value(arguments[0]));
        }
        if (raw == SortedSet.class) {
            return new TreeSet<>(elements);
        }
        return raw == Set.class ? Set.copyOf(elements) : List.copyOf(elements);
    }

    /** Entries refuse to be made out of balance. */
    private LedgerEntry entry() {
        Money amount = amount();
        return new LedgerEntry(
                next(String.class),
                next(String.class),
                next(String.class),
                next(String.class),
                next(LocalDate.class),
                next(String.class),
                next(LocalDate.class),
                next(String.class),
                random.nextBoolean() ? null : next(String.class),
                List.of(line(amount, Money.ZERO), line(Money.ZERO, amount)));
    }

    private LedgerLine line(Money debit, Money credit) {
        String party = random.nextBoolean() ? null : next(String.class);
        String matching = random.nextBoolean() ? null : next(String.class);
        return new LedgerLine(next(String.class), party, debit, credit, matching);
    }

    private Money amount() {
        return Money.ofCents(random.nextLong(1, 10_000_000));
    }

    private Object made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int n = 0; n < values.length; n++) {
            boolean nullable = components[n].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[n] = nullable && random.nextBoolean() ? null : value(components[n].getGenericType());
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("no random " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no random " + type, e);
        }
    }
}
