package ro.clickphone.portal.prompt;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.Origin;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/**
 * The sound of the customer's own messages: {@code /prompt/file/MENU-0/version-3.wav} is read, {@code …/draft.wav} too,
 * and a POST to {@code /prompt/file/MENU-0/FILE} or {@code …/BROWSER} makes its body the slot's draft.
 */
@WebServlet("/prompt/file/*")
public class MessageFile extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH =
            Pattern.compile("/([A-Z_]+(?:-[0-9]{1,4})?)/(draft-[0-9a-f]{12}|version-[0-9]{1,9})\\.wav");
    private static final Pattern TARGET = Pattern.compile("/([A-Z_]+(?:-[0-9]{1,4})?)/(FILE|BROWSER)");
    /** A page of another site cannot add it without asking us first, and we never say yes. */
    private static final String OURS = "X-Requested-With";

    @Inject
    private Me me;

    @Inject
    private PromptService prompts;

    @Inject
    private SlotService slots;

    @Inject
    private Refusals words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<PromptSlot> slot = path.matches() ? slot(path.group(1)) : Optional.empty();
        if (slot.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] wav = path.group(2).startsWith("draft")
                    ? slots.draft(me.id(), slot.get())
                    : prompts.wav(
                            me.id(), slot.get(), Integer.parseInt(path.group(2).substring("version-".length())));
            response.setContentType("audio/wav");
            response.setContentLength(wav.length);
            response.getOutputStream().write(wav);
        } catch (Refusal refusal) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = TARGET.matcher(String.valueOf(request.getPathInfo()));
        Optional<PromptSlot> slot = path.matches() ? slot(path.group(1)) : Optional.empty();
        if (slot.isEmpty() || request.getHeader(OURS) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] upload = request.getInputStream().readNBytes(PromptService.LARGEST_UPLOAD + 1);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            slots.offer(me.id(), slot.get(), Origin.valueOf(path.group(2)), upload);
        } catch (Refusal refusal) {
            // not an error of the protocol: the page shows the sentence beside the field
            response.getWriter().write(words.text(refusal));
        }
    }

    private static Optional<PromptSlot> slot(String inPath) {
        return PromptSlot.parse(inPath.replace('-', ':'));
    }
}
