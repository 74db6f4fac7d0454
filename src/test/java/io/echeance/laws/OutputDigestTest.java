package io.echeance.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.demo.Sample;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.scenario.WorkedScenario;
import io.echeance.serde.Approved;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whatever is moved inside the core, what comes out of it stays what it was: documents, alerts, refunds, holds,
 * rejections, drafts, entries and statements of the demo, of each scenario, and of seeded histories.
 *
 * <p>Blocks of {@value #BLOCK} histories have one digest. {@code -Dhistories=1000} looks at all that are approved.
 * {@code -Doutputs=DIR} writes down what was digested, a file for each digest: two such folders, from before a change
 * and after it, show the difference.
 */
@DisplayName("All that the core puts out")
class OutputDigestTest {

    private static final int BLOCK = 50;
    private static final int APPROVED_HISTORIES = 1_000;
    private static final int APPROVED_NUMBERED = 200;
    private static final int HISTORIES = Approved.isAsked() ? APPROVED_HISTORIES : Integer.getInteger("histories", 100);
    private static final Path FILE = Approved.FOLDER.resolve("outputs.txt");

    @Test
    @DisplayName("is to the letter what was approved")
    void isWhatWasApproved() {
        Map<String, String> now = new LinkedHashMap<>();
        now.putAll(digests(List.of("demo"), name -> OutputLines.of(demo())));
        Map<String, WorkedScenario> scenarios =
                WorkedScenario.all().stream().collect(Collectors.toMap(WorkedScenario::name, worked -> worked));
        now.putAll(digests(
                scenarios.keySet().stream().sorted().toList(),
                name -> OutputLines.of(scenarios.get(name).scenario().simulation())));
        now.putAll(digests(blocks(Math.min(HISTORIES, APPROVED_HISTORIES)), OutputDigestTest::histories));
        now.putAll(digests(
                blocks(Math.min(HISTORIES / 2, APPROVED_NUMBERED)).stream()
                        .map(block -> "numbered " + block)
                        .toList(),
                OutputDigestTest::numbered));

        if (Approved.isAsked()) {
            Approved.write(FILE, text(now));
        }
        Map<String, String> approved = approved(now);
        assertThat(now.keySet()).isEqualTo(approved.keySet());
        assertThat(now.keySet())
                .as("something else comes out than was approved of these. Write it down before and after the change"
                        + " with -Doutputs=DIR, look at the difference, then run this test with -Dapprove")
                .filteredOn(name -> !Objects.equals(now.get(name), approved.get(name)))
                .isEmpty();
    }

    private static Map<String, String> digests(List<String> names, Function<String, OutputLines> played) {
        return names.parallelStream()
                .map(name -> Map.entry(name, played.apply(name).digest(name)))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static Simulation demo() {
        Sample sample = Sample.bundled();
        List<Arrival> arrivals = sample.firstDay()
                .datesUntil(Sample.END.plusDays(1))
                .flatMap(day -> sample.receivedOn(day).stream().<Arrival>map(fact -> new Arrival.Received(day, fact)))
                .toList();
        return new Simulation(arrivals, Sample.END);
    }

    private static List<String> blocks(int histories) {
        return LongStream.rangeClosed(1, histories / BLOCK)
                .mapToObj(block -> "histories %04d to %04d".formatted((block - 1) * BLOCK + 1, block * BLOCK))
                .toList();
    }

    private static LongStream seeds(String block) {
        String[] words = block.split(" ");
        return LongStream.rangeClosed(Long.parseLong(words[words.length - 3]), Long.parseLong(words[words.length - 1]));
    }

    private static OutputLines histories(String block) {
        OutputLines lines = new OutputLines();
        seeds(block).mapToObj(Histories::of).forEach(history -> {
            lines.say("seed " + history.seed());
            lines.play(new Simulation(List.copyOf(history.arrivals()), history.until()));
        });
        return lines;
    }

    /** The same, where documents get their numbers, some late. */
    private static OutputLines numbered(String block) {
        OutputLines lines = new OutputLines();
        seeds(block).mapToObj(Histories::of).forEach(history -> {
            lines.say("seed " + history.seed());
            lines.say(HeldBackLaws.played(history));
        });
        return lines;
    }

    private static String text(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(digest -> digest.getKey() + ": " + digest.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Of what was approved, the blocks that are looked at. */
    private static Map<String, String> approved(Map<String, String> now) {
        Map<String, String> approved = new LinkedHashMap<>();
        Approved.read(FILE).lines().map(line -> line.split(": ")).forEach(line -> approved.put(line[0], line[1]));
        approved.keySet().removeIf(name -> name.contains("histories ") && !now.containsKey(name));
        return approved;
    }
}
