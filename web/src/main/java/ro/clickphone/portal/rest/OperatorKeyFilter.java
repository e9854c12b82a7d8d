package ro.clickphone.portal.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.OperatorKeys;

/** Nothing under /api/v1 answers without an operator's key, not even which paths there are. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class OperatorKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    private OperatorKeys keys;

    @Context
    private HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> holder = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> keys.holder(header.substring(SCHEME.length()).strip()));
        // ActingFilter around this request ends it
        holder.ifPresent(name ->
                Acting.as(new Actor.Program(Optional.empty(), name, EnumSet.allOf(Need.class), http.getRemoteAddr())));
        if (holder.isEmpty()) {
            Response answer = Problem.of(
                            Response.Status.UNAUTHORIZED, "http.401", "An operator's API key is needed: Bearer <key>.")
                    .asResponse();
            request.abortWith(Response.fromResponse(answer)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operators\"")
                    .build());
        }
    }
}
