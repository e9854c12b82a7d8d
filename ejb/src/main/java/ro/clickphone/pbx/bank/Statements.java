package ro.clickphone.pbx.bank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import ro.clickphone.pbx.kernel.Refusal;

/** Tells CAMT.053, MT940 and CSV apart, and reads each. */
final class Statements {
    static final int LARGEST = 5_000_000;
    static final int MOST_LINES = 20_000;
    /** Romanian banks' files that are not UTF-8. */
    private static final Charset WINDOWS = Charset.forName("windows-1250");

    private Statements() {}

    /** @throws Refusal {@code bank.file.large}, {@code bank.file.unknown}, {@code bank.file.lines} */
    static Statement read(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal("bank.file.large", "file", LARGEST / 1_000_000);
        }
        String text = text(file).strip();
        Statement statement = of(text);
        if (statement.lines().size() + statement.bad().size() > MOST_LINES) {
            throw new Refusal("bank.file.lines", "file", MOST_LINES);
        }
        return statement;
    }

    private static Statement of(String text) {
        if (text.startsWith("<")) {
            return CamtStatement.read(text);
        }
        if (text.startsWith("{1:") || text.startsWith(":20:")) {
            return Mt940Statement.read(text);
        }
        return CsvStatement.read(text);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(file, WINDOWS);
        }
    }
}
