package io.echeance.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lists that are read as one")
class MergedTest {

    private static final Comparator<String> BY_LETTER = Comparator.comparing(text -> text.charAt(0));

    private static List<String> read(List<List<String>> lists) {
        List<String> read = new ArrayList<>();
        new Merged<>(lists.stream().map(List::iterator).toList(), BY_LETTER).forEachRemaining(read::add);
        return read;
    }

    @Test
    @DisplayName("come in order, what sorts alike in the order of the lists")
    void inOrder() {
        assertThat(read(List.of(List.of("b1", "c1"), List.of(), List.of("a3", "b3", "b3'", "d3"), List.of("b4"))))
                .containsExactly("a3", "b1", "b3", "b3'", "b4", "c1", "d3");
    }

    @Test
    @DisplayName("are read no further than by one element more than has gone out")
    void lazily() {
        List<Integer> seen = new ArrayList<>();
        Iterator<Integer> endless =
                Stream.iterate(0, n -> n + 2).peek(seen::add).iterator();
        Merged<Integer> merged = new Merged<>(List.of(endless, List.of(1, 3).iterator()), Comparator.naturalOrder());

        assertThat(IntStream.range(0, 3).mapToObj(n -> merged.next())).containsExactly(0, 1, 2);
        assertThat(seen).containsExactly(0, 2, 4);
    }

    @Test
    @DisplayName("end where all of them end")
    void end() {
        Merged<String> merged = new Merged<>(List.of(List.<String>of().iterator()), BY_LETTER);

        assertThat(merged.hasNext()).isFalse();
        assertThatThrownBy(merged::next).isInstanceOf(NoSuchElementException.class);
    }
}
