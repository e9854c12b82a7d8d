package ro.clickphone.portal.payment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import ro.clickphone.pbx.card.CardOrderId;
import ro.clickphone.pbx.card.CardTill;
import ro.clickphone.pbx.card.Departure;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/**
 * The step from our pages to the payment service's: {@code /payment/card/leave/ORDER}. A page of its own, since no other
 * one of ours may send a form elsewhere.
 */
@WebServlet("/payment/card/leave/*")
public class CardLeave extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = """
            <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">%s
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:30rem;margin:20vh auto;padding:0 1.5rem;text-align:center}
            button,a{display:inline-block;padding:.7rem 1.4rem;border:0;border-radius:.5rem;background:#1d4fd7;color:#fff;
            font:inherit;font-weight:600;text-decoration:none;cursor:pointer}</style></head>
            <body><h1>%s</h1><p>%s</p>%s</body></html>
            """;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private CardTill till;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            CardOrderId order =
                    new CardOrderId(String.valueOf(request.getPathInfo()).replaceFirst("^/", ""));
            Departure departure =
                    till.departure(me.id(), order, language.getLocale().getLanguage());
            if (departure instanceof Departure.Link link) {
                write(response, link.to(), refresh(link.to()), link(link.to()));
            } else if (departure instanceof Departure.Form form) {
                write(response, form.to(), "", form(form));
            }
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(HttpServletResponse response, URI to, String head, String way) throws IOException {
        String origin = to.getScheme() + "://" + to.getRawAuthority();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action "
                        + origin);
        response.setContentType("text/html; charset=UTF-8");
        ResourceBundle texts = language.texts();
        String title = texts.getString("card.leave.title");
        response.getOutputStream()
                .write(PAGE.formatted(
                                language.getLocale().getLanguage(),
                                title,
                                head,
                                title,
                                texts.getString("card.leave.text") + " <strong>" + escaped(to.getHost()) + "</strong>",
                                way)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String refresh(URI to) {
        return "<meta http-equiv=\"refresh\" content=\"1;url=" + escaped(to.toString()) + "\">";
    }

    private String link(URI to) {
        return "<a href=\"" + escaped(to.toString()) + "\">" + go() + "</a>";
    }

    private String form(Departure.Form form) {
        String fields = form.fields().entrySet().stream().map(CardLeave::field).collect(Collectors.joining());
        return "<form method=\"post\" action=\"" + escaped(form.to().toString()) + "\">" + fields
                + "<button type=\"submit\" autofocus>" + go() + "</button></form>";
    }

    private String go() {
        return language.texts().getString("card.leave.go");
    }

    private static String field(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"" + escaped(field.getKey()) + "\" value=\"" + escaped(field.getValue())
                + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
