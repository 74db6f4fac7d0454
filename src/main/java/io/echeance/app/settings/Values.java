package io.echeance.app.settings;

import io.echeance.core.admission.PersonalIds;
import io.echeance.query.http.Token;
import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** What may be written as the value of a setting. Each gives the objection to a value, if there is one. */
final class Values {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LAST_PORT = 65_535;

    private Values() {}

    static Optional<String> hosts(String value) {
        for (String host : value.split(",", -1)) {
            Optional<String> objection = host(host.strip());
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    static Optional<String> host(String value) {
        var matcher = HOST.matcher(value);
        boolean right = matcher.matches() && Integer.parseInt(matcher.group(2)) <= LAST_PORT;
        return objection(right, value, "is not host:port: write it like localhost:9092");
    }

    static Optional<String> url(String value) {
        try {
            URI uri = new URI(value);
            boolean right =
                    uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            return objection(
                    right, value, "is not a web address: write it like http://localhost:8081/apis/registry/v3");
        } catch (URISyntaxException e) {
            return objection(
                    false, value, "is not a web address: write it like http://localhost:8081/apis/registry/v3");
        }
    }

    static Optional<String> serializer(String value) {
        return of(Serializer.class, value);
    }

    static Optional<String> deserializer(String value) {
        return of(Deserializer.class, value);
    }

    private static Optional<String> of(Class<?> kind, String value) {
        try {
            Class<?> named = Class.forName(value, false, Values.class.getClassLoader());
            return objection(kind.isAssignableFrom(named), value, "is not a " + kind.getName() + ": name one that is");
        } catch (ClassNotFoundException | LinkageError e) {
            return objection(
                    false,
                    value,
                    "is not on the class path: check its name"
                            + (value.startsWith("io.confluent") ? ", and build with ./mvnw -Pconfluent package" : ""));
        }
    }

    static Optional<String> name(String value) {
        return objection(
                NAME.matcher(value).matches(),
                value,
                "is not a name for a group: use letters, digits, '.', '_' and '-'");
    }

    static Optional<String> prefix(String value) {
        return objection(
                value.matches("[A-Za-z0-9._-]{0,100}"),
                value,
                "can begin no name of a topic: use letters, digits, '.', '_' and '-', 100 at most");
    }

    static Optional<String> directory(String value) {
        try {
            Path there = Path.of(value).toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there)) {
                return objection(false, value, "is or lies in a file: name a directory, new or empty");
            }
            return objection(Files.isWritable(there), value, "may not be written: name another directory");
        } catch (InvalidPathException e) {
            return objection(false, value, "is not a path: name a directory");
        }
    }

    static Optional<String> truth(String value) {
        return objection(value.equals("true") || value.equals("false"), value, "is neither true nor false");
    }

    static Optional<String> personalIds(String value) {
        return objection(PersonalIds.of(value).isPresent(), value, "is neither allowed nor no-email nor no-name");
    }

    static Optional<String> interfaceName(String value) {
        return objection(
                value.matches("[A-Za-z0-9._:-]{1,255}"),
                value,
                "is not an interface: write it like 127.0.0.1 or 0.0.0.0");
    }

    static Optional<String> tokens(String value) {
        try {
            return Token.parse(value).isEmpty() ? Optional.of("it names no token.") : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not with the value: somebody may have written the token itself.
            return Optional.of(e.getMessage() + ".");
        }
    }

    static Optional<String> file(String value) {
        try {
            Path there = Path.of(value);
            return objection(
                    Files.isReadable(there) && !Files.isDirectory(there), value, "is not a file that can be read");
        } catch (InvalidPathException e) {
            return objection(false, value, "is not a path: name a file");
        }
    }

    static Optional<String> masterKey(String value) {
        Optional<String> objection = file(value);
        if (objection.isPresent()) {
            return objection;
        }
        try {
            MasterKey.in(Path.of(value));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage() + ".");
        }
    }

    static Optional<String> any(String value) {
        return Optional.empty();
    }

    static Function<String, Optional<String>> count(int least, int most) {
        return value -> {
            boolean right =
                    value.matches("-?\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
            return objection(right, value, "is not a whole number from " + least + " to " + most);
        };
    }

    private static Optional<String> objection(boolean right, String value, String otherwise) {
        return right ? Optional.empty() : Optional.of("'" + value + "' " + otherwise + ".");
    }
}
