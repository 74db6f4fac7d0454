package io.echeance.query.http;

import io.echeance.query.http.Problem.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** Keeps one asker from taking all, and all from taking more than there is. */
final class Throttle {

    private static final int ASKERS = 10_000;
    private static final long SECOND = 1_000_000_000L;

    private final Semaphore places;
    private final Share working;
    private final Share arriving;
    private final int perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ASKERS;
        }
    };

    /** What an asker has left: nanoseconds, of which a request takes its share of a second. */
    private static final class Bucket {
        private long left;
        private long filledAt;
    }

    Throttle(Limits limits, LongSupplier nanos) {
        this.places = new Semaphore(limits.concurrent());
        this.working = new Share(Math.max(1, limits.concurrent() / 2));
        this.arriving = new Share(Math.max(1, limits.concurrent() / 4));
        this.perSecond = limits.perSecond();
        this.nanos = nanos;
    }

    /** How much one asker may have under way. */
    private static final class Share {
        private final int most;
        private final Map<String, Integer> taken = new HashMap<>();

        Share(int most) {
            this.most = most;
        }

        synchronized void take(String asker) {
            if (taken.merge(asker, 1, Integer::sum) > most) {
                giveBack(asker);
                throw new Problem(Kind.TOO_MANY, "no more than " + most + " requests at the same time");
            }
        }

        synchronized void giveBack(String asker) {
            taken.computeIfPresent(asker, (name, number) -> number == 1 ? null : number - 1);
        }
    }

    /** Lets a body arrive. It takes no place from those who are at work, however slow it is. */
    void arrives(String asker, Runnable body) {
        arriving.take(asker);
        try {
            body.run();
        } finally {
            arriving.giveBack(asker);
        }
    }

    /** A place to work, half of them for one asker at most; it is given back with {@link #leave}. */
    void enter(String asker) {
        working.take(asker);
        if (!places.tryAcquire()) {
            working.giveBack(asker);
            throw new Problem(Kind.BUSY, "all places are taken");
        }
    }

    void leave(String asker) {
        places.release();
        working.giveBack(asker);
    }

    /** Counts a request of an asker. */
    void count(String asker) {
        if (perSecond > 0 && !takes(asker)) {
            throw new Problem(Kind.TOO_MANY, "no more than " + perSecond + " requests a second");
        }
    }

    private synchronized boolean takes(String asker) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(asker, name -> {
            Bucket full = new Bucket();
            full.left = 2 * SECOND;
            full.filledAt = now;
            return full;
        });
        bucket.left = Math.min(2 * SECOND, bucket.left + (now - bucket.filledAt));
        bucket.filledAt = now;
        long price = SECOND / perSecond;
        if (bucket.left < price) {
            return false;
        }
        bucket.left -= price;
        return true;
    }
}
