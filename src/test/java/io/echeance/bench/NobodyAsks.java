package io.echeance.bench;

import io.echeance.core.customer.Rights;
import io.echeance.query.access.PersonsDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Of whom nobody is known. */
final class NobodyAsks implements PersonsDesk {

    @Override
    public Optional<byte[]> export(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Erasure> erase(String id, String by) {
        return Optional.empty();
    }

    @Override
    public Optional<Erasure> erasure(String id) {
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
