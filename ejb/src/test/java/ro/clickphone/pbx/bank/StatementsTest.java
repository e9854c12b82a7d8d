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
    void lines_that_cannot_be_read_are_named_with_what_is_wrong_in_them_and_the_others_taken() {
        Statement statement = read("date,amount,currency,details\n2026-11-25,1.005,EUR,a\n"
                + "2026-13-25,1.00,EUR,b\n2026-11-25,1000000000000,EUR,c\n2026-11-25,1.00,USD,d\n"
                + "2026-11-25,2.00,EUR,e\n2026-11-25,zece,EUR,f\n2026-11-25\n");

        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.bad())
                .containsExactly(
                        new BadLine(2, "bank.amount", List.of("1.005")),
                        new BadLine(3, "bank.line.date", List.of("2026-13-25")),
                        new BadLine(4, "bank.amount", List.of("1000000000000")),
                        new BadLine(5, "bank.currency", List.of("USD")),
                        new BadLine(7, "bank.line.amount", List.of("zece")),
                        new BadLine(8, "bank.line", List.of()));
    }

    @Test
    void an_entry_of_camt_that_cannot_be_read_says_what_is_wrong_in_it() {
        Statement statement = read("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><Ntry>"
                + "<Amt Ccy=\"EUR\">many</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-25</Dt>"
                + "</BookgDt></Ntry><Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                + "</Ntry></Document>");

        assertThat(statement.bad())
                .containsExactly(
                        new BadLine(1, "bank.line.amount", List.of("many")),
                        new BadLine(2, "bank.line.date", List.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "a,b\n1,2", "<x", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"
            })
    void what_is_no_statement_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("bank.file.unknown");
    }

    /** Entities from files and from the network, and those that grow (OWASP, XXE and "billion laughs"). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/d.dtd'><Document/>",
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><Document/>",
                "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>"
                        + "<Document>&c;</Document>"
            })
    void statement_that_wants_other_files_or_grows_is_refused_unread(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("bank.file.unknown");
    }

    @Test
    void statement_of_boxes_in_boxes_without_end_is_refused_and_ends_no_thread() {
        String deep = "<Document><Ntry><CdtDbtInd>" + "<a>".repeat(500_000) + "</a>".repeat(500_000)
                + "</CdtDbtInd></Ntry></Document>";
        assertThatThrownBy(() -> read(deep)).hasMessageContaining("bank.file.unknown");
    }

    @Test
    void inclusion_of_another_file_is_text_and_nothing_more() {
        String including = "<Document xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'"
                + " parse='text'/></Document>";
        assertThat(read(including).lines()).isEmpty();
    }

    @Test
    void statement_of_more_lines_or_bytes_than_a_bank_has_is_refused() {
        assertThatThrownBy(() -> read("date,amount,currency,details\n" + "2026-11-25,2.00,EUR,e\n".repeat(20_001)))
                .hasMessageContaining("bank.file.lines");
        assertThatThrownBy(() -> read("x".repeat(Statements.LARGEST + 1))).hasMessageContaining("bank.file.large");
    }

    @Test
    void picture_and_archive_in_the_place_of_a_statement_are_refused() {
        for (byte[] file : List.of(
                new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0},
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'})) {
            assertThatThrownBy(() -> Statements.read(file)).hasMessageContaining("bank.file.unknown");
        }
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
