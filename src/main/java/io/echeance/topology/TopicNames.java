package io.echeance.topology;

import java.util.Optional;

/**
 * What the topics are called on the brokers. All of an installation's begin with the same words, so that several can
 * share a cluster.
 *
 * @param prefix may be empty; never changed once in use
 */
public record TopicNames(String prefix) {

    /** Without a prefix. */
    public static final TopicNames PLAIN = new TopicNames("");

    public String of(Topic topic) {
        return prefix + topic.id();
    }

    /** Which topic of ours bears this name; empty: none. */
    public Optional<Topic> named(String name) {
        return name.startsWith(prefix) ? Topic.named(name.substring(prefix.length())) : Optional.empty();
    }
}
