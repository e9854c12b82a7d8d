package ro.clickphone.pbx.extension;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Desk phones that take their settings from a file, uploaded at the phone's own page, so that nobody has to call a
 * specialist (manual, item 79). Each file sets up the first line of the phone and touches nothing else.
 */
public enum DeskPhone {
    /** Its names of settings are those of the Yealink Auto Provisioning Guide, firmware 80 and later. */
    YEALINK("Yealink", "cfg") {
        @Override
        public String file(SipSettings sip, String password) {
            Map<String, String> lines = new LinkedHashMap<>();
            lines.put("enable", "1");
            lines.put("label", sip.displayName());
            lines.put("display_name", sip.displayName());
            lines.put("auth_name", sip.username());
            lines.put("user_name", sip.username());
            lines.put("password", password);
            lines.put("sip_server.1.address", sip.domain());
            lines.put("sip_server.1.port", Integer.toString(sip.port()));
            lines.put("sip_server.1.transport_type", "0");
            lines.put("sip_server.1.expires", Integer.toString(EXPIRES_SECONDS));
            return "#!version:1.0.0.1\n"
                    + lines.entrySet().stream()
                            .map(line -> "account.1." + line.getKey() + " = " + line.getValue() + "\n")
                            .collect(Collectors.joining());
        }
    },
    /** P values of account 1, the same since the GXP series. */
    GRANDSTREAM("Grandstream", "xml") {
        @Override
        public String file(SipSettings sip, String password) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("P271", "1");
            values.put("P270", sip.displayName());
            values.put("P3", sip.displayName());
            values.put("P47", sip.domain() + ":" + sip.port());
            values.put("P35", sip.username());
            values.put("P36", sip.username());
            values.put("P34", password);
            values.put("P130", "0");
            values.put("P32", Integer.toString(EXPIRES_SECONDS / 60));
            return XML + "<gs_provision version=\"1\">\n<config version=\"1\">\n"
                    + values.entrySet().stream()
                            .map(one -> element(one.getKey(), "", one.getValue()))
                            .collect(Collectors.joining())
                    + "</config>\n</gs_provision>\n";
        }
    },
    /** Identity 1; encryption needs TLS, which this file does not ask for, and a phone that insists on it could not talk. */
    SNOM("Snom", "xml") {
        @Override
        public String file(SipSettings sip, String password) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("user_active", "on");
            values.put("user_realname", sip.displayName());
            values.put("user_name", sip.username());
            values.put("user_pname", sip.username());
            values.put("user_pass", password);
            values.put("user_host", sip.domain() + ":" + sip.port());
            values.put("user_expiry", Integer.toString(EXPIRES_SECONDS));
            values.put("user_srtp", "off");
            return XML + "<settings>\n<phone-settings>\n"
                    + values.entrySet().stream()
                            .map(one -> element(one.getKey(), " idx=\"1\" perm=\"\"", one.getValue()))
                            .collect(Collectors.joining())
                    + "</phone-settings>\n</settings>\n";
        }
    };

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int EXPIRES_SECONDS = 300;

    private final String maker;
    private final String ending;

    DeskPhone(String maker, String ending) {
        this.maker = maker;
        this.ending = ending;
    }

    /** What is written into the file. */
    public abstract String file(SipSettings sip, String password);

    public String maker() {
        return maker;
    }

    /** {@code yealink-53630-100.cfg}. */
    public String fileName(SipSettings sip) {
        return maker.toLowerCase(Locale.ROOT) + "-" + sip.username() + "." + ending;
    }

    private static String element(String name, String attributes, String value) {
        String safe = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + attributes + ">" + safe + "</" + name + ">\n";
    }
}
