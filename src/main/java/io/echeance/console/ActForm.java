package io.echeance.console;

import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of something that is done about an order.
 *
 * @param effect what will change; null: it moves nothing, or what is entered cannot be read
 * @param idle why it would not be taken as the form opens; null: it would, or the form asks for more first
 * @param refusal why it was not taken; null: it was not sent
 * @param key what the command is known by: sent twice, it is one fact
 */
public record ActForm(
        String orderId,
        Act act,
        Statement statement,
        List<Field> fields,
        @Nullable Effect effect,
        @Nullable String idle,
        @Nullable String refusal,
        String back,
        String key) {

    /**
     * @param kind {@code date}, {@code text}, {@code amount} or {@code choice}
     * @param options of a choice, by value
     */
    public record Field(String name, String kind, String value, boolean required, List<Option> options) {}

    /**
     * @param word key of the word for it; null: there is none
     * @param text in the visitor's language already; null: its word, or the value itself, is shown
     */
    public record Option(
            String value, @Nullable String word, @Nullable String text) {

        Option(String value, @Nullable String word) {
            this(value, word, null);
        }

        public String said(Words words) {
            return text != null ? text : word == null ? value : words.say(word);
        }
    }

    /** Whether it has to name something of which the order has none: there is nothing to send. */
    public boolean isAboutNothing() {
        return fields.stream()
                .anyMatch(field ->
                        field.kind().equals("choice") && field.options().isEmpty());
    }

    /** Of all its payers. */
    public Money late() {
        return statement.payers().stream().map(Position::late).reduce(Money.ZERO, Money::plus);
    }

    /**
     * @param entered what was entered; what is missing there has its proposal
     * @param about what of the order it may be about: notices that have gone out, or holds
     */
    static List<Field> fields(
            Act act, Statement statement, Map<String, String> entered, String me, List<Option> about) {
        List<Field> fields = new ArrayList<>();
        for (String name : act.fields()) {
            Field field = field(act, name, statement, me, about);
            fields.add(
                    entered.containsKey(name)
                            ? new Field(
                                    name,
                                    field.kind(),
                                    entered.getOrDefault(name, ""),
                                    field.required(),
                                    field.options())
                            : field);
        }
        fields.removeIf(field -> field.name().equals("payerId") && isCustomerAlone(field.options(), statement));
        return fields;
    }

    /** Nobody has to choose, and whoever is named by nobody is the customer. */
    private static boolean isCustomerAlone(List<Option> payers, Statement statement) {
        return payers.stream().allMatch(payer -> payer.value().equals(statement.customer()));
    }

    private static Field field(Act act, String name, Statement statement, String me, List<Option> about) {
        LocalDate today = statement.today();
        return switch (name) {
            case "payerId" -> choice(name, payers(statement));
            case "amount" -> new Field(name, "amount", late(statement).toString(), true, List.of());
            case "until" ->
                switch (act) {
                    case PROMISE ->
                        new Field(name, "date", Days.nextFriday(today).toString(), true, List.of());
                    case RESUBMIT -> new Field(name, "date", Days.inAWeek(today).toString(), true, List.of());
                    default -> new Field(name, "date", "", false, List.of());
                };
            case "on" -> new Field(name, "date", today.toString(), true, List.of());
            case "reason" ->
                act == Act.HOLD
                        ? choice(name, words("DISPUTE", "GRACE", "INSOLVENCY", "OTHER"))
                        : new Field(name, "text", "", true, List.of());
            case "channel" ->
                act == Act.CONTACT ? choice(name, channels()) : new Field(name, "text", "", false, List.of());
            case "holdId", "noticeId" -> choice(name, about);
            case "receivable" -> choice(name, debts(statement));
            case "to" -> new Field(name, "text", me, false, List.of());
            default -> new Field(name, "text", "", false, List.of());
        };
    }

    private static Field choice(String name, List<Option> options) {
        String first = options.isEmpty() ? "" : options.getFirst().value();
        return new Field(name, "choice", first, true, options);
    }

    private static List<Option> channels() {
        List<Option> channels = new ArrayList<>(words("PHONE", "EMAIL", "LETTER", "VISIT"));
        channels.add(new Option("OTHER", "channel.OTHER"));
        return channels;
    }

    private static List<Option> words(String... values) {
        return List.of(values).stream()
                .map(value -> new Option(value, "detail." + value))
                .toList();
    }

    /** Who is late first, then the others. */
    private static List<Option> payers(Statement statement) {
        return statement.payers().stream()
                .filter(payer -> payer.outstanding().isPositive())
                .sorted((one, other) -> other.late().compareTo(one.late()))
                .map(payer -> new Option(payer.payer(), null))
                .toList();
    }

    private static List<Option> debts(Statement statement) {
        List<Option> options = new ArrayList<>(words("all"));
        statement.receivables().stream()
                .filter(debt -> debt.interestToDate().isPositive())
                .forEach(debt -> options.add(new Option(debt.key().toString(), null)));
        return options;
    }

    /** What is late of the payer who is asked first; else what is outstanding. */
    private static Money late(Statement statement) {
        Money most = statement.payers().stream().map(Position::late).reduce(Money.ZERO, Money::max);
        return most.isPositive()
                ? most
                : statement.payers().stream().map(Position::outstanding).reduce(Money.ZERO, Money::max);
    }
}
