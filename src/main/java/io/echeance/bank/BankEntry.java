package io.echeance.bank;

/**
 * A movement with the name by which we know it.
 *
 * @param id made of the content and of its number among equal ones of a day, so that a file which comes again, or
 *     overlaps another, tells nothing new
 * @param place where it stands in its file
 */
public record BankEntry(String id, String place, Movement movement) {}
