package io.echeance.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class of a broker that runs in a process of its own; {@link BrokerProcess} starts it. */
final class BrokerMain {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);

    private BrokerMain() {}

    public static void main(String... arguments) {
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.fromArguments(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
            LOG.error(broker.failure().join());
        } catch (CannotStart e) {
            LOG.error(e.getMessage());
        }
        Runtime.getRuntime().halt(1);
    }
}
