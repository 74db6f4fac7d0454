package io.echeance.app.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns: words to the left, numbers to the right. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heading) {
        rows.add(List.of(heading));
    }

    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    public void print(PrintWriter out) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[column] =
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            numbers[column] = rows.size() > 1
                    && rows.stream().skip(1).allMatch(row -> row.get(at).matches("-?[\\d ]+([.]\\d+)?|"));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String blank = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? "" : GAP);
                line.append(numbers[column] ? blank + row.get(column) : row.get(column) + blank);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
