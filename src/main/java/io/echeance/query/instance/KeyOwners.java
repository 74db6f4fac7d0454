package io.echeance.query.instance;

import java.util.List;

/**
 * Who keeps the account of an order.
 *
 * @param partition of the log
 * @param active the instance that decides about it
 * @param copies instances that follow (standby replicas)
 * @param self this instance
 */
public record KeyOwners(int partition, Address active, List<Address> copies, Address self) {

    /** {@code application.server} of an instance. */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public boolean isActiveHere() {
        return active.equals(self);
    }

    public boolean isCopyHere() {
        return copies.contains(self);
    }
}
