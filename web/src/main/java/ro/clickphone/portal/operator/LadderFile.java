package ro.clickphone.portal.operator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.pbx.callflow.EngineLine;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.format.Download;

/** A call's SIP messages as a capture file: {@code /operator/ladder/<call>}. */
@WebServlet("/operator/ladder/*")
public class LadderFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient EngineLine engine;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        try {
            CallId call = CallId.parse(path.substring(1));
            List<TracedMessage> messages = engine.trace(call);
            if (messages.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                Download.send(response, call + ".pcap", "application/vnd.tcpdump.pcap", Pcap.of(messages));
            }
        } catch (Refusal | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
