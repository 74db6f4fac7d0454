package io.echeance.console;

import io.echeance.core.money.Money;
import io.echeance.core.order.Statement.ReceivablePosition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The debts of an order along its time, each a bar as high as its amount, filled as far as it is paid. Measures are of
 * a drawing {@link #WIDTH} wide.
 *
 * @param today where today is; outside of the drawing: not shown
 */
public record Lifeline(List<Bar> bars, List<Tick> ticks, int today) {

    public static final int WIDTH = 960;
    public static final int HEIGHT = 88;

    private static final int MARGIN = 24;
    private static final int WIDEST = 28;
    private static final int LOWEST = 3;
    private static final int FEWEST_DAYS = 60;
    private static final int MOST_TICKS = 13;

    /**
     * @param kind {@code paid}, {@code due} or {@code late}
     * @param top of the whole amount
     * @param filled height of what is paid
     */
    public record Bar(int x, int width, int top, int height, int filled, String kind, ReceivablePosition debt) {}

    /** The first day of a month. */
    public record Tick(int x, LocalDate day) {}

    static Lifeline of(OrderView order) {
        LocalDate today = order.statement().today();
        List<ReceivablePosition> debts = order.statement().receivables().stream()
                .filter(debt -> debt.dueOn() != null && debt.amount().isPositive())
                .toList();
        LocalDate first = debts.stream()
                .map(debt -> Objects.requireNonNull(debt.dueOn()))
                .min(LocalDate::compareTo)
                .orElse(today);
        first = first.isAfter(today) ? today : first;
        LocalDate last = debts.stream()
                .map(debt -> Objects.requireNonNull(debt.dueOn()))
                .max(LocalDate::compareTo)
                .orElse(today);
        last = last.isBefore(today) ? today : last;
        Scale scale = new Scale(first, Math.max(FEWEST_DAYS, ChronoUnit.DAYS.between(first, last)));
        return new Lifeline(bars(debts, today, scale), ticks(scale), scale.x(today));
    }

    private record Scale(LocalDate first, long days) {
        int x(LocalDate day) {
            return MARGIN + Math.toIntExact((WIDTH - 2L * MARGIN) * ChronoUnit.DAYS.between(first, day) / days);
        }
    }

    private static List<Bar> bars(List<ReceivablePosition> debts, LocalDate today, Scale scale) {
        Money most = debts.stream().map(ReceivablePosition::amount).reduce(Money.ZERO, Money::max);
        int width = Math.clamp((WIDTH - 2L * MARGIN) / Math.max(1, debts.size()) - 4L, 4, WIDEST);
        List<Bar> bars = new ArrayList<>();
        int free = 0;
        List<ReceivablePosition> sorted = new ArrayList<>(debts);
        sorted.sort(
                (one, other) -> Objects.requireNonNull(one.dueOn()).compareTo(Objects.requireNonNull(other.dueOn())));
        for (ReceivablePosition debt : sorted) {
            LocalDate dueOn = Objects.requireNonNull(debt.dueOn());
            int height = Math.max(LOWEST, share(HEIGHT, debt.amount(), most));
            int filled = share(height, debt.amount().minus(debt.outstanding()), debt.amount());
            int x = Math.max(free, scale.x(dueOn) - width / 2);
            free = x + width + 2;
            String kind = !debt.outstanding().isPositive()
                    ? "paid"
                    : debt.principal() && dueOn.isBefore(today) ? "late" : "due";
            bars.add(new Bar(x, width, HEIGHT - height, height, filled, kind, debt));
        }
        return bars;
    }

    private static int share(int whole, Money part, Money of) {
        return of.isPositive() ? Math.clamp(whole * part.cents() / of.cents(), 0, whole) : 0;
    }

    private static List<Tick> ticks(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate end = scale.first().plusDays(scale.days());
        long months = ChronoUnit.MONTHS.between(scale.first(), end) + 1;
        long every = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
        LocalDate month = scale.first().withDayOfMonth(1).plusMonths(1);
        while (month.isBefore(end)) {
            ticks.add(new Tick(scale.x(month), month));
            month = month.plusMonths(every);
        }
        return ticks;
    }
}
