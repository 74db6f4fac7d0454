package io.echeance.core.dunning;

import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps that were taken, in order. */
public final class Steps {

    private final List<StepTaken> all;
    private final Map<ReceivableKey, List<StepTaken>> byDebt = new HashMap<>();

    public Steps(List<StepTaken> all) {
        this.all = List.copyOf(all);
        all.forEach(step -> byDebt.computeIfAbsent(step.receivable(), key -> new ArrayList<>())
                .add(step));
    }

    public List<StepTaken> all() {
        return all;
    }

    /** These, and others after them. */
    Steps then(List<StepTaken> more) {
        List<StepTaken> both = new ArrayList<>(all);
        both.addAll(more);
        return new Steps(both);
    }

    /** Those for one debt. */
    public List<StepTaken> of(Receivable debt) {
        return byDebt.getOrDefault(debt.key(), List.of());
    }
}
