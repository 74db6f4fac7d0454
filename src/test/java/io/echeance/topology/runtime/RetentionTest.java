package io.echeance.topology.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Language;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Path PAGE = Path.of("topology-docs/privacy.md");

    @Test
    void thePageShowsTheTable() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| topic | kept |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows)
                .isEqualTo(Retention.all().stream()
                        .map(one -> "| `" + one.topic().id() + "` | " + one.howLong(Language.EN) + " | "
                                + one.ground().in(Language.EN) + " |")
                        .toList());
    }

    @Test
    void itSaysTheSameInFrench() {
        assertThat(Retention.all()).allSatisfy(one -> {
            assertThat(one.howLong(Language.FR)).isNotEqualTo(one.howLong(Language.EN));
            assertThat(one.ground().in(Language.FR))
                    .isNotEqualTo(one.ground().in(Language.EN))
                    .contains(one.ground().isLaw() ? "art." : "");
        });
        assertThat(Retention.of(Topic.REJECTED).howLong(Language.FR)).isEqualTo("90 jours ; supprimé par les serveurs");
    }

    @Test
    void whatIsErasedIsCleanedWithinADayAndNeverByAge() {
        for (Topic topic : List.of(Topic.PARTIES, Topic.PERSON_KEYS)) {
            assertThat(TopicAdministration.settings(topic))
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("max.compaction.lag.ms", "86400000")
                    .containsEntry("segment.ms", "3600000")
                    .containsEntry("delete.retention.ms", "86400000")
                    .doesNotContainKey("retention.ms");
        }
    }

    @Test
    void whatIsRejectedIsKeptNinetyDaysFromTheDayOnWhichItWas() {
        assertThat(TopicAdministration.settings(Topic.REJECTED))
                .containsEntry("retention.ms", "7776000000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void theLogIsKeptForEver() {
        assertThat(TopicAdministration.settings(Topic.FACTS)).containsEntry("retention.ms", "-1");
    }
}
