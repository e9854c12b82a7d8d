package ro.clickphone.portal.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.Refusal;

/** Whatever is thrown leaves as problem+json; nothing of the server's inside goes out, but a reference into the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int MOST_CAUSES = 10;
    private static final int RETRY_SECONDS = 5;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal).asResponse();
            }
            if (cause instanceof JsonException || cause instanceof JsonbException) {
                return malformed();
            }
            cause = cause.getCause();
        }
        if (thrown instanceof WebApplicationException web) {
            return ofHttp(web);
        }
        if (DatabaseAway.isSeenIn(thrown)) {
            return away(thrown);
        }
        return thrown instanceof ProcessingException ? malformed() : unexpected(thrown);
    }

    private static Response ofHttp(WebApplicationException web) {
        Response.StatusType status = web.getResponse().getStatusInfo();
        String code = "http." + status.getStatusCode();
        Response answer = Problem.of(status, code, status.getReasonPhrase()).asResponse();
        String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    private static Response malformed() {
        return Problem.of(Response.Status.BAD_REQUEST, "http.json", "The body is not the JSON that is expected here.")
                .asResponse();
    }

    /** One line of the log for each: in an outage each request would add a hundred. */
    private static Response away(Throwable thrown) {
        LOG.warning(() -> "a request was refused, the database cannot be reached: " + thrown.getMessage());
        Response answer = Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "http.503",
                        "The database cannot be reached at the moment. Please try again.")
                .asResponse();
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    private static Response unexpected(Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "a request failed, reference " + reference, thrown);
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "http.500",
                        "The server failed; its log tells why under " + reference + ".")
                .asResponse();
    }
}
