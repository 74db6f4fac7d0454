package io.echeance.topology.runtime;

import io.echeance.serde.registry.RegistryUnavailable;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever a node did not foresee stops the work on its transaction: nothing of it is committed, nothing is skipped.
 * What can be foreseen of bad input is rejected by the nodes and never comes here.
 */
public final class StopOnFailure
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnFailure.class);

    @Override
    public void configure(Map<String, ?> settings) {}

    /** Internal topics only: what others write is read by the nodes. */
    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        report("reading", context, failure);
        return DeserializationExceptionHandler.Response.fail();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        report("working on", context, failure);
        return ProcessingExceptionHandler.Response.fail();
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        report("writing to " + record.topic() + " what follows from", context, failure);
        return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            ProductionExceptionHandler.SerializationExceptionOrigin origin) {
        report("writing to " + record.topic() + " what follows from", context, failure);
        return ProductionExceptionHandler.Response.fail();
    }

    private static void report(String work, ErrorHandlerContext context, Exception failure) {
        if (isRegistryLoss(failure)) {
            LOG.warn("The schema registry is unreachable; {} {} begins again.", work, place(context));
        } else {
            LOG.error("Stopped while {} {}, in {}.", work, place(context), context.processorNodeId(), failure);
        }
    }

    private static String place(ErrorHandlerContext context) {
        return "%s-%d@%d".formatted(context.topic(), context.partition(), context.offset());
    }

    /** Whether all that is wrong is that the registry gives no answer. */
    static boolean isRegistryLoss(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailable) {
                return true;
            }
        }
        return false;
    }
}
