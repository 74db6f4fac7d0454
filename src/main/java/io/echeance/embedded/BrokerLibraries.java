package io.echeance.embedded;

/**
 * What the broker needs lies in {@code lib-demo}, a folder of its own: whoever only runs the stream does without it.
 */
final class BrokerLibraries {
    private static final String BROKER = "kafka.server.KafkaRaftServer";

    private BrokerLibraries() {}

    /** @throws CannotStart if they are not on the class path */
    static void require() {
        try {
            Class.forName(BROKER, false, BrokerLibraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CannotStart(
                    "The broker's libraries are missing: start the demo with ./echeance demo, or put lib-demo/* on the"
                            + " class path beside the jar.",
                    e);
        }
    }
}
