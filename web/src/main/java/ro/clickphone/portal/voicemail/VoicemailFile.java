package ro.clickphone.portal.voicemail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.voicemail.VoicemailService;
import ro.clickphone.portal.layout.Me;

/** The sound of a message in one of the customer's own mailboxes: {@code /voicemail/file/17.wav}. */
@WebServlet("/voicemail/file/*")
public class VoicemailFile extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([0-9]{1,18})\\.wav");

    @Inject
    private Me me;

    @Inject
    private VoicemailService voicemail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] wav = voicemail.wav(me.id(), Long.parseLong(path.group(1)));
            response.setContentType("audio/wav");
            response.setContentLength(wav.length);
            response.getOutputStream().write(wav);
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
