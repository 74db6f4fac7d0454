/**
 * Records of topics, in Confluent's wire format: a byte 0, the schema's id in four bytes, Avro. The registry's own
 * serializer and deserializer, named in the configuration, are asked for each schema once.
 */
@NullMarked
package io.echeance.serde.registry;

import org.jspecify.annotations.NullMarked;
