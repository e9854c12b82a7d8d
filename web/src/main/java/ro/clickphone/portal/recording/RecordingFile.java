package ro.clickphone.portal.recording;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.recording.RecordedSound;
import ro.clickphone.pbx.recording.Take;
import ro.clickphone.portal.layout.Me;

/**
 * The sound of a recorded call of the customer's own: {@code /recording/file/<call>-1.wav}, opened as it is sent, piece by
 * piece, from wherever the listener seeks.
 */
@WebServlet("/recording/file/*")
public class RecordingFile extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PIECE = 16 * 1024;
    private static final Pattern PATH =
            Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,2})\\.wav");

    @Inject
    private Me me;

    @Inject
    private CallRecordings recordings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Take take = new Take(CallId.parse(path.group(1)), Integer.parseInt(path.group(2)));
        try {
            send(recordings.sound(me.id(), take), take, request, response);
        } catch (Refusal refusal) {
            response.sendError(
                    refusal instanceof ro.clickphone.pbx.kernel.NotFound
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void send(RecordedSound sound, Take take, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long length = sound.length();
        Optional<ByteRange> range;
        try {
            range = ByteRange.of(request.getHeader("Range"), length);
        } catch (IllegalArgumentException afterTheEnd) {
            response.setHeader("Content-Range", "bytes */" + length);
            response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        ByteRange part = range.orElse(new ByteRange(0, length - 1));
        if (part.first() == 0) {
            recordings.heard(me.id(), take);
        }
        if (range.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + length);
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType("audio/wav");
        response.setContentLengthLong(part.count());
        try (InputStream in = sound.from(part.first())) {
            copy(in, response.getOutputStream(), part.count());
        }
    }

    private static void copy(InputStream in, OutputStream out, long count) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = count;
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                return;
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }
}
