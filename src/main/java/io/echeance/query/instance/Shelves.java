package io.echeance.query.instance;

import io.echeance.query.instance.KeyOwners.Address;
import java.util.List;

/** The lists, as far as this instance keeps them, and who keeps the others. */
public interface Shelves {

    /** How many partitions there are in all. */
    int partitions();

    /**
     * Those of this instance whose orders lie here; what moves just now is left out.
     *
     * @throws Moving if the stream does not run
     */
    List<PartitionView> here() throws TemporarilyUnavailable;

    /**
     * Also those of which only money or customers lie here: such a one has no orders and no day.
     *
     * @throws Moving if the stream does not run
     */
    default List<PartitionView> allHere() throws TemporarilyUnavailable {
        return here();
    }

    /** @throws Moving if that is not settled right now */
    List<Address> others() throws TemporarilyUnavailable;
}
