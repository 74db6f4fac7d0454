package io.echeance.query.instance;

import io.echeance.query.instance.KeyOwners.Address;
import java.util.List;

/** The lists, as far as this instance keeps them, and who keeps the others. */
public interface Shelves {

    /** How many partitions there are in all. */
    int partitions();

    /**
     * Of this instance; what moves just now is left out.
     *
     * @throws Moving if the stream does not run
     */
    List<PartitionView> here() throws TemporarilyUnavailable;

    /** @throws Moving if that is not settled right now */
    List<Address> others() throws TemporarilyUnavailable;
}
