package io.echeance.serde.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Waits for a registry's client no longer than a stream's thread may: some clients know no limit of their own when a
 * registry accepts a question and never answers.
 */
record Asking(Duration limit) {

    /**
     * @throws RuntimeException what the client threw
     * @throws TimeoutException if it did not answer in time
     */
    <T> T call(Callable<T> question) throws TimeoutException {
        FutureTask<T> answer = new FutureTask<>(question);
        Thread.ofPlatform().name("schema-registry").daemon().start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
