package io.echeance.app.cluster;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.serde.registry.RegistryUnavailable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brokers or registry do not do what is asked. The message is one sentence for the user, with how to mend it. */
public final class ClusterTrouble extends RuntimeException {

    /** How Kafka's clients begin to say that no broker's name can be looked up. */
    private static final String NO_NAME = "No resolvable bootstrap urls";

    ClusterTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Nobody answers, broker or registry, or nobody's name is known yet: it may mend itself. */
    boolean isSilence() {
        Throwable cause = getCause();
        return cause instanceof ClusterTrouble known ? known.isSilence() : cause != null && isSilence(telling(cause));
    }

    /** Another writer of the same name has taken over. */
    public boolean isTakenOver() {
        Throwable cause = getCause();
        return cause instanceof ClusterTrouble known
                ? known.isTakenOver()
                : cause != null && isTakenOver(telling(cause));
    }

    private static boolean isTakenOver(Throwable failure) {
        return failure instanceof ProducerFencedException || failure instanceof InvalidProducerEpochException;
    }

    private static boolean isSilence(Throwable failure) {
        return failure instanceof RegistryUnavailable
                || failure instanceof TimeoutException
                || failure instanceof java.util.concurrent.TimeoutException
                || failure instanceof ConfigException
                        && String.valueOf(failure.getMessage()).startsWith(NO_NAME);
    }

    /** What a failure means. */
    public static ClusterTrouble of(Settings settings, Throwable failure) {
        return of(settings, failure, AclOperation.DESCRIBE, "");
    }

    /**
     * What a failure means.
     *
     * @param attempted what was to be done to topics
     * @param transactionalId of the writer; empty where nothing is written
     */
    static ClusterTrouble of(Settings settings, Throwable failure, AclOperation attempted, String transactionalId) {
        return new ClusterTrouble(sentence(settings, telling(failure), attempted, transactionalId), failure);
    }

    /** A producer that is broken says so in general terms, and what broke it underneath. */
    private static Throwable telling(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getClass() == KafkaException.class && cause != null ? telling(cause) : failure;
    }

    private static String sentence(
            Settings settings, Throwable failure, AclOperation attempted, String transactionalId) {
        String brokers = settings.text(Setting.BOOTSTRAP_SERVERS);
        return switch (failure) {
            case ClusterTrouble known -> String.valueOf(known.getMessage());
            case RegistryUnavailable registry ->
                "the registry gives no answer: " + registry.getMessage()
                        + "; start it, or set its address ("
                        + registrySetting(settings).key() + ").";
            case Throwable silent when isSilence(silent) -> noBroker(brokers);
            case UnknownTopicOrPartitionException missing ->
                "a topic is missing on " + brokers + ": 'run' creates the topics when it starts.";
            case AuthenticationException refused ->
                brokers + " does not let us in (" + refused.getMessage()
                        + "): check security.protocol and sasl settings.";
            case AuthorizationException refused ->
                brokers + " does not allow " + Denial.of(refused, attempted, transactionalId)
                        + ": grant it, or use another account.";
            case Throwable fenced
            when isTakenOver(fenced) -> "another one of these has been started and has taken over.";
            default -> "the brokers at " + brokers + " cannot do it: " + failure.getMessage();
        };
    }

    private static String noBroker(String brokers) {
        return "no broker answers at " + brokers + ": start one, or set bootstrap.servers.";
    }

    private static Setting registrySetting(Settings settings) {
        return settings.has(Setting.SCHEMA_REGISTRY_URL) ? Setting.SCHEMA_REGISTRY_URL : Setting.APICURIO_REGISTRY_URL;
    }
}
