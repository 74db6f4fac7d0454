package io.echeance.bank;

import io.echeance.bank.RefusedFile.Cause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML document, in the encoding that it declares, else in UTF-8. */
final class XmlText {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*['\"]([^'\"]+)");
    private static final int HEAD = 300;

    private XmlText() {}

    static String of(byte[] content) throws RefusedFile {
        Charset charset = charset(content);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new RefusedFile(Cause.NOT_WELL_FORMED, "line 1", "it is not written in " + charset);
        }
    }

    private static Charset charset(byte[] content) throws RefusedFile {
        if (isUtf16(content)) {
            return StandardCharsets.UTF_16;
        }
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head.replaceFirst("^\u00EF\u00BB\u00BF", ""));
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new RefusedFile(
                    Cause.NOT_WELL_FORMED,
                    "line 1",
                    "it is written in " + Written.shown(declared.group(1)) + ", which nobody knows");
        }
    }

    /** By its mark, or by the zero beside its first character. */
    static boolean isUtf16(byte[] content) {
        return content.length > 1
                && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF
                        || content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == 0 && content[1] == '<');
    }
}
