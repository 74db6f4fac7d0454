package io.echeance.core.matching;

/**
 * Something in a text that may be a name.
 *
 * @param key under what it is looked up
 * @param isNumber it has the form of a document's number, or stands in a list of such: it names a document, known
 *     or not
 */
record Candidate(String key, boolean isNumber) {}
