package ro.clickphone.portal.invoice;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.format.Download;
import ro.clickphone.portal.layout.Me;

/**
 * An invoice as a file: {@code /invoice/file/00000124.pdf}, {@code .xml}. Customers get their own; finance gets all, at
 * {@code /finance/file/}.
 */
@WebServlet({"/invoice/file/*", "/finance/file/*"})
public class InvoiceFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private InvoiceService invoices;

    @Inject
    private InvoiceDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!path.matches("/[0-9]{8,12}\\.(pdf|xml)")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean pdf = path.endsWith(".pdf");
        try {
            InvoiceNumber number = InvoiceNumber.parse(path.substring(1, path.length() - ".pdf".length()));
            boolean office = request.getServletPath().startsWith("/finance");
            Invoice invoice = office ? desk.find(number) : invoices.find(me.id(), number);
            Download.send(
                    response,
                    "factura-" + invoice.printed().replace('/', '-') + (pdf ? ".pdf" : ".xml"),
                    pdf ? "application/pdf" : "application/xml",
                    content(invoice, pdf));
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private byte[] content(Invoice invoice, boolean pdf) {
        return pdf
                ? invoices.pdf(invoice.account(), invoice.number())
                : invoices.xml(invoice.account(), invoice.number()).getBytes(StandardCharsets.UTF_8);
    }
}
