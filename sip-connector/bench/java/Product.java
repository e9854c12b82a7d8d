import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole exchange as {@code ./run} starts it, on ports and in a folder of its own, provisioned as operators do it. */
class Product implements AutoCloseable {
    static final int SIP_PORT = 27_299;
    static final int FIRST_RTP = 30_000;
    /** Four ports a call, for its time and five seconds of rest: enough for 700 calls of a second each second. */
    private static final int LAST_RTP = 49_999;
    private static final int HTTP_PORT = 28_280;
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProcessHandle process;
    private final String key;

    record Extension(String user, String password, int number) {
        /** A line of sipp's file of users; {@code calls} is whom it calls. */
        String line(Object calls) {
            return user + ";[authentication username=" + user + " password=" + password + "];" + calls;
        }
    }

    private Product(ProcessHandle process, String key) {
        this.process = process;
        this.key = key;
    }

    /** One that runs already, on the same ports, with its data in that folder; {@link #close} leaves it running. */
    static Product running(long pid, Path folder) throws IOException {
        return new Product(
                ProcessHandle.of(pid).orElseThrow(), Files.readString(folder.resolve("data/operator-api-key.txt")).strip()) {
            @Override
            public void close() {
                // not ours
            }
        };
    }

    static Product start(Path root, Path folder, List<String> pinned) throws Exception {
        Path console = folder.resolve("console");
        List<String> command = new ArrayList<>(pinned);
        command.add(root.resolve("run").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        builder.environment().putAll(Map.of(
                "PBX_DATA", folder.resolve("data").toString(),
                "PBX_HTTP_BIND", "127.0.0.1",
                "PBX_HTTP_PORT", Integer.toString(HTTP_PORT),
                "PBX_SIP_BIND", "127.0.0.1",
                "PBX_SIP_PORT", Integer.toString(SIP_PORT),
                "PBX_RTP_PORTS", FIRST_RTP + "-" + LAST_RTP,
                "PBX_DB_PORT", "26326"));
        Process process = builder.start();
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!Files.readString(console).contains("ClickPhone PBX is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("the exchange did not start:\n" + Files.readString(console));
            }
            Thread.sleep(200);
        }
        return new Product(process.toHandle(), Files.readString(folder.resolve("data/operator-api-key.txt")).strip());
    }

    /** The server's own process: the database is a child of it. */
    long pid() {
        return process.pid();
    }

    /** A new customer with that many extensions, from 200 on. */
    List<Extension> customer(int extensions) throws Exception {
        String account = field(post("accounts", "{\"name\":\"Bench SRL\",\"extensionLimit\":" + extensions + "}"), "id");
        accounts.add(account);
        List<Extension> made = new ArrayList<>();
        for (int number = 200; number < 200 + extensions; number++) {
            String answer = post(
                    "accounts/" + account + "/extensions", "{\"number\":" + number + ",\"name\":\"Ext" + number + "\"}");
            made.add(new Extension(account + "-" + number, field(answer, "sipPassword"), number));
        }
        return made;
    }

    /** How much of everything it holds: calls, dialogs, transactions and the like. */
    Map<String, Long> figures() throws Exception {
        Matcher figure = Pattern.compile("\"(\\w+)\"\\s*:\\s*(\\d+)").matcher(send("GET", "figures", ""));
        Map<String, Long> found = new TreeMap<>();
        while (figure.find()) {
            found.put(figure.group(1), Long.parseLong(figure.group(2)));
        }
        if (!found.containsKey("calls")) {
            throw new IllegalStateException("no figures of calls: " + found);
        }
        return found;
    }

    /** Bytes of the heap after a full collection. */
    long heapAfterCollection() throws Exception {
        jcmd("GC.run");
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)([KMG])").matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("no figure of the heap");
        }
        int shift = Map.of("K", 10, "M", 20, "G", 30).get(used.group(2));
        return Long.parseLong(used.group(1)) << shift;
    }

    private String jcmd(String what) throws Exception {
        Process jcmd = new ProcessBuilder("jcmd", Long.toString(pid()), what).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return said;
    }

    private final List<String> accounts = new ArrayList<>();

    /** The customers that were made. */
    List<String> accounts() {
        return accounts;
    }

    /** A menu that speaks for ten seconds and begins again at the key 1; **222 leads into it. */
    void menu(String account) throws Exception {
        send("PUT", "accounts/" + account + "/menu", "{\"revision\":0,\"menus\":[{\"number\":0,\"name\":\"Bench\","
                + "\"lines\":[{\"key\":\"1\",\"action\":\"MENU\",\"menu\":0}]}]}");
        HttpRequest sound = request("accounts/" + account + "/prompts/MENU:0", "audio/wav")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(wav(10)))
                .build();
        text(sound);
        post("accounts/" + account + "/menu/apply", "{}");
    }

    /** A tone of 440 Hz, 16 bits, 8,000 samples a second. */
    private static byte[] wav(int seconds) {
        int bytes = 16_000 * seconds;
        java.nio.ByteBuffer wav = java.nio.ByteBuffer.allocate(44 + bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes()).putInt(bytes);
        while (wav.hasRemaining()) {
            wav.putShort((short) (8000 * Math.sin(wav.position() * Math.PI * 440 / 8000)));
        }
        return wav.array();
    }

    /** A page of the largest report: the customer's calls of this month whose text is searched. @return its letters */
    int report(String account, int offset) throws Exception {
        return send("GET", "accounts/" + account + "/cdrs?month=" + java.time.YearMonth.now(java.time.ZoneOffset.UTC)
                + "&text=2&size=200&offset=" + offset, "").length();
    }

    private String post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        return text(request(path, "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HTTP_PORT + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type);
    }

    private String text(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return value.group(1);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
