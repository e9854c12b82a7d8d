package ro.clickphone.pbx.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.payment.PaymentReference;

class StatementsTest {
    private static final String MT940 = """
            :20:STMT1
            :25:RO49AAAA1B31007593840000
            :28C:00123/001
            :60F:C261124EUR1000,00
            :61:2611251125C24,20NTRFNONREF//BT2611250001
            :86:CREDIT CP-ABCD-EFGH ?32IONESCU CONSULT SRL ?31RO49AAAA1B31007593840000
            :61:2611251125D5,00NCHGNONREF//BT2611250002
            :86:COMISION
            :62F:C261125EUR1019,20
            """;
    private static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
            <Ntry><Amt Ccy="RON">123.11</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
              <BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>E2</AcctSvcrRef>
              <NtryDtls><TxDtls><Refs><AcctSvcrRef>T77</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                <RltdPties><Dbtr><Pty><Nm>IONESCU CONSULT SRL</Nm></Pty></Dbtr>
                <DbtrAcct><Id><IBAN>RO49AAAA1B31007593840000</IBAN></Id></DbtrAcct></RltdPties>
                <RmtInf><Ustrd>cp 7k3m 9qtx</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="RON">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
              <BookgDt><Dt>2026-11-25</Dt></BookgDt></Ntry>
            <Ntry><Amt Ccy="RON">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
              <BookgDt><Dt>2026-11-25</Dt></BookgDt></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    @Test
    void mt940_gives_what_came_in_with_the_bank_s_id_and_the_payer() {
        List<BankLine> lines = read(MT940).lines();

        assertThat(lines).hasSize(1);
        BankLine line = lines.get(0);
        assertThat(line.bankId()).isEqualTo("BT2611250001");
        assertThat(line.bookedOn()).isEqualTo("2026-11-25");
        assertThat(line.amount()).isEqualTo("24.20");
        assertThat(line.currency()).isEqualTo("EUR");
        assertThat(line.payer()).contains("IONESCU");
        assertThat(line.details()).contains("CP-ABCD-EFGH");
    }

    @Test
    void camt_gives_booked_credits_only() {
        List<BankLine> lines = read(CAMT).lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).bankId()).isEqualTo("T77");
        assertThat(lines.get(0).payer()).isEqualTo("IONESCU CONSULT SRL");
        assertThat(lines.get(0).amount()).isEqualTo("123.11");
    }

    @Test
    void csv_of_romania_with_semicolons_and_decimal_commas_is_read() {
        Statement statement =
                read("Date;Amount;Currency;Payer;Details;Id\n25.11.2026;1.234,56;RON;\"Șerban; SRL\";plată;T1\n"
                        + "25.11.2026;-5,00;RON;Banca;comision;T2\n");

        assertThat(statement.bad()).isEmpty();
        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo("1234.56");
            assertThat(line.payer()).isEqualTo("Șerban; SRL");
        });
    }

    @Test
    void lines_that_cannot_be_read_are_named_and_the_others_taken() {
        Statement statement = read("date,amount,currency,details\n2026-11-25,1.005,EUR,a\n"
                + "2026-13-25,1.00,EUR,b\n2026-11-25,1000000000000,EUR,c\n2026-11-25,1.00,USD,d\n"
                + "2026-11-25,2.00,EUR,e\n");

        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.bad())
                .containsExactly(
                        new BadLine(2, "bank.amount"),
                        new BadLine(3, "bank.line"),
                        new BadLine(4, "bank.amount"),
                        new BadLine(5, "bank.currency"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "a,b\n1,2", "<x", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"
            })
    void what_is_no_statement_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("bank.file.unknown");
    }

    @Test
    void two_equal_payments_on_a_day_are_two() {
        BankLine line = read("date,amount,currency,details\n2026-11-25,2.00,EUR,e\n")
                .lines()
                .get(0);

        assertThat(line.fingerprint(1)).isNotEqualTo(line.fingerprint(2));
    }

    @Test
    void a_mistyped_reference_finds_nobody_s_proforma() {
        assertThat(PaymentReference.allIn("plata CP-AAAA-AAAA multumesc")).hasSize(1);
        assertThat(PaymentReference.allIn("plata CP-AAAA-ABAA multumesc")).isEmpty();
    }

    private static Statement read(String text) {
        return Statements.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
