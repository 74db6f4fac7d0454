package io.echeance.query.http;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.query.command.Postbox;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Waits a while for a fact that was posted to show where it belongs, or to be refused on its way. */
record Arrival(Postbox postbox, Duration patience) {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(15).toNanos();

    /** Looks whether it is there. */
    interface Look<T> {

        /** Empty: not yet. */
        Optional<T> now() throws TemporarilyUnavailable;
    }

    /**
     * @return empty: nothing was heard of it in time
     * @throws Problem if it was refused
     */
    <T> Optional<T> of(String factId, Look<T> look) throws TemporarilyUnavailable {
        return of(factId, look, Problem::refused);
    }

    /** @param refused what is thrown where it was refused */
    <T> Optional<T> of(String factId, Look<T> look, Function<Refusal, Problem> refused) throws TemporarilyUnavailable {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            Optional<T> arrived = look.now();
            if (arrived.isPresent()) {
                return arrived;
            }
            Optional<Refusal> refusal = postbox.refusal(factId);
            if (refusal.isPresent()) {
                throw refused.apply(refusal.get());
            }
        }
        return Optional.empty();
    }
}
