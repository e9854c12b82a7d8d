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
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Actor;
import ro.clickphone.pbx.account.ApiKeys;
import ro.clickphone.pbx.fraud.SourceService;
import ro.clickphone.pbx.security.SecurityLog;
import ro.clickphone.portal.layout.BackOfficeDoor;
import ro.clickphone.portal.signin.SignInThrottle;

/**
 * Nothing under /api/v1 answers without a key, not even which paths there are. Whose key it is, and its scopes, is asked by
 * the services.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class OperatorKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    private ApiKeys keys;

    @Inject
    private BackOfficeDoor door;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private SecurityLog security;

    @Inject
    private SourceService sources;

    @Context
    private HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        String address = http.getRemoteAddr();
        if (!throttle.mayTry(address)) {
            refuse(request, Response.Status.TOO_MANY_REQUESTS, "http.429", "Too many wrong keys from this address.");
            return;
        }
        Optional<String> sent = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()));
        Optional<Actor> holder = sent.flatMap(key -> keys.holder(key, address));
        if (holder.isPresent() && !mayComeFrom(holder.get(), address)) {
            security.told("API_ADDRESS_REFUSED", address, holder.get().name(), "api");
            refuse(request, Response.Status.FORBIDDEN, "http.403", "This network address is not allowed.");
            return;
        }
        if (holder.isPresent()) {
            // ActingFilter around this request ends it
            Acting.as(holder.get());
            return;
        }
        if (sent.isPresent()) {
            throttle.failed(address);
            security.told("API_KEY_REFUSED", address, "", "wrong or expired key");
        }
        refuse(request, Response.Status.UNAUTHORIZED, "http.401", "An API key is needed: Bearer <key>.");
    }

    /** The lists of addresses hold for programs as for people (manual, item 160). */
    private boolean mayComeFrom(Actor holder, String address) {
        return !(holder instanceof Actor.Program program)
                || program.account()
                        .map(account -> sources.admits(account, address))
                        .orElseGet(() -> door.admits(address));
    }

    private static void refuse(ContainerRequestContext request, Response.Status status, String code, String words) {
        Response answer = Problem.of(status, code, words).asResponse();
        request.abortWith(Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operators\"")
                .build());
    }
}
