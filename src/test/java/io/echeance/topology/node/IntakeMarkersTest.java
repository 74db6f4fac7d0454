package io.echeance.topology.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.serde.Bindings;
import io.echeance.serde.RegistryInMemory;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.PartyNews.PartyErased;
import io.echeance.serde.record.ReferenceNews.PayerForgotten;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.TopicNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes, markers that somebody else writes included, while the markers of a day are still under way. */
@DisplayName("While the markers of a day are under way,")
class IntakeMarkersTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 11);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final Instant DURING = Instant.parse("2026-01-12T08:00:00Z");

    private static final String OVER = "2026-01-10";
    private static final List<String> NEVER_CLOSED =
            List.of(OVER, "2029-01-12", "9999-12-31", "+999999999-12-31", "-999999999-01-01", "1970-01-01");

    private final RegistryInMemory registry = new RegistryInMemory();
    private final RegistrySerdes serdes = RegistrySerdes.configured(registry.settings());

    @TempDir
    private static Path state;

    private final MockProcessorContext<String, Object> context =
            new MockProcessorContext<>(new Properties(), new TaskId(0, 0), state.toFile());
    private Processor<byte[], byte[], String, Object> intake;
    private final List<StateStore> stores = new ArrayList<>();
    private long offset;

    @BeforeEach
    void begin() {
        RegistryRetry patience = RegistryRetry.of(Duration.ofMillis(1), pause -> false);
        ProcessorSupplier<byte[], byte[], String, Object> node = Intake.node(
                new InputReader(serdes, patience, TopicNames.PLAIN),
                new ReferenceData(),
                PersonalIds.NO_EMAIL,
                new ClosableDays(false),
                1);
        node.stores().forEach(store -> {
            var built = store.withLoggingDisabled().build();
            built.init(context.getStateStoreContext(), built);
            context.addStateStore(built);
            stores.add(built);
        });
        context.setCurrentSystemTimeMs(DURING.toEpochMilli());
        intake = node.get();
        intake.init(context);
    }

    @AfterEach
    void end() {
        stores.forEach(StateStore::close);
        serdes.close();
    }

    private void written(Topic topic, String key, byte @Nullable [] value, RecordHeaders headers, Instant at) {
        context.setRecordMetadata(topic.id(), 0, offset++);
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        intake.process(new Record<>(bytes, value, at.toEpochMilli(), headers));
    }

    private void received(LocalDate day, Instant at) {
        byte[] value = serdes.serde(Bindings.BUSINESS_DAY).serializer().serialize("business-days", new DayClosed(day));
        written(Topic.BUSINESS_DAYS, "day", value, new RecordHeaders(), at);
    }

    private void marked(Topic topic, String key, String day) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("day-closed", day.getBytes(StandardCharsets.UTF_8));
        written(topic, key, null, headers, DURING);
    }

    /** Our own, on each topic that is waited for. */
    private void ownMarkers(LocalDate day) {
        Intake.TOPICS.stream()
                .filter(topic -> topic != Topic.BUSINESS_DAYS)
                .forEach(topic -> marked(topic, "day-closed", day.toString()));
    }

    private <T> Stream<T> forwarded(Class<T> type) {
        return context.forwarded().stream()
                .map(one -> (Object) one.record().value())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private List<LocalDate> passedOn() {
        return forwarded(DayMarker.class).map(DayMarker::date).toList();
    }

    static Stream<Arguments> forgeries() {
        return Intake.TOPICS.stream()
                .flatMap(topic -> NEVER_CLOSED.stream()
                        // On business-days itself a day that is over is a day that may be closed.
                        .filter(day -> topic != Topic.BUSINESS_DAYS || !day.equals(OVER))
                        .map(day -> Arguments.of(topic, day)));
    }

    @ParameterizedTest(name = "of {1} on {0}")
    @MethodSource("forgeries")
    @DisplayName("a forged one closes no day and keeps none open, whenever it comes")
    void closesNothing(Topic topic, String day) {
        marked(topic, "day-closed", day);
        received(SUNDAY, DURING);
        marked(topic, "day-closed", day);
        assertThat(passedOn()).as("while the first day of all is under way").isEmpty();

        ownMarkers(SUNDAY);
        assertThat(passedOn()).containsExactly(SUNDAY);
        marked(topic, "day-closed", day);
        received(MONDAY.plusDays(1), DURING.plus(Duration.ofDays(2)));
        marked(topic, "day-closed", day);
        marked(topic, "day-closed", MONDAY.toString());
        assertThat(passedOn()).as("while the next one is under way").containsExactly(SUNDAY);

        ownMarkers(MONDAY.plusDays(1));
        assertThat(passedOn()).containsExactly(SUNDAY, MONDAY.plusDays(1));
        List<String> refusals =
                forwarded(Rejected.class).map(Rejected::sentence).toList();
        if (topic == Topic.PARTIES) {
            assertThat(refusals)
                    .as("there those of before a reset stand too, which are no fault")
                    .isEmpty();
        } else {
            assertThat(refusals)
                    .as("before the first day it is refused, and later where it is of no day that was closed")
                    .isNotEmpty()
                    .allMatch(sentence ->
                            sentence.contains(LocalDate.parse(day).toString()) || sentence.contains(MONDAY.toString()));
        }
    }

    @Test
    @DisplayName("what is refused is dated as what is taken: by the day behind whose record it was written")
    void refusalsAreDatedAsFactsAre() {
        received(SUNDAY, DURING);
        ownMarkers(SUNDAY);
        Instant monday = DURING.plus(Duration.ofHours(4));
        Instant over = DURING.plus(Duration.ofDays(1));
        received(MONDAY, over);

        written(Topic.ORDERS, "T-1", new byte[] {7}, new RecordHeaders(), monday);
        written(Topic.ORDERS, "T-2", new byte[] {7}, new RecordHeaders(), over.plusSeconds(1));

        assertThat(passedOn()).containsExactly(SUNDAY);
        assertThat(forwarded(Rejected.class).map(Rejected::on)).containsExactly(MONDAY, MONDAY.plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("topics")
    @DisplayName("one under another key is no marker at all")
    void underAnotherKey(Topic topic) {
        received(SUNDAY, DURING);
        marked(topic, "T-1", SUNDAY.toString());
        assertThat(context.forwarded().getLast().record().value())
                .isInstanceOfAny(Rejected.class, PartyErased.class, PayerForgotten.class);
        assertThat(passedOn()).isEmpty();
    }

    static Stream<Topic> topics() {
        return Intake.TOPICS.stream();
    }
}
