package io.echeance.bench;

import io.echeance.core.customer.Rights;
import io.echeance.core.invoice.Language;
import io.echeance.query.access.PersonsDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of whom nobody is known. */
final class NobodyAsks implements PersonsDesk {

    @Override
    public Optional<byte[]> export(String id, @Nullable Language language) {
        return Optional.empty();
    }

    @Override
    public Optional<Erasure> erase(String id, String by, Set<String> payments, @Nullable Language language) {
        return Optional.empty();
    }

    @Override
    public Optional<Erasure> erasure(String id, @Nullable Language language) {
        return Optional.empty();
    }

    @Override
    public List<Rights.Requested> requests(String id, LocalDate today) {
        return List.of();
    }

    @Override
    public List<Rights.Requested> requests(LocalDate today) {
        return List.of();
    }
}
