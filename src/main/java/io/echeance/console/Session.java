package io.echeance.console;

/**
 * A person who came in.
 *
 * @param id made by chance when he came
 * @param token that he has shown; empty: none was asked for
 * @param until when it ends, in seconds since 1970
 */
record Session(String id, String token, long until) {}
