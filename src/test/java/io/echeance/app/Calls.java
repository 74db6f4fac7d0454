package io.echeance.app;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A program that reads calls, a line each, and answers each with what it says and a last line with its status. */
public final class Calls {

    public static final String STATUS = "status of the call: ";

    private Calls() {}

    public static void main(String... arguments) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                Call call = Call.of(Arrays.copyOfRange(words, 1, words.length));
                out.print(call.out() + call.err());
                out.println(STATUS + call.status());
            }
        }
    }
}
