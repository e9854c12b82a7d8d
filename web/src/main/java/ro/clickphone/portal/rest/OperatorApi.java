package ro.clickphone.portal.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Where a hosting provider's systems provision customers. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "ClickPhone PBX, operators' API",
                        version = "1",
                        description = "Provisions customers, numbers, extensions and trunks; lists registrations,"
                                + " calls and call records. Errors are application/problem+json (RFC 9457)."),
        security = @SecurityRequirement(name = "operator"))
@SecurityScheme(securitySchemeName = "operator", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class OperatorApi extends Application {
    /** OpenAPI describes it; a second description at each OPTIONS, by WADL, is asked for by nobody but scanners. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
