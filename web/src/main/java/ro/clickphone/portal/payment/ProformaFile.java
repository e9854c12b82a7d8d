package ro.clickphone.portal.payment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.portal.format.Download;
import ro.clickphone.portal.layout.Me;

/** The customer's own proforma as a file: {@code /payment/file/CP-7K3M-9QTX.pdf}. */
@WebServlet("/payment/file/*")
public class ProformaFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private PaymentService payments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!path.matches("/[A-Z0-9-]{12}\\.pdf")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            PaymentReference reference = new PaymentReference(path.substring(1, path.length() - ".pdf".length()));
            Download.send(
                    response, "proforma-" + reference + ".pdf", "application/pdf", payments.pdf(me.id(), reference));
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
