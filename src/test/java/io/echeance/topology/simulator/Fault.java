package io.echeance.topology.simulator;

/** What is put into the machine by hand, to see that the simulator finds it. */
enum Fault {
    NONE,
    /** A thread that crashes commits how far it has read all the same. */
    OFFSETS_COMMITTED_EARLY,
    /** What was written is committed, how far was read is not. */
    OFFSETS_FORGOTTEN,
    /** What a crashed thread wrote is seen, though it was aborted. */
    ABORTED_IS_SEEN,
    /** What a crashed thread stored stays stored. */
    STORES_NOT_ROLLED_BACK,
    /** A row of a store is not written to its changelog. */
    CHANGE_NOT_LOGGED,
    /** A marker of a day is not written to one partition. */
    MARKER_FORGOTTEN,
    /** At every hop the marker of one partition speaks for all: a day arrives before what lies on the others. */
    MARKER_SPEAKS_FOR_ALL,
    /** A day is closed as soon as it has arrived, without the round for what the accounts themselves set going. */
    DAY_CLOSED_AT_ONCE,
    /** A day is closed that nobody told of. */
    DAY_INVENTED,
    /** A record of a hop is not written. */
    RECORD_LOST,
    /** A record of a hop is written twice. */
    RECORD_WRITTEN_TWICE,
    /** A record of a hop goes to another partition than that of its key. */
    RECORD_ASTRAY,
    /** A record is read before the one that stands before it. */
    ORDER_OF_A_PARTITION_BROKEN,
    /** What comes of a payment does not wait for a decision about it that is being asked about. */
    NO_QUEUE_OF_DECISIONS
}
