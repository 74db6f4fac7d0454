package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.core.order.Statement.ReceivablePosition;
import io.echeance.core.statement.NoAlertReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as its page shows it.
 *
 * @param facts what reached us, the newest first
 * @param agreesWithIssued of a past: whether, played anew, it issues what was issued; null: of today
 */
public record OrderView(
        Statement statement,
        List<PayerBlock> payers,
        List<DocumentLine> documents,
        List<FactLine> facts,
        @Nullable Boolean agreesWithIssued) {

    /**
     * What one payer owes.
     *
     * @param debts the earliest due first
     * @param silence why there is no debt yet; null: there is
     */
    public record PayerBlock(
            Position position,
            String state,
            List<DebtLine> debts,
            @Nullable NoAlertReason silence) {}

    /** @param reason a hold's, such as {@code DISPUTE} */
    public record HoldLine(String id, String reason) {}

    /** @param number of its document; null: it has none yet */
    public record DebtLine(
            ReceivablePosition debt,
            @Nullable String number,
            String kind,
            long daysLate,
            @Nullable NoAlertReason silence) {

        public Money paid() {
            return debt.amount().minus(debt.outstanding());
        }

        public boolean isSettled() {
            return !debt.outstanding().isPositive();
        }
    }

    static OrderView of(JsonNode order, JsonNode facts) {
        Statement statement = Desk.read(Statement.class, order.path("statement"));
        JsonNode explanation = order.path("explanation");
        List<NoAlertReason> silences = new ArrayList<>();
        explanation.path("whyNotDunned").forEach(one -> silences.add(Desk.read(NoAlertReason.class, one)));
        Map<String, DocumentLine> documents = new LinkedHashMap<>();
        explanation
                .path("documents")
                .forEach(one -> documents.put(one.path("id").asText(), DocumentLine.of(one)));
        List<PayerBlock> payers = statement.payers().stream()
                .map(position -> block(position, statement, documents, silences))
                .toList();
        List<FactLine> received = FactLine.all(facts);
        Boolean agrees =
                order.has("agreesWithIssued") ? order.path("agreesWithIssued").asBoolean() : null;
        return new OrderView(
                statement, payers, List.copyOf(documents.values()).reversed(), received.reversed(), agrees);
    }

    private static PayerBlock block(
            Position position, Statement statement, Map<String, DocumentLine> documents, List<NoAlertReason> silences) {
        String payer = position.payer();
        List<DebtLine> debts = statement.receivables().stream()
                .filter(debt -> debt.payer().equals(payer))
                .map(debt -> line(debt, statement.today(), documents, silences))
                .sorted(Comparator.comparing(
                                (DebtLine line) -> orLast(line.debt().dueOn()))
                        .thenComparing(line -> line.debt().key()))
                .toList();
        String state = statement.shares().stream()
                .filter(share -> share.payer().equals(payer))
                .map(Statement.Share::state)
                .findFirst()
                .orElse("");
        NoAlertReason none = silences.stream()
                .filter(silence ->
                        silence.receivable() == null && silence.payer().equals(payer))
                .findFirst()
                .orElse(null);
        return new PayerBlock(position, state, debts, none);
    }

    private static DebtLine line(
            ReceivablePosition debt,
            LocalDate today,
            Map<String, DocumentLine> documents,
            List<NoAlertReason> silences) {
        LocalDate dueOn = debt.dueOn();
        boolean late = debt.principal() && debt.outstanding().isPositive() && dueOn != null && dueOn.isBefore(today);
        String id = debt.key().document().toString();
        DocumentLine document = documents.get(id);
        return new DebtLine(
                debt,
                document == null ? id : document.number(),
                document == null ? "" : document.kind(),
                late ? ChronoUnit.DAYS.between(dueOn, today) : 0,
                silences.stream()
                        .filter(silence -> debt.key().equals(silence.receivable()))
                        .findFirst()
                        .orElse(null));
    }

    private static LocalDate orLast(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    /** The holds in force, each written as its id and its reason. */
    public List<HoldLine> holds() {
        return statement.holds().stream()
                .map(hold -> new HoldLine(
                        hold.substring(0, Math.max(0, hold.lastIndexOf(' '))),
                        hold.substring(hold.lastIndexOf(' ') + 1)))
                .toList();
    }

    public Money late() {
        return sum(Position::late);
    }

    public Money outstanding() {
        return sum(Position::outstanding);
    }

    public Money paid() {
        return sum(Position::paid);
    }

    public Money interest() {
        return sum(Position::interestToDate);
    }

    private Money sum(Function<Position, Money> amount) {
        return statement.payers().stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    /** How late the latest of its principal is, in days; 0: none is. */
    public long daysLate() {
        return payers.stream()
                .flatMap(payer -> payer.debts().stream())
                .mapToLong(DebtLine::daysLate)
                .max()
                .orElse(0);
    }
}
