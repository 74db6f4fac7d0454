package io.echeance.serde.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Schemas, one named type a file: {@code fact/OrderPlaced.avsc}. Those that the jar carries, unless said otherwise. */
public final class Schemas {

    private static final String NAMESPACE = "io.echeance.";
    private static final Pattern REFERENCE = Pattern.compile("\"io\\.echeance\\.([a-z]+\\.[A-Z]\\w*)\"");
    private static final Schemas OF_THE_JAR = new Schemas(file -> resource("/schemas/" + file));

    private final Function<String, Optional<String>> files;
    private final Map<String, Schema> read = new HashMap<>();

    /** @param files from a file's name to its text */
    Schemas(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * A schema of the jar, with all that it refers to.
     *
     * @param name folder and record, such as {@code fact.OrderPlaced}
     */
    public static Schema named(String name) {
        return OF_THE_JAR.get(name);
    }

    synchronized Schema get(String name) {
        Schema known = read.get(name);
        if (known != null) {
            return known;
        }
        String file = name.replace('.', '/') + ".avsc";
        String text = files.apply(file).orElseThrow(() -> new DoesNotFit("there is no schema " + file));
        Schema.Parser parser = new Schema.Parser();
        Map<String, Schema> referred = new HashMap<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            referred.put(NAMESPACE + reference.group(1), get(reference.group(1)));
        }
        parser.addTypes(referred.values());
        Schema schema = parser.parse(text);
        read.put(name, schema);
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
