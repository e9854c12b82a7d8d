package ro.clickphone.portal.invoice;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ro.clickphone.pbx.efactura.EFacturaDesk;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.format.Download;
import ro.clickphone.portal.layout.Me;

/**
 * An invoice as a file: {@code /invoice/file/00000124.pdf}, {@code .xml}, and {@code .zip}: what the tax office sealed.
 * Customers get their own; finance gets all, at {@code /finance/file/}.
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

    @Inject
    private EFacturaDesk eFactura;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!path.matches("/[0-9]{8,12}\\.(pdf|xml|zip)")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String ending = path.substring(path.lastIndexOf('.') + 1);
        try {
            InvoiceNumber number = InvoiceNumber.parse(path.substring(1, path.length() - ".pdf".length()));
            boolean office = request.getServletPath().startsWith("/finance");
            Invoice invoice = office ? desk.find(number) : invoices.find(me.id(), number);
            Download.send(
                    response,
                    "factura-" + invoice.printed().replace('/', '-') + "." + ending,
                    "application/" + ending,
                    content(invoice, ending));
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private byte[] content(Invoice invoice, String ending) {
        return switch (ending) {
            case "pdf" -> invoices.pdf(invoice.account(), invoice.number());
            case "xml" -> invoices.xml(invoice.account(), invoice.number()).getBytes(StandardCharsets.UTF_8);
            default -> eFactura.sealed(invoice.account(), invoice.number());
        };
    }
}
