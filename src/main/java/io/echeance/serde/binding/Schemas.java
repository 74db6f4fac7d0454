package io.echeance.serde.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** The schemas that the jar carries, one named type a file: {@code schemas/fact/OrderPlaced.avsc}. */
public final class Schemas {

    private static final String NAMESPACE = "io.echeance.";
    private static final Pattern REFERENCE = Pattern.compile("\"io\\.echeance\\.([a-z]+\\.[A-Z]\\w*)\"");
    private static final Map<String, Schema> READ = new HashMap<>();

    private Schemas() {}

    /**
     * The schema, with all that it refers to.
     *
     * @param name folder and record, such as {@code fact.OrderPlaced}
     */
    public static synchronized Schema named(String name) {
        Schema known = READ.get(name);
        if (known != null) {
            return known;
        }
        String path = "/schemas/" + name.replace('.', '/') + ".avsc";
        String text = resource(path).orElseThrow(() -> new DoesNotFit("there is no " + path + " in the jar"));
        Schema.Parser parser = new Schema.Parser();
        Map<String, Schema> referred = new HashMap<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            Schema schema = named(reference.group(1));
            referred.put(NAMESPACE + reference.group(1), schema);
        }
        parser.addTypes(referred.values());
        Schema schema = parser.parse(text);
        READ.put(name, schema);
        return schema;
    }

    /** The schema with which an earlier version of us wrote a state, whole in one file; empty: there is none. */
    public static Optional<Schema> earlierState(String record, int version) {
        return resource("/earlier-states/" + record + "/" + version + ".avsc")
                .map(text -> new Schema.Parser().parse(text));
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = Schemas.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
