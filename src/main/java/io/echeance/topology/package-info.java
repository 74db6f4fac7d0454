/**
 * The stream: how facts find their order, what they lead to, and where it goes. {@link
 * io.echeance.topology.Graph} is all of it on one screen; the nodes load, let the core decide, store and forward.
 */
@NullMarked
package io.echeance.topology;

import org.jspecify.annotations.NullMarked;
