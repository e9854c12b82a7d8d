package ro.clickphone.portal.contact;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ro.clickphone.pbx.contact.Contact;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.portal.format.Csv;
import ro.clickphone.portal.format.Download;
import ro.clickphone.portal.format.Workbook;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** The customer's own address book as a file: {@code /contact/file/agenda.csv}, {@code .xlsx} or {@code .vcf}. */
@WebServlet("/contact/file/*")
public class ContactFile extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_A_TIME = 100;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private ContactService contacts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/agenda.csv" -> Download.send(response, "agenda.csv", "text/csv;charset=UTF-8", csv());
            case "/agenda.xlsx" ->
                Download.send(
                        response,
                        "agenda.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        sheet());
            case "/agenda.vcf" -> Download.send(response, "agenda.vcf", "text/vcard;charset=UTF-8", cards());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private byte[] csv() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            Csv file = new Csv(writer);
            file.line(heading());
            for (Contact contact : all()) {
                file.line(ContactLine.of(contact));
            }
        }
        return out.toByteArray();
    }

    private byte[] sheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, language.texts().getString("contact.title"))) {
            book.line(heading());
            for (Contact contact : all()) {
                book.line(ContactLine.of(contact));
            }
        }
        return out.toByteArray();
    }

    private byte[] cards() {
        return all().stream()
                .map(ContactLine::card)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> heading() {
        return List.of(
                language.texts().getString("contact.name.label"),
                language.texts().getString("contact.number.label"));
    }

    private List<Contact> all() {
        List<Contact> all = new ArrayList<>();
        for (int offset = 0; offset < ContactService.MOST; offset += AT_A_TIME) {
            List<Contact> some = contacts.list(me.id(), "", new PageRequest(offset, AT_A_TIME))
                    .items();
            all.addAll(some);
            if (some.size() < AT_A_TIME) {
                break;
            }
        }
        return all;
    }
}
