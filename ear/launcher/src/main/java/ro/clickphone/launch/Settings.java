package ro.clickphone.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher itself must know of the settings; the application reads the rest. All are described in {@code
 * server-config/settings.md}.
 *
 * @param behindProxy whether people come by proxies of ours, which say how they were reached
 * @param database the database to use; empty for the embedded one
 */
record Settings(
        int httpPort,
        String httpBind,
        int sipPort,
        String sipBind,
        int dbPort,
        boolean behindProxy,
        Path data,
        Optional<Database> database) {

    /** Where a database is and who we are there. */
    record Database(String url, String user, String password) {}

    static Settings from(Map<String, String> environment) throws CannotStart {
        return new Settings(
                port(environment, "PBX_HTTP_PORT", 8080),
                address(environment, "PBX_HTTP_BIND"),
                port(environment, "PBX_SIP_PORT", 26999),
                address(environment, "PBX_SIP_BIND"),
                port(environment, "PBX_DB_PORT", 26306),
                !environment.getOrDefault("PBX_PROXIES", "").isBlank(),
                folder(environment),
                database(environment));
    }

    /** The portal's address, as this machine or its neighbours can reach it. */
    String portal(String thisMachine) {
        return "http://" + ("0.0.0.0".equals(httpBind) ? thisMachine : httpBind) + ":" + httpPort + "/";
    }

    private static Optional<Database> database(Map<String, String> environment) throws CannotStart {
        String url = environment.getOrDefault("PBX_DB_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new CannotStart("PBX_DB_URL must look like jdbc:mariadb://host:port/database, it is " + url + ".");
        }
        return Optional.of(new Database(
                url, environment.getOrDefault("PBX_DB_USER", "pbx"), environment.getOrDefault("PBX_DB_PASSWORD", "")));
    }

    private static Path folder(Map<String, String> environment) throws CannotStart {
        String name = environment.getOrDefault("PBX_DATA", "data");
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CannotStart("PBX_DATA is not the name of a folder: " + name + ".");
        }
    }

    private static int port(Map<String, String> environment, String name, int normally) throws CannotStart {
        String text = environment.getOrDefault(name, "").trim();
        if (text.isEmpty()) {
            return normally;
        }
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CannotStart(name + " must be a port from 1 to 65535, it is " + text + ".");
    }

    private static String address(Map<String, String> environment, String name) throws CannotStart {
        String text = environment.getOrDefault(name, "").trim();
        if (text.isEmpty()) {
            return "0.0.0.0";
        }
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException e) {
            throw new CannotStart(name + " must be an address of this machine, it is " + text + ".");
        }
    }
}
