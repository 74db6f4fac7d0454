package io.echeance.query.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.invoice.Language;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.order.Sentence;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether an instance lives and can be asked.
 *
 * @param failed whether the stream has stopped by itself
 * @param standing a thread of the stream that has not gone round for too long, in a sentence; empty: none
 * @param working whether it has its tasks, all of them restored
 * @param registry whether the schema registry answers
 * @param books the running proof, of the sellers whose entries are added up here
 * @param refused how many terms and rates that were published are not taken
 */
public record Vitals(
        BooleanSupplier failed,
        Supplier<Optional<Sentence>> standing,
        BooleanSupplier working,
        BooleanSupplier registry,
        Shelves shelves,
        Supplier<List<RunningBalance>> books,
        IntSupplier refused) {

    /** What is found, in words for machines and people. */
    public record Finding(boolean good, ObjectNode details) {}

    /** @param language of what is said of a thread that stands still */
    public Finding live(Language language) {
        Optional<Sentence> still = standing.get();
        boolean good = !failed.getAsBoolean() && still.isEmpty();
        ObjectNode details = details(good);
        still.ifPresent(sentence -> details.put("stream", "STANDS_STILL").put("standing", language.in(sentence)));
        return new Finding(good, details);
    }

    /**
     * Whether questions should be sent here, and up to which day the books of its partitions are closed.
     *
     * @param language of what is said of a thread that stands still
     */
    public Finding ready(Language language) {
        boolean tasks = working.getAsBoolean();
        boolean reachable = registry.getAsBoolean();
        Optional<Sentence> still = standing.get();
        boolean good = !failed.getAsBoolean() && still.isEmpty() && tasks && reachable;
        ObjectNode details = details(good);
        still.ifPresent(sentence -> details.put("stream", "STANDS_STILL").put("standing", language.in(sentence)));
        details.put("tasks", tasks ? "RESTORED" : "NOT_READY");
        details.put("registry", reachable ? "REACHABLE" : "UNREACHABLE");
        List<String> differ = differing(books.get());
        details.put("books", differ.isEmpty() ? "BALANCED" : differ.getFirst());
        if (!differ.isEmpty()) {
            differ.forEach(details.putArray("booksDiffer")::add);
        }
        details.put("referenceData", refused.getAsInt() == 0 ? "TAKEN" : "REFUSED_IN_PART");
        try {
            shelves.here().stream()
                    .map(PartitionView::lastComplete)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .ifPresent(day -> details.put("lastClosedDay", day.toString()));
        } catch (TemporarilyUnavailable moving) {
            details.put("moving", moving.sentence());
        }
        return new Finding(good, details);
    }

    /** The gravest first: one does not hide the next. */
    private static List<String> differing(List<RunningBalance> balances) {
        Map<String, Predicate<RunningBalance>> proofs = new LinkedHashMap<>();
        proofs.put("NOT_BALANCED", RunningBalance::balanced);
        proofs.put("BANK_DIFFERS", RunningBalance::banksAgree);
        proofs.put("SUSPENSE_DIFFERS", RunningBalance::suspenseAgrees);
        return proofs.entrySet().stream()
                .filter(proof -> !balances.stream().allMatch(proof.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ObjectNode details(boolean good) {
        return JsonNodeFactory.instance.objectNode().put("status", good ? "UP" : "DOWN");
    }
}
