package ro.clickphone.pbx.document;

import java.time.LocalDate;

/** The invoice that a credit note takes back, and why (Cod fiscal, art. 319, (20) n). */
public record Origin(String number, LocalDate issuedOn, String reason) {}
