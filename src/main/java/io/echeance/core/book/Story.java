package io.echeance.core.book;

import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.order.Account;
import io.echeance.core.order.Output;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.ReceivablePosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order's story: it is played once, and drawn only on the mornings on which it looks otherwise.
 *
 * @param knownOn only with what had reached us by that day; null: with all of it
 */
record Story(Retelling order, @Nullable LocalDate knownOn) {

    /** What had happened by a morning. */
    private record Scene(Account account, List<Received> came, List<Output> said) {}

    /** @param until the last morning; beyond today it is what comes if nothing else reaches us */
    List<Frame> frames(List<LocalDate> unfinished, LocalDate until) {
        LocalDate today = order.today();
        NavigableMap<LocalDate, Scene> scenes = past(until.isBefore(today) ? until : today);
        if (!until.isBefore(today) && isWhole()) {
            scenes.put(today, present(scenes));
            future(unfinished, until, scenes);
        }
        return drawn(scenes, until);
    }

    /** Whether all that reached us is known. */
    private boolean isWhole() {
        return knownOn == null || !knownOn.isBefore(order.today());
    }

    private List<Received> received(LocalDate before) {
        return order.account().evidence().facts().stream()
                .map(known -> new Received(known.knownOn(), known.fact()))
                .filter(received -> received.knownOn().isBefore(before))
                .filter(received -> knownOn == null || !received.knownOn().isAfter(knownOn))
                .toList();
    }

    private NavigableMap<LocalDate, Scene> past(LocalDate until) {
        NavigableMap<LocalDate, Scene> scenes = new TreeMap<>();
        Walk walk = new Walk(order.decider(), Account.opened(order.account().orderId()));
        walk.through(
                received(until),
                LocalDate.MIN,
                until.minusDays(1),
                (morning, came, said) -> scenes.put(morning, new Scene(walk.account(), foreign(came), said)));
        return scenes;
    }

    /** The account itself, as it stands, with what came today. */
    private Scene present(NavigableMap<LocalDate, Scene> scenes) {
        LocalDate today = order.today();
        Scene morning = scenes.get(today);
        List<Received> came = new ArrayList<>(morning == null ? List.of() : morning.came());
        order.account().evidence().facts().stream()
                .filter(known -> !known.knownOn().isBefore(today))
                .map(known -> new Received(known.knownOn(), known.fact()))
                .forEach(came::add);
        return new Scene(order.account(), foreign(came), morning == null ? List.of() : morning.said());
    }

    private void future(List<LocalDate> unfinished, LocalDate until, NavigableMap<LocalDate, Scene> scenes) {
        Walk walk = new Walk(order.decider(), order.account());
        unfinished.forEach(walk::close);
        walk.through(
                List.of(),
                order.today(),
                until.minusDays(1),
                (morning, came, said) -> scenes.put(morning, new Scene(walk.account(), List.of(), said)));
    }

    private static List<Received> foreign(List<Received> came) {
        return came.stream()
                .filter(received -> !(received.fact() instanceof OwnFact))
                .toList();
    }

    private List<Frame> drawn(NavigableMap<LocalDate, Scene> scenes, LocalDate until) {
        List<Frame> frames = new ArrayList<>();
        List<Received> came = new ArrayList<>();
        List<Output> said = new ArrayList<>();
        for (Map.Entry<LocalDate, Scene> entry : scenes.entrySet()) {
            Scene scene = entry.getValue();
            came.addAll(scene.came());
            said.addAll(scene.said());
            Statement statement = order.decider().statement(scene.account(), entry.getKey());
            // What came before the order is shown with it.
            if (statement != null) {
                if (!came.isEmpty() || !said.isEmpty() || !isLike(statement, frames)) {
                    frames.add(new Frame(entry.getKey(), List.copyOf(came), List.copyOf(said), statement));
                }
                came.clear();
                said.clear();
                LocalDate next = scenes.higherKey(entry.getKey());
                turns(scene.account(), statement, next == null ? until.plusDays(1) : next, until, frames);
            }
        }
        return frames;
    }

    /** The mornings until the next scene on which a debt is late that was not, or a month begins, and the last one. */
    private void turns(Account account, Statement since, LocalDate next, LocalDate last, List<Frame> frames) {
        for (LocalDate day = since.today().plusDays(1); day.isBefore(next); day = day.plusDays(1)) {
            Statement statement = isTurn(since, day, last) ? order.decider().statement(account, day) : null;
            if (statement != null) {
                frames.add(new Frame(day, List.of(), List.of(), statement));
            }
        }
    }

    private static boolean isTurn(Statement since, LocalDate day, LocalDate last) {
        if (since.payers().stream().noneMatch(payer -> payer.outstanding().isPositive())) {
            return false;
        }
        boolean late = since.receivables().stream().anyMatch(debt -> isLate(debt, day));
        return day.equals(last)
                || (late && day.getDayOfMonth() == 1)
                || since.receivables().stream().anyMatch(debt -> isLate(debt, day) && !isLate(debt, day.minusDays(1)));
    }

    private static boolean isLate(ReceivablePosition debt, LocalDate day) {
        LocalDate dueOn = debt.dueOn();
        return debt.principal() && debt.outstanding().isPositive() && dueOn != null && dueOn.isBefore(day);
    }

    private static boolean isLike(Statement statement, List<Frame> frames) {
        return !frames.isEmpty()
                && frames.getLast().statement().payers().equals(statement.payers())
                && frames.getLast().statement().holds().equals(statement.holds());
    }
}
