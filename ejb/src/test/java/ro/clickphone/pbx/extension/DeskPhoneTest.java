package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Files by which a desk phone sets itself up (item 79). */
class DeskPhoneTest {
    private static final SipSettings IONESCU = new SipSettings(
            "Ionescu & Fiii", "53630-100", "pbx.clickphone.ro", "pbx.clickphone.ro", "UDP, TCP", 26999, "");
    private static final String PASSWORD = "a<b&c>=d#'e";

    @Test
    void yealink_takes_its_first_account_line_by_line() {
        assertThat(DeskPhone.YEALINK.file(IONESCU, PASSWORD).lines())
                .startsWith("#!version:1.0.0.1")
                .contains(
                        "account.1.enable = 1",
                        "account.1.display_name = Ionescu & Fiii",
                        "account.1.auth_name = 53630-100",
                        "account.1.user_name = 53630-100",
                        "account.1.password = " + PASSWORD,
                        "account.1.sip_server.1.address = pbx.clickphone.ro",
                        "account.1.sip_server.1.port = 26999");
        assertThat(DeskPhone.YEALINK.fileName(IONESCU)).isEqualTo("yealink-53630-100.cfg");
    }

    @ParameterizedTest
    @CsvSource({
        "GRANDSTREAM, P47, pbx.clickphone.ro:26999",
        "GRANDSTREAM, P35, 53630-100",
        "GRANDSTREAM, P36, 53630-100",
        "GRANDSTREAM, P270, Ionescu & Fiii",
        "GRANDSTREAM, P34, PASSWORD",
        "SNOM, user_host, pbx.clickphone.ro:26999",
        "SNOM, user_name, 53630-100",
        "SNOM, user_realname, Ionescu & Fiii",
        "SNOM, user_pass, PASSWORD",
        "SNOM, user_srtp, off"
    })
    void others_take_xml_in_which_nothing_that_was_typed_is_markup(DeskPhone phone, String name, String value)
            throws Exception {
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(phone.file(IONESCU, PASSWORD))));
        assertThat(read.getElementsByTagName(name).item(0).getTextContent())
                .isEqualTo(value.equals("PASSWORD") ? PASSWORD : value);
    }
}
