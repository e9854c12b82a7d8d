package ro.clickphone.pbx.efactura;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The tax office on the loopback, as its description of the API says; what it does next is told by the test. */
final class TaxOfficeSimulator implements AutoCloseable {
    /** What happens to the next upload. */
    enum Mood {
        TAKES,
        SAYS_NO,
        /** Takes it, and the line breaks before the answer. */
        TAKES_AND_HANGS_UP,
        /** The line breaks before it has it. */
        HANGS_UP,
        IS_BUSY
    }

    /** An upload as it came. */
    record Upload(String door, String query, String xml) {}

    final List<Upload> uploads = new ArrayList<>();
    final Map<String, String> taken = new LinkedHashMap<>();
    Mood mood = Mood.TAKES;
    String judgement = "in prelucrare";
    String faults = "E: validari globale [BR-RO-110] textEroare=Codul judetului lipseste";
    String token = "first";
    int renewals;

    private final HttpServer server;

    TaxOfficeSimulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/rest/upload", exchange -> guarded(exchange, () -> upload(exchange)));
        server.createContext("/rest/stareMesaj", exchange -> guarded(exchange, () -> state(exchange)));
        server.createContext("/rest/listaMesajeFactura", exchange -> guarded(exchange, () -> list(exchange)));
        server.createContext("/rest/descarcare", exchange -> guarded(exchange, () -> download(exchange)));
        server.createContext("/token", this::renew);
        server.start();
    }

    void forget() {
        uploads.clear();
        taken.clear();
        mood = Mood.TAKES;
        judgement = "in prelucrare";
        renewals = 0;
    }

    URI service() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rest");
    }

    URI tokens() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    private interface Work {
        void run() throws IOException;
    }

    private synchronized void guarded(HttpExchange exchange, Work work) throws IOException {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "");
        } else {
            work.run();
        }
    }

    private void renew(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = form.equals("grant_type=refresh_token&refresh_token=a+refresh%2Ftoken");
        renewals++;
        answer(exchange, known ? 200 : 400, "{\"access_token\":\"" + token + "\",\"expires_in\":7776000}");
    }

    private void upload(HttpExchange exchange) throws IOException {
        String xml = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (mood == Mood.HANGS_UP) {
            exchange.close();
            return;
        }
        if (mood == Mood.IS_BUSY) {
            answer(exchange, 429, "");
            return;
        }
        uploads.add(new Upload(
                exchange.getRequestURI().getPath(), exchange.getRequestURI().getQuery(), xml));
        if (mood == Mood.SAYS_NO) {
            answer(
                    exchange,
                    200,
                    "<header xmlns=\"mfp:anaf:dgti:spv:respUploadFisier:v1\" ExecutionStatus=\"1\">"
                            + "<Errors errorMessage=\"Nu aveti drept sa incarcati pentru cif=1\"/></header>");
            return;
        }
        String index = Long.toString(5_000_000_000L + uploads.size());
        taken.put(index, xml);
        if (mood == Mood.TAKES_AND_HANGS_UP) {
            exchange.close();
            return;
        }
        answer(
                exchange,
                200,
                "<header xmlns=\"mfp:anaf:dgti:spv:respUploadFisier:v1\" dateResponse=\"202611261140\""
                        + " ExecutionStatus=\"0\" index_incarcare=\"" + index + "\"/>");
    }

    private void state(HttpExchange exchange) throws IOException {
        String index = exchange.getRequestURI().getQuery().replace("id_incarcare=", "");
        boolean known = taken.containsKey(index);
        String answered = judgement.equals("in prelucrare") ? "" : " id_descarcare=\"9" + index + "\"";
        answer(
                exchange,
                200,
                "<header xmlns=\"mfp:anaf:dgti:efactura:stareMesajFactura:v1\""
                        + (known
                                ? " stare=\"" + judgement + "\"" + answered + "/>"
                                : "><Errors errorMessage=\"Nu exista factura cu id_incarcare= " + index
                                        + "\"/></header>"));
    }

    private void list(HttpExchange exchange) throws IOException {
        String lines = taken.keySet().stream()
                .map(index -> "{\"id\":\"9" + index + "\",\"id_solicitare\":\"" + index
                        + "\",\"tip\":\"FACTURA TRIMISA\",\"detalii\":\"x\",\"data_creare\":\"202611261140\"}")
                .reduce((one, other) -> one + "," + other)
                .orElse("");
        boolean any = judgement.equals("ok") && !lines.isEmpty();
        answer(
                exchange,
                200,
                any
                        ? "{\"mesaje\":[" + lines + "],\"titlu\":\"Lista Mesaje\"}"
                        : "{\"eroare\":\"Nu exista mesaje in ultimele 2 zile\",\"titlu\":\"Lista Mesaje\"}");
    }

    private void download(HttpExchange exchange) throws IOException {
        String index = exchange.getRequestURI().getQuery().replace("id=9", "");
        String document = judgement.equals("ok")
                ? taken.get(index)
                : "<header xmlns=\"mfp:anaf:dgti:efactura:mesajEroriFactuta:v1\" Index_incarcare=\"" + index
                        + "\"><Error errorMessage=\"" + faults + "\"/></header>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("semnatura_" + index + ".xml"));
            zip.write("<Signature/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(index + ".xml"));
            zip.write(document.getBytes(StandardCharsets.UTF_8));
        }
        answer(exchange, 200, bytes.toByteArray());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
