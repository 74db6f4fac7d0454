package io.echeance.query.http;

import io.javalin.config.RoutesConfig;

/** What an instance serves beside its answers, such as pages for people. */
@FunctionalInterface
public interface Annex {

    /** @param clerk asks this instance whatever a program may ask, in the name of a visitor */
    void open(RoutesConfig routes, Clerk clerk);
}
