package ro.clickphone.portal.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ro.clickphone.pbx.prompt.PromptService;

/**
 * No body grows beyond what its kind needs, whatever its Content-Length says: 64 KiB of JSON, or one message in WAV. JSON is
 * looked through to its end first: the container's reader goes round for ever in an object that is not closed.
 */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
    private static final long LARGEST_JSON = 64 * 1024;
    private static final int DEEPEST_JSON = 32;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        boolean json =
                request.getMediaType() == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        long most = json ? LARGEST_JSON : PromptService.LARGEST_UPLOAD;
        if (request.getLength() > most) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        InputStream body = new Bounded(request.getEntityStream(), most);
        request.setEntityStream(json ? new ByteArrayInputStream(whole(read(body, request.getLength()))) : body);
    }

    /** By its length where it tells one: of a request that asks for an upgrade the container does not tell the end. */
    private static byte[] read(InputStream body, int length) throws IOException {
        return length < 0 ? body.readAllBytes() : body.readNBytes(length);
    }

    /** @throws JsonException not closed, not JSON, or with more boxes in each other than anything here has */
    static byte[] whole(byte[] json) {
        if (json.length == 0) {
            return json;
        }
        int open = 0;
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(json))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_ARRAY, START_OBJECT -> open++;
                    case END_ARRAY, END_OBJECT -> open--;
                    default -> {}
                }
                if (open > DEEPEST_JSON) {
                    throw new JsonException("more than " + DEEPEST_JSON + " boxes in each other");
                }
            }
        }
        if (open != 0) {
            throw new JsonException("it ends before its end");
        }
        return json;
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int octets = super.read(into, offset, length);
            count(Math.max(0, octets));
            return octets;
        }

        private void count(int octets) {
            left -= octets;
            if (left < 0) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}
