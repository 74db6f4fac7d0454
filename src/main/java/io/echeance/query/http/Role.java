package io.echeance.query.http;

/** What a token may do; each may do what those before it may. */
public enum Role {
    /** Ask. */
    READ,
    /** Tell what people decided: commands. */
    ACT,
    /** Decide about a person: what is held against a customer. */
    DECIDE,
    /** See how the instances share the work. */
    ADMIN
}
