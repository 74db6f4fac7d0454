package io.echeance.core.lint;

/**
 * Where a text says something.
 *
 * @param place such as {@code art. 5.3}
 * @param words its own words
 */
public record Passage(String place, String words) {}
