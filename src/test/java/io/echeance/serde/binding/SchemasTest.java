package io.echeance.serde.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import io.echeance.serde.Approved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas, and what a change of them may do to those who read and write. */
class SchemasTest {

    private static final Path CURRENT = Path.of("schemas");
    private static final Path APPROVED = Approved.FOLDER.resolve("schemas");

    private static final String HOW_TO_CHANGE = "Records of any age are on the topics, and readers of any age: add"
            + " fields with a default, take away only such fields, never rename or retype one; symbols may be added"
            + " to enums. See to that,";

    private static final Predicate<String> IS_FACT =
            Pattern.compile("(?:fact|customer)\\.\\w+Fact").asMatchPredicate();

    static Stream<String> names() {
        return names(CURRENT).stream();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(file -> folder.relativize(file).toString())
                    .map(name -> name.replace(".avsc", "").replace('/', '.').replace('\\', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schemas in(Path folder) {
        return new Schemas(file -> Files.exists(folder.resolve(file))
                ? Optional.of(Approved.read(folder.resolve(file)))
                : Optional.empty());
    }

    /** Each set of schemas that was ever released, and the one that is about to be: 1, 2… */
    private static List<Path> approvedVersions() {
        List<Path> versions = new ArrayList<>();
        while (Files.isDirectory(APPROVED.resolve(String.valueOf(versions.size() + 1)))) {
            versions.add(APPROVED.resolve(String.valueOf(versions.size() + 1)));
        }
        return versions;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileHoldsOneTypeAndIsNamedAsIt(String name) {
        Schema schema = in(CURRENT).get(name);

        assertThat(schema.getFullName()).isEqualTo("io.echeance." + name);
        assertThat(Approved.read(CURRENT.resolve(name.replace('.', '/') + ".avsc")))
                .containsOnlyOnce("\"type\": \"" + schema.getType().getName() + "\"")
                .doesNotContain("\"name\": \"\"");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everythingSaysWhatItIs(String name) {
        Schema schema = in(CURRENT).get(name);

        assertThat(schema.getDoc()).as(name).isNotBlank();
        if (schema.getType() == Schema.Type.RECORD) {
            assertThat(schema.getFields())
                    .allSatisfy(field -> assertThat(field.doc())
                            .as("%s.%s", name, field.name())
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatMayBeAbsentHasADefaultAndEnumsHaveOneForWhatTheyDoNotKnow(String name) {
        Schema schema = in(CURRENT).get(name);
        if (schema.getType() == Schema.Type.ENUM) {
            assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
            return;
        }
        for (Schema.Field field : schema.getFields()) {
            Schema.Type type = field.schema().getType();
            if (type == Schema.Type.UNION && field.schema().isNullable()) {
                assertThat(field.defaultVal()).as(field.name()).isEqualTo(JsonProperties.NULL_VALUE);
            }
            assertThat(field.hasDefaultValue() || (type != Schema.Type.ARRAY && type != Schema.Type.MAP))
                    .as("%s.%s has a default", name, field.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRecordOfATopicThatSpeaksOfMoneySaysInWhichCurrency(String name) {
        Schema schema = in(CURRENT).get(name);
        if (!String.valueOf(schema.getDoc()).startsWith("A record of the topic") || !hasAmounts(schema)) {
            return;
        }
        List<Schema> tops = schema.getField("payload") == null
                ? List.of(schema)
                : schema.getField("payload").schema().getTypes();
        assertThat(tops).filteredOn(SchemasTest::hasAmounts).allSatisfy(top -> {
            assertThat(top.getField("currency")).as(top.getFullName()).isNotNull();
            assertThat(top.getField("currency").defaultVal()).isEqualTo("EUR");
        });
    }

    private static boolean hasAmounts(Schema schema) {
        return schema.toString().contains("\"precision\":19");
    }

    @Test
    void whatWasEverWrittenCanBeReadAndWhatIsWrittenNowCanBeReadByAll() {
        Set<String> broken = new TreeSet<>();
        for (Path version : approvedVersions()) {
            for (String name : names(version)) {
                broken.addAll(breaks(name, in(version).get(name)));
            }
        }

        assertThat(broken).as(HOW_TO_CHANGE).isEmpty();
    }

    /** States and facts are read by us alone, and every instance before anybody writes a new kind of fact. */
    private static boolean isRead(String name) {
        return !name.startsWith("state.") && !IS_FACT.test(name) || name.equals("state.Statement");
    }

    private static List<String> breaks(String name, Schema approved) {
        if (!Files.exists(CURRENT.resolve(name.replace('.', '/') + ".avsc"))) {
            return List.of(name + " is gone");
        }
        Schema current = in(CURRENT).get(name);
        List<String> breaks = new ArrayList<>(breaks(name + ": now reading what was written", current, approved));
        if (isRead(name)) {
            breaks.addAll(breaks(name + ": those who read it now", approved, current));
        }
        return breaks;
    }

    private static List<String> breaks(String what, Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        List<String> breaks = new ArrayList<>();
        pair.getResult()
                .getIncompatibilities()
                .forEach(found -> breaks.add(
                        what + ": " + found.getType() + " at " + found.getLocation() + ", " + found.getMessage()));
        if (reader.getType() == Schema.Type.RECORD) {
            try {
                SameMeaning.check(writer, reader);
            } catch (CannotCarry e) {
                breaks.add(what + ": " + e.getMessage());
            }
        }
        return breaks;
    }

    /** A released set is never written again: a change is a new one, beside it. */
    @Test
    void theSchemasAreThoseThatWereApproved() {
        List<Path> versions = approvedVersions();
        if (Approved.isAsked()) {
            boolean again = "again".equals(System.getProperty("approve")) && !versions.isEmpty();
            Path target = again ? versions.getLast() : APPROVED.resolve(String.valueOf(versions.size() + 1));
            for (String name : names(CURRENT)) {
                Approved.write(file(target, name), Approved.read(file(CURRENT, name)));
            }
            versions = approvedVersions();
        }
        if (versions.isEmpty()) {
            fail("no schemas were approved yet");
        }
        Path latest = versions.getLast();
        assertThat(names(CURRENT))
                .as("new or missing schemas. %s then run this test with -Dapprove", HOW_TO_CHANGE)
                .isEqualTo(names(latest));
        for (String name : names(CURRENT)) {
            assertThat(Approved.read(file(CURRENT, name)))
                    .as("%s was changed. %s then run this test with -Dapprove", name, HOW_TO_CHANGE)
                    .isEqualTo(Approved.read(file(latest, name)));
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name.replace('.', '/') + ".avsc");
    }

    @Test
    void aChangeThatBreaksReadersIsFoundOut() {
        Schema current = in(CURRENT).get("fact.PaymentReceived");
        Schema without = changed(current, "\"name\":\"paymentId\"", "\"name\":\"id\"");
        Schema rescaled = changed(current, "\"scale\":2", "\"scale\":3");
        Schema richer = changed(current, "\"TRANSFER\",", "\"TRANSFER\",\"BARTER\",");

        assertThat(breaks("renamed", current, without)).isNotEmpty();
        assertThat(breaks("renamed", without, current)).isNotEmpty();
        assertThat(breaks("rescaled", current, rescaled)).anyMatch(found -> found.contains("scale"));
        assertThat(breaks("richer", current, richer)).isEmpty();
        assertThat(breaks("richer", richer, current)).isEmpty();
    }

    private static Schema changed(Schema schema, String was, String is) {
        String text = schema.toString();
        assertThat(text).contains(was);
        return new Schema.Parser().parse(text.replace(was, is));
    }

    @Test
    void theJarCarriesThemAll() {
        Set<String> missing = new HashSet<>();
        names().forEach(name -> assertThatCode(() -> Schemas.named(name)).doesNotThrowAnyException());
        names().filter(name -> !Schemas.named(name).equals(in(CURRENT).get(name)))
                .forEach(missing::add);

        assertThat(missing).isEmpty();
    }
}
