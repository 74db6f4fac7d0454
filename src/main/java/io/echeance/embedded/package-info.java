/**
 * A real Kafka broker and a real schema registry on this machine, for the demo and the integration tests. The broker
 * runs in this process (or, to be killed, in a child of it), the registry in a child process; both listen on the
 * loopback interface only and keep what they received in a data directory, across restarts.
 */
@NullMarked
package io.echeance.embedded;

import org.jspecify.annotations.NullMarked;
