package io.echeance.bank;

import io.echeance.bank.BankFile.Format;
import io.echeance.bank.RefusedFile.Cause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells by the first characters of a file what it is. */
final class Recognition {

    private static final int MOST_BYTES = 50_000_000;

    private static final Pattern MT940 = Pattern.compile("(?:\\{[125]:|:20:)[\\s\\S]*");
    private static final Pattern CFONB = Pattern.compile("01\\d{5}[\\s\\S]*");
    private static final Pattern NOTIFICATION = Pattern.compile("[<:]BkToCstmrDbtCdtNtfctn");
    private static final int ENOUGH = 200;
    /** Comments and declarations may stand before the message. */
    private static final int BEGINNING = 4_000;

    private Recognition() {}

    static BankFile read(byte[] content) throws RefusedFile {
        if (content.length > MOST_BYTES) {
            throw new RefusedFile(Cause.TOO_LARGE, "file", "it has more than 50 MB");
        }
        String text = text(content);
        String begin = text.substring(0, Math.min(ENOUGH, text.length())).stripLeading();
        if (begin.isEmpty()) {
            throw new RefusedFile(Cause.EMPTY, "file", "there is nothing in it");
        }
        if (begin.charAt(0) == '<' || XmlText.isUtf16(content)) {
            return CamtReader.read(content);
        }
        if (MT940.matcher(begin).matches()) {
            return new BankFile(Format.MT940, Format.MT940.toString(), Mt940Reader.read(text));
        }
        if (CFONB.matcher(begin).matches()) {
            return new BankFile(Format.CFONB_120, Format.CFONB_120.toString(), CfonbReader.read(text));
        }
        throw new RefusedFile(
                Cause.UNKNOWN_FORMAT,
                "line 1",
                "it begins like none of camt.053, camt.054, CFONB 120 and MT940: '" + Written.shown(begin) + "'");
    }

    /** Whether a file is meant to be a camt.054, though it may be damaged. */
    static boolean isNotification(byte[] content) {
        String text = text(content);
        return NOTIFICATION
                .matcher(text.substring(0, Math.min(BEGINNING, text.length())))
                .find();
    }

    /** UTF-8 if it is that, else Latin-1, as banks write fixed columns. */
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }
}
