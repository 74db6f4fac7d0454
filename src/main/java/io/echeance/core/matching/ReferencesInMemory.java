package io.echeance.core.matching;

import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.PaymentReferences.Closing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the references keep, without a store. */
final class ReferencesInMemory implements PaymentReferences.ReferenceStore {

    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, List<KnownName>> alike = new HashMap<>();
    private final Map<String, Set<Asker>> waiting = new HashMap<>();
    private final Map<Closing, LocalDate> closing = new LinkedHashMap<>();
    private final Set<String> erased = new HashSet<>();

    @Override
    public @Nullable String orderOf(String name) {
        return orders.get(name);
    }

    @Override
    public void learn(String name, String orderId) {
        orders.put(name, orderId);
    }

    @Override
    public List<KnownName> alike(String key) {
        return alike.getOrDefault(key, List.of());
    }

    @Override
    public void learnAlike(String key, List<KnownName> names) {
        alike.put(key, names);
    }

    @Override
    public List<String> accountsOf(String payer) {
        return alike.entrySet().stream()
                .filter(entry -> AccountMemory.isOf(entry.getKey(), entry.getValue(), payer))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public void erase(String payer) {
        erased.add(payer);
    }

    @Override
    public boolean isErased(String payer) {
        return erased.contains(payer);
    }

    @Override
    public void await(String name, Asker asker, @Nullable LocalDate closesOn) {
        waiting.computeIfAbsent(name, none -> new LinkedHashSet<>()).add(asker);
        if (closesOn != null) {
            closing.put(new Closing(name, asker), closesOn);
        }
    }

    @Override
    public void forget(String name, Asker asker) {
        Set<Asker> askers = waiting.getOrDefault(name, new LinkedHashSet<>());
        askers.remove(asker);
        if (askers.isEmpty()) {
            waiting.remove(name);
        }
        closing.remove(new Closing(name, asker));
    }

    @Override
    public List<Closing> closing(LocalDate day) {
        return closing.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(day))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Asker> waiting(String name) {
        return List.copyOf(waiting.getOrDefault(name, Set.of()));
    }
}
