package ro.clickphone.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils messages as dice command; the same seed spoils in the same way. */
final class Mutations {
    private static final List<String> POISON = List.of(
            "\0",
            "%00",
            "\r\n",
            "\r\n\r\n",
            "\n",
            ";",
            ";;;",
            ",",
            "<",
            ">",
            "\"",
            "\\",
            "(",
            "@",
            "::",
            "[",
            "]",
            "%",
            "%x",
            "SIP/2.0",
            "sip:",
            "tel:+40",
            "?a=b",
            "=",
            "4294967296",
            "-1",
            "99999999999999999999",
            "\u00e3\u0219",
            "\t ",
            "{",
            "A".repeat(3000),
            ";p".repeat(700),
            "<".repeat(400),
            "(".repeat(400));

    private final Random dice;

    Mutations(long seed) {
        dice = new Random(seed);
    }

    /** One to four faults. */
    byte[] of(String message) {
        byte[] spoiled = message.getBytes(StandardCharsets.UTF_8);
        int faults = 1 + dice.nextInt(4);
        for (int i = 0; i < faults && spoiled.length > 1; i++) {
            spoiled = spoil(spoiled);
        }
        return spoiled;
    }

    private byte[] spoil(byte[] message) {
        int at = dice.nextInt(message.length);
        int until = Math.min(message.length, at + 1 + dice.nextInt(30));
        byte[] poison = POISON.get(dice.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8);
        return switch (dice.nextInt(8)) {
            case 0 -> with(message, at, at, new byte[] {(byte) dice.nextInt(256)});
            case 1 -> with(message, at, at + 1, new byte[] {(byte) dice.nextInt(256)});
            case 2 -> with(message, at, until, new byte[0]);
            case 3 -> with(message, at, at, Arrays.copyOfRange(message, at, until));
            case 4 -> Arrays.copyOf(message, at);
            case 5 -> lineTwice(message, at);
            default -> with(message, at, dice.nextBoolean() ? at : until, poison);
        };
    }

    private static byte[] with(byte[] message, int from, int until, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, from);
        out.writeBytes(instead);
        out.write(message, until, message.length - until);
        return out.toByteArray();
    }

    private static byte[] lineTwice(byte[] message, int at) {
        int start = at;
        while (start > 0 && message[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < message.length && message[end] != '\n') {
            end++;
        }
        end = Math.min(message.length, end + 1);
        return with(message, end, end, Arrays.copyOfRange(message, start, end));
    }
}
