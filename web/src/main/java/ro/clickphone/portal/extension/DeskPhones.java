package ro.clickphone.portal.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.pbx.extension.DeskPhone;
import ro.clickphone.pbx.extension.SipSettings;

/** Files for desk phones, as part of the page that shows the password once: the server keeps none of them. */
@Named
@ApplicationScoped
public class DeskPhones {
    /** @param address the file itself, as a {@code data:} address */
    public record DeskFile(String maker, String name, String address) {}

    public List<DeskFile> files(SipSettings settings, String password) {
        return Stream.of(DeskPhone.values())
                .map(phone ->
                        new DeskFile(phone.maker(), phone.fileName(settings), address(phone.file(settings, password))))
                .toList();
    }

    private static String address(String file) {
        return "data:application/octet-stream;base64,"
                + Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }
}
