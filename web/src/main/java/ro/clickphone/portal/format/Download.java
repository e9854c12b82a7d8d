package ro.clickphone.portal.format;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file that goes to the browser. */
public final class Download {
    private Download() {}

    /** @param name of ours, never a stranger's text */
    public static void send(HttpServletResponse response, String name, String mediaType, byte[] content)
            throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(content);
    }
}
