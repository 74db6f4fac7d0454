package io.echeance.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people write: UTF-8, with or without the byte order mark that editors of Windows put in front. */
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** @throws CharacterCodingException if it is not UTF-8 */
    public static String read(Path file) throws IOException {
        return text(Files.readAllBytes(file));
    }

    /** @throws CharacterCodingException if it is not UTF-8 */
    public static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
