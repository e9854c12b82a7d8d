package ro.clickphone.pbx.bank;

import com.prowidesoftware.swift.model.SwiftTagListBlock;
import com.prowidesoftware.swift.model.Tag;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field60M;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field86;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.Refusal;

/** A statement as SWIFT's MT940, with or without its envelope; one file may hold several. */
final class Mt940Statement {
    private static final String ENVELOPE = "{1:F01AAAAROBUAXXX0000000000}{2:I940AAAAROBUXXXXN}{4:\r\n%s\r\n-}";
    private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\\b");
    private static final String NO_REFERENCE = "NONREF";

    private final List<BankLine> lines = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();
    private String currency = "";
    private Optional<Field61> entry = Optional.empty();
    private long number;

    private Mt940Statement() {}

    /** @throws Refusal {@code bank.file.unknown} */
    static Statement read(String text) {
        String whole = text.startsWith("{")
                ? text
                : ENVELOPE.formatted(text.replaceAll("(?m)^-}?$", "").strip());
        MT940 message = MT940.parse(whole);
        SwiftTagListBlock body = Optional.ofNullable(message)
                .map(parsed -> parsed.getSwiftMessage().getBlock4())
                .orElseThrow(() -> new Refusal("bank.file.unknown", "file"));
        Mt940Statement statement = new Mt940Statement();
        body.getTags().forEach(statement::tag);
        statement.close("");
        return new Statement(statement.lines, statement.bad);
    }

    private void tag(Tag tag) {
        switch (tag.getName()) {
            case "60F" ->
                currency = Optional.ofNullable(new Field60F(tag.getValue()).getCurrency())
                        .orElse("");
            case "60M" ->
                currency = Optional.ofNullable(new Field60M(tag.getValue()).getCurrency())
                        .orElse("");
            case "61" -> {
                close("");
                number++;
                entry = Optional.of(new Field61(tag.getValue()));
            }
            case "86" ->
                close(Optional.ofNullable(new Field86(tag.getValue()).getNarrative())
                        .orElse(""));
            default -> {
                // balances and numbers of pages: the lines say all that is needed
            }
        }
    }

    /** The entry before is complete, with what the payer wrote. */
    private void close(String details) {
        entry.ifPresent(field -> {
            try {
                if ("C".equals(field.getDebitCreditMark())) {
                    lines.add(line(field, details));
                }
            } catch (RuntimeException e) {
                bad.add(BadLine.of(number, e));
            }
        });
        entry = Optional.empty();
    }

    private BankLine line(Field61 field, String narrative) {
        String details = narrative.replaceAll("\\R", "");
        Matcher iban = IBAN.matcher(details.replaceAll("\\?[0-9]{2}", " "));
        String bankId = Optional.ofNullable(field.getReferenceOfTheAccountServicingInstitution())
                .or(() -> Optional.ofNullable(field.getReferenceForTheAccountOwner()))
                .filter(reference -> !reference.equals(NO_REFERENCE))
                .orElse("");
        return new BankLine(
                bankId,
                BankLine.date(String.valueOf(field.getValueDate()), text -> date(field.getValueDateAsCalendar())),
                BankLine.amount(
                        String.valueOf(field.getAmount()),
                        String.valueOf(field.getAmount()).replace(',', '.').replaceAll("\\.$", "")),
                currency,
                subfield(details, "32") + subfield(details, "33"),
                iban.find() ? iban.group() : "",
                details.replaceAll("\\?[0-9]{2}", " "));
    }

    /** {@code ?32NAME}: the structured narrative of many banks. */
    private static String subfield(String details, String code) {
        Matcher found = Pattern.compile("\\?" + code + "([^?]*)").matcher(details);
        return found.find() ? found.group(1) : "";
    }

    private static LocalDate date(Calendar calendar) {
        if (calendar == null) {
            throw new DateTimeException("no day");
        }
        return LocalDate.ofInstant(
                calendar.toInstant().plusMillis(calendar.getTimeZone().getOffset(calendar.getTimeInMillis())),
                ZoneOffset.UTC);
    }
}
