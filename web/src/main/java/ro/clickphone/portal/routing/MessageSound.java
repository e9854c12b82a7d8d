package ro.clickphone.portal.routing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.callflow.SimulatorService;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.portal.layout.Me;

/**
 * What a caller hears, to listen to: one of the customer's own messages by its content, {@code /routing/sound/<sha256>.wav},
 * or an announcement of the exchange, {@code /routing/sound/<language>/<name>.wav}.
 */
@WebServlet("/routing/sound/*")
public class MessageSound extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SOUNDS = "/routing/sound/";
    private static final String SUFFIX = ".wav";
    private static final Pattern ANNOUNCEMENT = Pattern.compile("/(ro|en)/([a-z0-9][a-z0-9-]{0,63})\\.wav");

    @Inject
    private Me me;

    @Inject
    private PromptService prompts;

    @Inject
    private SimulatorService simulator;

    /** Where an announcement of the exchange's own can be listened to, under the portal's own address. */
    public static String address(Prompt.System announcement) {
        return SOUNDS + announcement.language() + "/" + announcement.name() + SUFFIX;
    }

    /** Where one of the customer's own messages can be listened to. */
    static String address(Prompt.Stored message) {
        return SOUNDS + message.sha256() + SUFFIX;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> wav = sound(String.valueOf(request.getPathInfo()));
        if (wav.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("audio/wav");
        response.setContentLength(wav.get().length);
        response.getOutputStream().write(wav.get());
    }

    private Optional<byte[]> sound(String path) {
        Matcher announcement = ANNOUNCEMENT.matcher(path);
        if (announcement.matches()) {
            return simulator.announcement(me.id(), announcement.group(2), announcement.group(1));
        }
        return prompts.list(me.id()).stream()
                .filter(stored -> path.equals("/" + stored.sha256() + SUFFIX))
                .findFirst()
                .map(stored -> prompts.wav(me.id(), stored.slot()));
    }
}
