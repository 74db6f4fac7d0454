package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.echeance.bank.BankStatement.Balances;
import io.echeance.core.money.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Good files, spoiled by chance: each is taken, and then it adds up, or is refused with a reason and its place. {@code
 * -DbankFiles=1000000} spoils more, {@code -DfirstBankFile=n} begins elsewhere.
 */
class BankFuzzTest {

    private static final int FILES = Integer.getInteger("bankFiles", 5_000);
    private static final long FIRST = Long.getLong("firstBankFile", 1L);

    private static final List<byte[]> GOOD =
            SampleFiles.ALL.stream().map(SampleFiles::bytes).toList();

    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "</",
            "<Ntry>",
            "</Stmt>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "&#0;",
            "&amp;",
            "<!DOCTYPE a>",
            "\u0000",
            "9999999999999999999",
            "-",
            ",",
            "{",
            "}",
            ":61:",
            ":86:",
            ":62F:C",
            "\n",
            "\r",
            "01",
            "04",
            "05",
            "07",
            "EUR",
            "CRDT",
            "DBIT",
            "R",
            "?20",
            "é",
            "\uFEFF",
            "31",
            "00");

    @Test
    void whateverChanceMakesOfAFileItIsTakenWholeOrRefusedWithAReason() {
        Map<RefusedFile.Cause, Integer> refused = new EnumMap<>(RefusedFile.Cause.class);
        int taken = 0;
        for (long seed = FIRST; seed < FIRST + FILES; seed++) {
            byte[] content = spoiled(new SplittableRandom(seed));
            try {
                BankFile file = BankFile.read(content);
                assertThat(broken(file)).as("seed %d", seed).isEmpty();
                taken++;
            } catch (RefusedFile why) {
                assertThat(why.sentence()).as("seed %d", seed).contains(why.place() + ": ");
                refused.merge(why.why(), 1, Integer::sum);
            } catch (RuntimeException | StackOverflowError crash) {
                fail("seed " + seed + " of " + new String(content, StandardCharsets.ISO_8859_1), crash);
            }
        }

        assertThat(taken).isPositive();
        assertThat(refused.keySet())
                .contains(
                        RefusedFile.Cause.NOT_WELL_FORMED,
                        RefusedFile.Cause.MALFORMED,
                        RefusedFile.Cause.OUT_OF_PLACE,
                        RefusedFile.Cause.STATEMENT_DOES_NOT_ADD_UP);
    }

    /** What is wrong with a file that was taken; empty: nothing. */
    private static String broken(BankFile file) {
        for (BankStatement statement : file.statements()) {
            Set<String> ids = new HashSet<>();
            Balances balances = statement.balances();
            Money sum = balances == null ? Money.ZERO : balances.opening();
            for (BankEntry entry : statement.entries()) {
                sum = sum.plus(entry.movement().amount());
                if (!ids.add(entry.id())) {
                    return "two entries have the id " + entry.id();
                }
            }
            if (balances != null && !sum.equals(balances.closing())) {
                return "it does not add up";
            }
            if (statement.account().isEmpty()) {
                return "it has no account";
            }
        }
        return file.statements().isEmpty() ? "it has no statement" : "";
    }

    private static byte[] spoiled(SplittableRandom random) {
        byte[] content = GOOD.get(random.nextInt(GOOD.size()));
        int times = 1 + random.nextInt(4);
        for (int n = 0; n < times && content.length > 0; n++) {
            content = spoiledOnce(content, random);
        }
        return content;
    }

    private static byte[] spoiledOnce(byte[] content, SplittableRandom random) {
        int from = random.nextInt(content.length);
        int to = Math.min(content.length, from + 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 8));
        byte[] part = Arrays.copyOfRange(content, from, to);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(content, from);
            case 1 -> joined(content, from, new byte[0], to);
            case 2 -> joined(content, to, part, to);
            case 3 -> joined(content, from, new byte[] {(byte) random.nextInt(256)}, from + 1);
            case 4 -> joined(content, from, token(random), from);
            case 5 -> joined(content, from, token(random), to);
            case 6 -> {
                byte[] other = GOOD.get(random.nextInt(GOOD.size()));
                yield joined(content, from, Arrays.copyOfRange(other, random.nextInt(other.length), other.length), to);
            }
            default -> joined(content, from, digits(part, random), to);
        };
    }

    private static byte[] token(SplittableRandom random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Other digits for those that are there: the form stays, the sum does not. */
    private static byte[] digits(byte[] part, SplittableRandom random) {
        byte[] other = part.clone();
        for (int n = 0; n < other.length; n++) {
            if (other[n] >= '0' && other[n] <= '9') {
                other[n] = (byte) ('0' + random.nextInt(10));
            }
        }
        return other;
    }

    private static byte[] joined(byte[] content, int until, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(content, 0, until);
        joined.writeBytes(middle);
        joined.write(content, from, content.length - from);
        return joined.toByteArray();
    }
}
