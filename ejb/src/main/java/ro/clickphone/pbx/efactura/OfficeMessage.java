package ro.clickphone.pbx.efactura;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/**
 * A line of the tax office's list of answers.
 *
 * @param id of the answer
 * @param uploadIndex of the document that it answers
 */
record OfficeMessage(String id, String uploadIndex) {
    /** "There are no messages" is told as an error, under this key. */
    private static final String ERROR = "eroare";

    /** @throws IllegalArgumentException when it is no such list */
    static List<OfficeMessage> parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject list = reader.readObject();
            if (!list.containsKey("mesaje")) {
                if (list.getString(ERROR, "").startsWith("Nu exista mesaje")) {
                    return List.of();
                }
                throw new IllegalArgumentException(list.getString(ERROR, "no list"));
            }
            return list.getJsonArray("mesaje").stream()
                    .map(JsonValue::asJsonObject)
                    .map(one -> new OfficeMessage(one.getString("id", ""), one.getString("id_solicitare", "")))
                    .filter(one -> OfficeXml.isId(one.id()) && OfficeXml.isId(one.uploadIndex()))
                    .toList();
        } catch (JsonException | ClassCastException e) {
            throw new IllegalArgumentException("no list of the tax office", e);
        }
    }
}
