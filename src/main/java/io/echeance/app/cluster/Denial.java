package io.echeance.app.cluster;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What the brokers do not allow: which operation, on which resource, as an ACL would name them. */
final class Denial {

    private Denial() {}

    /**
     * Of one's own work with the brokers.
     *
     * @param attempted what is done to the topics
     * @param transactionalId of the writer; empty where nothing is written
     */
    static String of(AuthorizationException refused, AclOperation attempted, String transactionalId) {
        return switch (refused) {
            case TopicAuthorizationException topics ->
                attempted + " on topic " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()));
            case GroupAuthorizationException group -> AclOperation.READ + " on group " + group.groupId();
            case TransactionalIdAuthorizationException id ->
                AclOperation.WRITE + " on transactional id " + transactionalId;
            case ClusterAuthorizationException cluster ->
                (attempted == AclOperation.CREATE ? AclOperation.CREATE : AclOperation.DESCRIBE) + " on the cluster";
            default -> String.valueOf(refused.getMessage());
        };
    }

    /** Of the stream's work, from what it threw; empty: it was something else. */
    static Optional<String> ofStream(Throwable failure, String applicationId) {
        AclOperation attempted = AclOperation.READ;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("sending record")) {
                attempted = AclOperation.WRITE;
            } else if (message.contains("create topic")) {
                attempted = AclOperation.CREATE;
            }
            if (cause instanceof AuthorizationException refused) {
                return Optional.of(of(refused, attempted, applicationId + "-*"));
            }
        }
        return Optional.empty();
    }
}
