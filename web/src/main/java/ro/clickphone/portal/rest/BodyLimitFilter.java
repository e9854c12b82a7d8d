package ro.clickphone.portal.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ro.clickphone.pbx.prompt.PromptService;

/** No body grows beyond what its kind needs, whatever its Content-Length says: 64 KiB of JSON, or one message in WAV. */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
    private static final long LARGEST_JSON = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean json =
                request.getMediaType() == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        long most = json ? LARGEST_JSON : PromptService.LARGEST_UPLOAD;
        if (request.getLength() > most) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        request.setEntityStream(new Bounded(request.getEntityStream(), most));
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
