package io.echeance.serde.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What a failure of a registry's serde says about the record: little, unless it surely does. */
class RefusalTest {

    /** As Confluent's client reports an answer. */
    public static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;
        private final int errorCode;

        RestClientException(int status, int errorCode) {
            super("Schema not found; error code: " + errorCode);
            this.status = status;
            this.errorCode = errorCode;
        }

        public int getStatus() {
            return status;
        }

        public int getErrorCode() {
            return errorCode;
        }
    }

    private static Refusal answered(int status, int errorCode) {
        return Refusal.of(new SerializationException(
                "Error retrieving Avro schema for id 5", new RestClientException(status, errorCode)));
    }

    @Test
    void anAnswerThatThereIsNoSuchSchemaIsTakenAtItsWord() {
        assertThat(answered(404, 40403)).isEqualTo(Refusal.UNKNOWN_SCHEMA);
    }

    @Test
    void anyOtherAnswerSaysNothingAboutTheRecord() {
        assertThat(answered(404, 404)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(answered(401, 40101)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(answered(409, 409)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(answered(429, 42901)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(answered(500, 50001)).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(answered(503, 503)).isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void noAnswerSaysNothingAboutTheRecord() {
        assertThat(Refusal.of(new IllegalStateException(new ExecutionException(new ConnectException("refused")))))
                .isEqualTo(Refusal.UNAVAILABLE);
        assertThat(Refusal.of(new SerializationException("read", new SocketTimeoutException("Read timed out"))))
                .isEqualTo(Refusal.UNAVAILABLE);
        assertThat(Refusal.of(new TimeoutException())).isEqualTo(Refusal.UNAVAILABLE);
        assertThat(Refusal.of(new SerializationException("read", new EOFException("connection closed"))))
                .isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void whatIsNotRecognisedSaysNothingAboutTheRecord() {
        assertThat(Refusal.of(new IllegalArgumentException("out of memory, perhaps")))
                .isEqualTo(Refusal.UNAVAILABLE);
    }

    @Test
    void whatAvroCannotReadNobodyCan() {
        assertThat(Refusal.of(new SerializationException("deserialize", new AvroTypeException("found int"))))
                .isEqualTo(Refusal.BAD_BYTES);
    }

    @Test
    void theInnermostMessageIsTheMostTelling() {
        assertThat(Refusal.sentence(new IllegalStateException("outer", new ConnectException("Connection refused"))))
                .isEqualTo("Connection refused");
        assertThat(Refusal.sentence(new TimeoutException())).isEqualTo("TimeoutException");
    }
}
