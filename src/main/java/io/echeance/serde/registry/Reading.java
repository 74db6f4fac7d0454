package io.echeance.serde.registry;

/** What became of the bytes of a record. */
public sealed interface Reading<T> {

    record Readable<T>(T value) implements Reading<T> {}

    /**
     * They can never be read, whenever one tries.
     *
     * @param sentence why, for a person
     */
    record Unreadable<T>(String sentence) implements Reading<T> {}
}
