package io.echeance.serde;

import io.apicurio.registry.resolver.client.RegistryArtifactReference;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry for tests: the genuine serde of Apicurio, over a client that keeps schemas in memory, may be down,
 * and counts what it is asked. Ids are given from 1 in order of registration.
 */
public final class RegistryInMemory {

    private static final String KEY = "registry.in.memory";

    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Long>> subjects = new HashMap<>();
    private @Nullable RuntimeException trouble;
    private int asked;

    /** Settings that lead the serdes here. */
    public Map<String, Object> settings() {
        return Map.of(
                "value.serializer",
                Serializer.class.getName(),
                "value.deserializer",
                Deserializer.class.getName(),
                "apicurio.registry.url",
                "http://in-memory.invalid",
                KEY,
                this);
    }

    /** Nobody listens at its address any more. */
    public synchronized void goDown() {
        trouble = new IllegalStateException(new ExecutionException(new ConnectException("Connection refused")));
    }

    /** It answers every question with this status. */
    public synchronized void answerAlways(int status, String name) {
        trouble = problem(status, name);
    }

    public synchronized void comeBack() {
        trouble = null;
    }

    /** How many questions it got. */
    public synchronized int asked() {
        return asked;
    }

    /** The id of a schema that someone else registers. */
    public synchronized long register(String subject, String schema) {
        int known = schemas.indexOf(schema);
        long id = known < 0 ? schemas.size() + 1 : known + 1;
        if (known < 0) {
            schemas.add(schema);
        }
        List<Long> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    /** Text of the schema with an id. */
    public synchronized String schema(long id) {
        if (!knows(id)) {
            throw problem(404, "ContentNotFoundException");
        }
        return schemas.get((int) id - 1);
    }

    public synchronized boolean knows(long id) {
        return id >= 1 && id <= schemas.size();
    }

    public synchronized Set<String> subjects() {
        return Set.copyOf(subjects.keySet());
    }

    private static ProblemDetails problem(int status, String name) {
        ProblemDetails problem = new ProblemDetails();
        problem.setStatus(status);
        problem.setName(name);
        problem.setTitle(name);
        return problem;
    }

    private synchronized Object answer(String question, Object[] arguments) {
        asked++;
        if (trouble != null) {
            throw trouble;
        }
        return switch (question) {
            case "createSchema" -> created((String) arguments[1], (String) arguments[2], (String) arguments[6]);
            case "getSchemaByContentId" -> schema((Long) arguments[0]);
            case "getReferencesByContentId" -> List.<RegistryArtifactReference>of();
            case "searchVersionsByContent" ->
                found(
                        (String) arguments[0],
                        Objects.requireNonNull(((ArtifactReference) arguments[2]).getArtifactId()));
            default -> throw new UnsupportedOperationException(question);
        };
    }

    private RegistryVersionCoordinates created(@Nullable String group, String subject, String schema) {
        long id = register(subject, schema);
        String version =
                String.valueOf(Objects.requireNonNull(subjects.get(subject)).indexOf(id) + 1);
        return RegistryVersionCoordinates.create(id, id, group, subject, version);
    }

    private List<RegistryVersionCoordinates> found(String schema, String subject) {
        long id = schemas.indexOf(schema) + 1L;
        List<Long> versions = subjects.getOrDefault(subject, List.of());
        return versions.contains(id)
                ? List.of(RegistryVersionCoordinates.create(id, id, null, subject, "1"))
                : List.of();
    }

    /** The client that the serde believes to be one. Which registry it asks, the settings say later. */
    private static final class Line {
        private @Nullable RegistryInMemory registry;

        private final RegistryClientFacade client = (RegistryClientFacade) Proxy.newProxyInstance(
                RegistryClientFacade.class.getClassLoader(),
                new Class<?>[] {RegistryClientFacade.class},
                (proxy, method, arguments) -> Objects.requireNonNull(registry).answer(method.getName(), arguments));

        void connect(Map<String, ?> settings) {
            registry = (RegistryInMemory) settings.get(KEY);
        }
    }

    /** Apicurio's serializer, asking the registry of the settings. */
    public static final class Serializer extends AvroKafkaSerializer<Object> {
        private final Line line;

        public Serializer() {
            this(new Line());
        }

        private Serializer(Line line) {
            super(line.client);
            this.line = line;
        }

        @Override
        public void configure(Map<String, ?> settings, boolean isKey) {
            line.connect(settings);
            super.configure(settings, isKey);
        }
    }

    /** Apicurio's deserializer, asking the registry of the settings. */
    public static final class Deserializer extends AvroKafkaDeserializer<Object> {
        private final Line line;

        public Deserializer() {
            this(new Line());
        }

        private Deserializer(Line line) {
            super(line.client);
            this.line = line;
        }

        @Override
        public void configure(Map<String, ?> settings, boolean isKey) {
            line.connect(settings);
            super.configure(settings, isKey);
        }
    }
}
