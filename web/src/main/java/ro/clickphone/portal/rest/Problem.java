package ro.clickphone.portal.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param code the key of the message, {@code extension.limit}; stable, for programs
 * @param field which input it is about; empty when it is about the whole
 * @param arguments the values that the message speaks of
 */
public record Problem(
        String type, String title, int status, String detail, String code, String field, List<String> arguments) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Response.StatusType status, String code, String detail) {
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, code, "", List.of());
    }

    static Problem of(Refusal refusal) {
        Response.StatusType status = statusOf(refusal);
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                Words.of(refusal),
                refusal.code(),
                refusal.field(),
                refusal.arguments());
    }

    Response asResponse() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    /** What is not there is 404; what a key does not open is 403; what stands in the way of others is 409; what is wrong in itself is 422. */
    private static Response.StatusType statusOf(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return Response.Status.NOT_FOUND;
        }
        if (refusal.code().startsWith("access.")) {
            return Response.Status.FORBIDDEN;
        }
        return refusal.code().matches(".*\\.(taken|used|limit|sourceTaken|stale)")
                ? Response.Status.CONFLICT
                : UnprocessableContent.STATUS;
    }

    /** RFC 9110 15.5.21, which JAX-RS 3.1 does not list. */
    private record UnprocessableContent() implements Response.StatusType {
        private static final Response.StatusType STATUS = new UnprocessableContent();

        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
