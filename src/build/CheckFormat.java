import com.palantir.javaformat.java.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The formatter, beside the rest of the build: what is not formatted, and whatever it complains of, lies in a file that
 * is there when all was looked at.
 */
final class CheckFormat {

    private CheckFormat() {}

    /** @param arguments the file, and then those of the formatter */
    public static void main(String... arguments) throws Exception {
        Path found = Path.of(arguments[0]);
        String[] asked = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, asked, 0, asked.length);

        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        if (new Main(out, out, System.in).format(asked) != 0 && said.toString().isBlank()) {
            out.println("the formatter has failed");
        }

        Path half = found.resolveSibling(found.getFileName() + ".half");
        Files.writeString(half, said.toString());
        Files.move(half, found, StandardCopyOption.REPLACE_EXISTING);
        System.exit(0); // The formatter's threads wait for more.
    }
}
