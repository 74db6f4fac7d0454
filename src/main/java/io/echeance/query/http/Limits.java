package io.echeance.query.http;

import java.time.Duration;

/**
 * What a request may take.
 *
 * @param bodyBytes longest body
 * @param headerBytes all headers of a request
 * @param idle how long a connection may be silent
 * @param arrival how long a request may take to arrive
 * @param concurrent requests that are worked on at once
 * @param perSecond requests of one asker, twice as many in a burst; 0: any number
 */
public record Limits(int bodyBytes, int headerBytes, Duration idle, Duration arrival, int concurrent, int perSecond) {

    public static final Limits USUAL =
            new Limits(64 << 10, 8 << 10, Duration.ofSeconds(10), Duration.ofSeconds(5), 64, 200);

    public Limits withPerSecond(int requests) {
        return new Limits(bodyBytes, headerBytes, idle, arrival, concurrent, requests);
    }

    /** For bodies so long, which may take three times as long to arrive. */
    Limits withBody(int bytes) {
        return new Limits(bytes, headerBytes, idle, arrival.multipliedBy(3), concurrent, perSecond);
    }
}
