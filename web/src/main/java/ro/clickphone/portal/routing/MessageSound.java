package ro.clickphone.portal.routing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.StoredMessage;
import ro.clickphone.portal.layout.Me;

/** One of the customer's own messages to listen to, by its content: {@code /routing/sound/<sha256>.wav}. */
@WebServlet("/routing/sound/*")
public class MessageSound extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SUFFIX = ".wav";

    @Inject
    private Me me;

    @Inject
    private PromptService prompts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StoredMessage> message = message(String.valueOf(request.getPathInfo()));
        if (message.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] wav = prompts.wav(me.id(), message.get().slot());
        response.setContentType("audio/wav");
        response.setContentLength(wav.length);
        response.getOutputStream().write(wav);
    }

    private Optional<StoredMessage> message(String path) {
        return prompts.list(me.id()).stream()
                .filter(stored -> path.equals("/" + stored.sha256() + SUFFIX))
                .findFirst();
    }
}
