package ro.clickphone.pbx.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/** Contacts of a file: lines of a table (RFC 4180, with commas, semicolons or tabs), or vCards (RFC 6350 and older). */
final class ContactText {
    private static final String CARD = "BEGIN:VCARD";

    private ContactText() {}

    /** @throws Refusal {@code contact.line} with the line of a table that cannot be read */
    static List<Contact> read(String text) {
        String plain = text.replace("\uFEFF", "");
        return plain.stripLeading().toUpperCase(Locale.ROOT).startsWith(CARD) ? cards(plain) : table(plain);
    }

    static Contact contact(String number, String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > Contact.LONGEST_NAME || !wanted.matches("[^\\p{Cntrl}<>\"\\\\]+")) {
            throw new Refusal("contact.name", "name", Contact.LONGEST_NAME);
        }
        return new Contact(
                publicNumber(number)
                        .map(Dialled.PublicNumber::number)
                        .orElseThrow(() -> new Refusal("contact.number", "number")),
                wanted);
    }

    private static Optional<Dialled.PublicNumber> publicNumber(String number) {
        return NumberPlan.classify(number.strip()) instanceof Dialled.PublicNumber known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** All lines or none, since whoever made the table can mend it. A heading without a number is passed over. */
    private static List<Contact> table(String text) {
        List<Contact> contacts = new ArrayList<>();
        String[] lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            boolean heading = i == 0 && !lines[i].matches(".*[0-9].*");
            if (!lines[i].isBlank() && !heading) {
                contacts.add(line(i + 1, cells(lines[i])));
            }
        }
        return contacts;
    }

    private static Contact line(int line, List<String> cells) {
        try {
            return contact(cells.size() < 2 ? "" : cells.get(1), cells.get(0));
        } catch (Refusal refusal) {
            throw new Refusal("contact.line", "file", line);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char character : line.toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && ";,\t".indexOf(character) >= 0) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A telephone's whole memory has much that cannot be called from here: what has no name or public number is left out. */
    private static List<Contact> cards(String text) {
        List<Contact> contacts = new ArrayList<>();
        String name = "";
        List<String> numbers = new ArrayList<>();
        for (String line : text.replaceAll("\\R[ \t]", "").split("\\R")) {
            String property = property(line);
            if (property.equals("FN")) {
                name = value(line);
            } else if (property.equals("N") && name.isEmpty()) {
                name = value(line).replace(";", " ").strip();
            } else if (property.equals("TEL")) {
                numbers.add(value(line).replaceFirst("(?i)^tel:", ""));
            } else if (property.equals("END")) {
                String whose = name;
                numbers.stream().flatMap(number -> usable(number, whose)).forEach(contacts::add);
                name = "";
                numbers.clear();
            }
        }
        return contacts;
    }

    private static Stream<Contact> usable(String number, String name) {
        String harmless = name.replaceAll("[\\p{Cntrl}<>\"\\\\]", " ")
                .replaceAll(" +", " ")
                .strip();
        String fitting = harmless.length() > Contact.LONGEST_NAME
                ? harmless.substring(0, Contact.LONGEST_NAME).strip()
                : harmless;
        return fitting.isEmpty() || publicNumber(number).isEmpty()
                ? Stream.empty()
                : Stream.of(contact(number, fitting));
    }

    /** {@code TEL} of {@code item1.TEL;TYPE=CELL:0723 456 789}. */
    private static String property(String line) {
        String head = line.split("[:;]", 2)[0];
        return head.substring(head.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String value(String line) {
        String whole = line.substring(line.indexOf(':') + 1);
        return whole.replaceAll("\\\\([,;\\\\])", "$1").strip();
    }
}
