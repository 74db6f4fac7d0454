package io.echeance.console;

import io.echeance.console.Happening.Row;
import io.echeance.console.Story.Strand;
import io.echeance.console.Story.Sum;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A story, drawn: the money of each strand as it grew and was paid, above it a sign for each thing that happened, all
 * along one time. Measures are of a drawing {@link #WIDTH} wide.
 *
 * @param shots the days on which something changed, the earliest first
 * @param at which of them is shown
 */
public record Reel(Scale scale, List<Lane> lanes, List<Shot> shots, int at, LocalDate today, boolean more) {

    public static final int WIDTH = 960;
    public static final int LEFT = 96;

    private static final int ROW = 24;
    private static final int SIGN = 18;
    private static final int MONEY = 96;
    private static final int MONEY_ALONE = 170;
    private static final int GAP = 34;
    private static final int MOST_TICKS = 13;
    private static final int MOST_LANES = 8;
    private static final int FEWEST_DAYS = 30;

    /** Of nothing. */
    static final Reel NONE =
            new Reel(new Scale(LocalDate.EPOCH, LocalDate.EPOCH), List.of(), List.of(), 0, LocalDate.EPOCH, false);

    /** Where days stand. */
    public record Scale(LocalDate first, LocalDate last) {

        public int x(LocalDate day) {
            long days = Math.max(FEWEST_DAYS, ChronoUnit.DAYS.between(first, last));
            return LEFT + Math.toIntExact((WIDTH - LEFT - SIGN) * ChronoUnit.DAYS.between(first, day) / days);
        }
    }

    /**
     * One strand.
     *
     * @param top of all of it
     * @param ground below its money
     * @param paid outline of what is paid, of that and what is due, and of all
     */
    public record Lane(String name, int top, int ground, String paid, String due, String late, List<Mark> marks) {}

    /** A sign where it happened. */
    public record Mark(int x, int y, LocalDate day, Happening happening) {}

    /** The first day of a month. */
    public record Tick(int x, LocalDate day) {}

    /**
     * A day on which something changed.
     *
     * @param x of the day
     * @param widths of all, of what is paid and due, and of what is paid, in a bar {@value #WIDTH} wide
     */
    public record Shot(LocalDate day, int x, Sum sum, String widths, List<Happening> happenings) {}

    /** @param on the day that is shown; the last one before it where nothing changed on it */
    static Reel of(Story story, LocalDate on) {
        List<LocalDate> days = List.copyOf(story.happenings().keySet());
        Scale scale = days.isEmpty()
                ? new Scale(story.today(), story.today())
                : new Scale(
                        days.getFirst().minusDays(1),
                        days.getLast().isBefore(story.today()) ? story.today() : days.getLast());
        List<Lane> lanes = new ArrayList<>();
        Money most = Money.ZERO;
        for (Strand strand : story.strands()) {
            most = strand.sums().values().stream().map(Sum::whole).reduce(most, Money::max);
        }
        int top = 0;
        for (Strand strand : story.strands().stream().limit(MOST_LANES).toList()) {
            lanes.add(lane(strand, scale, most, top, story.strands().size() == 1 ? MONEY_ALONE : MONEY));
            top = lanes.getLast().ground() + GAP;
        }
        Money whole = days.stream().map(day -> story.on(day).whole()).reduce(Money.ZERO, Money::max);
        List<Shot> shots = days.stream()
                .map(day -> new Shot(
                        day,
                        scale.x(day),
                        story.on(day),
                        widths(story.on(day), whole),
                        story.happenings().getOrDefault(day, List.of())))
                .toList();
        int at = (int) days.stream().filter(day -> !day.isAfter(on)).count() - 1;
        boolean more = story.more() || story.strands().size() > MOST_LANES;
        return new Reel(scale, lanes, shots, Math.max(0, at), story.today(), more);
    }

    private static String widths(Sum sum, Money whole) {
        return part(WIDTH, sum.whole(), whole) + " "
                + part(WIDTH, sum.paid().plus(sum.due()), whole) + " "
                + part(WIDTH, sum.paid(), whole);
    }

    private static int part(int of, Money amount, Money whole) {
        return whole.isPositive() ? Math.clamp(of * amount.cents() / whole.cents(), 0, of) : 0;
    }

    private static Lane lane(Strand strand, Scale scale, Money most, int top, int high) {
        List<Mark> marks = new ArrayList<>();
        Map<Row, Integer> free = new EnumMap<>(Row.class);
        List<Row> rows = strand.happenings().stream()
                .map(Happening::row)
                .distinct()
                .sorted()
                .toList();
        for (Happening one : strand.happenings()) {
            int x = Math.max(free.getOrDefault(one.row(), 0), scale.x(one.on()) - SIGN / 2);
            free.put(one.row(), x + SIGN / 2);
            marks.add(new Mark(Math.min(x, WIDTH - SIGN), top + ROW * rows.indexOf(one.row()) + 2, one.on(), one));
        }
        int ground = top + ROW * rows.size() + high;
        return new Lane(
                strand.name(),
                top,
                ground,
                outline(strand, scale, ground, high, most, Sum::paid),
                outline(strand, scale, ground, high, most, sum -> sum.paid().plus(sum.due())),
                outline(strand, scale, ground, high, most, Sum::whole),
                marks);
    }

    /** In steps: an amount holds until the next morning of which one is known. */
    private static String outline(
            Strand strand, Scale scale, int ground, int high, Money most, Function<Sum, Money> amount) {
        if (strand.sums().isEmpty()) {
            return "";
        }
        StringBuilder path = new StringBuilder("M")
                .append(scale.x(strand.sums().firstKey()))
                .append(' ')
                .append(ground);
        strand.sums()
                .forEach((day, sum) -> path.append('H')
                        .append(scale.x(day))
                        .append('V')
                        .append(ground - part(high - 2, amount.apply(sum), most)));
        return path.append('H')
                .append(scale.x(scale.last()))
                .append('V')
                .append(ground)
                .append('Z')
                .toString();
    }

    public Shot shown() {
        return shots.get(at);
    }

    public boolean isEmpty() {
        return shots.isEmpty();
    }

    /** Of the whole drawing. */
    public int height() {
        return lanes.isEmpty() ? 0 : lanes.getLast().ground();
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        long months = ChronoUnit.MONTHS.between(scale.first(), scale.last()) + 1;
        long every = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
        LocalDate month = scale.first().withDayOfMonth(1).plusMonths(1);
        while (!month.isAfter(scale.last())) {
            ticks.add(new Tick(scale.x(month), month));
            month = month.plusMonths(every);
        }
        return ticks;
    }
}
