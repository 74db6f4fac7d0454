package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.Happening.Row;
import io.echeance.console.Happening.Sign;
import io.echeance.core.book.Totals;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told along the days: the money of each payer, or of each order, and what happened.
 *
 * @param today of the books
 * @param strands each with its name
 * @param happenings in order
 * @param more whether there is more than is shown
 */
record Story(LocalDate today, List<Strand> strands, NavigableMap<LocalDate, List<Happening>> happenings, boolean more) {

    /**
     * Money on a morning.
     *
     * @param due unpaid, and not late
     * @param interest null: it is not known of this morning
     */
    public record Sum(
            Money paid, Money due, Money late, @Nullable Money interest) {

        static final Sum NOTHING = new Sum(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        Sum plus(Sum other) {
            Money both = interest == null || other.interest == null ? null : interest.plus(other.interest);
            return new Sum(paid.plus(other.paid), due.plus(other.due), late.plus(other.late), both);
        }

        /** Of this whole, paid or not. */
        Money whole() {
            return paid.plus(due).plus(late);
        }
    }

    /** @param sums each as of its morning, and until the next one */
    record Strand(String name, NavigableMap<LocalDate, Sum> sums, List<Happening> happenings) {

        Sum on(LocalDate day) {
            Map.Entry<LocalDate, Sum> sum = sums.floorEntry(day);
            return sum == null ? Sum.NOTHING : sum.getValue();
        }
    }

    /** Of an order, a strand for each payer. */
    static Story ofOrder(JsonNode answer) {
        Map<String, Strand> strands = new LinkedHashMap<>();
        NavigableMap<LocalDate, List<Happening>> happenings = new TreeMap<>();
        for (JsonNode frame : answer.path("frames")) {
            LocalDate day = LocalDate.parse(frame.path("day").asText());
            for (JsonNode payer : frame.path("payers")) {
                Position position = Desk.read(Position.class, payer);
                strand(strands, position.payer()).sums().put(day, sum(position));
            }
            List<Happening> here = happenings(frame);
            happenings.put(day, here);
            for (Happening one : here) {
                Strand own = strands.get(one.payer());
                (own == null ? strands.values().iterator().next() : own)
                        .happenings()
                        .add(one);
            }
        }
        return new Story(
                today(answer),
                List.copyOf(strands.values()),
                happenings,
                answer.path("more").asBoolean());
    }

    /** Of a customer, a strand for each order. */
    static Story ofCustomer(JsonNode answer) {
        List<Strand> strands = new ArrayList<>();
        NavigableMap<LocalDate, List<Happening>> happenings = new TreeMap<>();
        for (JsonNode order : answer.path("orders")) {
            Story story = ofOrder(order);
            Strand whole = new Strand(order.path("orderId").asText(), new TreeMap<>(), new ArrayList<>());
            for (Map.Entry<LocalDate, List<Happening>> frame :
                    story.happenings().entrySet()) {
                Sum sum = story.on(frame.getKey());
                whole.sums().put(frame.getKey(), new Sum(sum.paid(), sum.due(), sum.late(), null));
                whole.happenings().addAll(frame.getValue());
                happenings
                        .computeIfAbsent(frame.getKey(), day -> new ArrayList<>())
                        .addAll(frame.getValue());
            }
            strands.add(whole);
        }
        return new Story(today(answer), strands, happenings, answer.path("more").asBoolean());
    }

    /** Of a seller, one strand, week by week; of letters and payments only how many and how much. */
    static Story ofSeller(JsonNode answer, Words words) {
        Strand whole = new Strand(answer.path("seller").asText(), new TreeMap<>(), new ArrayList<>());
        NavigableMap<LocalDate, List<Happening>> happenings = new TreeMap<>();
        for (JsonNode frame : answer.path("frames")) {
            Totals totals = Desk.read(Totals.class, frame);
            if (happenings.isEmpty() && totals.isNothing()) {
                continue;
            }
            whole.sums()
                    .put(
                            totals.day(),
                            new Sum(totals.paid(), totals.outstanding().minus(totals.late()), totals.late(), null));
            List<Happening> here = new ArrayList<>();
            if (totals.received().isPositive()) {
                here.add(Happening.ofWeek(totals.day(), Row.MONEY, Sign.COIN, totals.received(), List.of()));
            }
            if (totals.letters() > 0) {
                List<String> count = List.of(words.count("time.letters", totals.letters()));
                here.add(Happening.ofWeek(totals.day(), Row.LETTERS, Sign.ENVELOPE, null, count));
            }
            happenings.put(totals.day(), here);
            whole.happenings().addAll(here);
        }
        return new Story(
                today(answer), List.of(whole), happenings, answer.path("more").asBoolean());
    }

    private static LocalDate today(JsonNode answer) {
        return LocalDate.parse(answer.path("today").asText());
    }

    private static Strand strand(Map<String, Strand> strands, String name) {
        return strands.computeIfAbsent(name, one -> new Strand(one, new TreeMap<>(), new ArrayList<>()));
    }

    private static Sum sum(Position position) {
        return new Sum(
                position.paid(),
                position.outstanding().minus(position.late()),
                position.late(),
                position.interestToDate());
    }

    private static List<Happening> happenings(JsonNode frame) {
        List<Happening> happenings = new ArrayList<>();
        frame.path("came").forEach(fact -> happenings.add(Happening.came(fact)));
        for (JsonNode output : frame.path("said")) {
            if (!output.path("topic").asText().equals("rejected")) {
                happenings.add(Happening.said(output));
            }
        }
        return happenings;
    }

    /** Of all strands together. */
    Sum on(LocalDate day) {
        return strands.stream().map(strand -> strand.on(day)).reduce(Sum.NOTHING, Sum::plus);
    }
}
