package ro.clickphone.portal.payment;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.card.CardBook;
import ro.clickphone.pbx.card.CardWay;
import ro.clickphone.pbx.card.SignedPost;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Where payment services tell what became of a payment: {@code /payment/card/notice/netopia}. Anybody may knock; what is
 * not signed is refused, and what cannot be done at the moment is asked for again.
 */
@WebServlet("/payment/card/notice/*")
public class CardNotices extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(CardNotices.class.getName());
    private static final int LARGEST = 65_536;
    /** Telling it again will not help. */
    private static final Set<String> FOR_EVER = Set.of("card.signature", "card.notice", "card.unknown");

    @Inject
    private CardBook book;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CardWay> way = way(String.valueOf(request.getPathInfo()));
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (way.isEmpty() || body.length > LARGEST) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String token =
                Optional.ofNullable(request.getHeader("Verification-token")).orElse("");
        try {
            book.take(way.get(), new SignedPost(body, token));
            answer(response, HttpServletResponse.SC_OK, 0, "");
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "a notice of {0} from {1} was refused: {2}", new Object[] {
                way.get(), request.getRemoteAddr(), refusal.code()
            });
            boolean forEver = FOR_EVER.contains(refusal.code());
            answer(
                    response,
                    forEver ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    forEver ? 2 : 1,
                    refusal.code());
        } catch (EJBException e) {
            LOG.log(Level.SEVERE, "a notice of " + way.get() + " failed; the service will tell it again", e);
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, 1, "internal");
        }
    }

    private static Optional<CardWay> way(String path) {
        return Arrays.stream(CardWay.values())
                .filter(way -> path.equals("/" + way.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As Netopia reads it (0: done, 1: try again, 2: do not); the others look at the status alone. */
    private static void answer(HttpServletResponse response, int status, int type, String code) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(("{\"errorType\":" + type + ",\"errorCode\":\"" + code + "\",\"errorMessage\":\"" + code + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
