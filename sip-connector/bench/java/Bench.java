import java.nio.file.Files;
import java.nio.file.Path;


import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Measures the whole exchange and prints a table; {@code bench soak 300} lets it talk that many seconds instead. */
final class Bench {
    private static final int CALLER_PORT = 26_460;
    private static final int CALLED_PORT = 26_470;
    /** Four ports a call, so that 600 calls have 2,400 each. */
    private static final int RELAY_AUDIO = 14_000;

    private static final int CALLER_AUDIO = 17_000;
    private static final int CALLED_AUDIO = 20_000;
    /** sipp takes the first ports from -mp on for itself; its scenarios name ports that much higher. */
    private static final int BESIDE_SIPP = 400;

    /** Longer than any transaction lives (RFC 3261 17, 64 * T1), and the time after which ports are given out again. */
    private static final int REST_MILLIS = 45_000;

    /** Seconds that a rate must be stood: a shorter step is swallowed by queues and proves nothing. */
    private static final int STANDS = 30;

    private static final int CUSTOMERS = 4;
    private static final int EXTENSIONS = 50;

    private final Path root;
    private final Path sipp;
    private final Path folder;
    private final int seconds;
    private final List<String> onOne;
    private final List<String> onOther;
    private Product product;
    private Path callers;
    private Path called;
    private int runs;

    private Bench(Path root, Path folder, int seconds) {
        this.root = root;
        this.sipp = root.resolve("sip-connector/bench/sipp");
        this.folder = folder;
        this.seconds = seconds;
        boolean pinned = Runtime.getRuntime().availableProcessors() >= 2 && Files.exists(Path.of("/usr/bin/taskset"));
        this.onOne = pinned ? List.of("taskset", "-c", "0") : List.of();
        this.onOther = pinned ? List.of("taskset", "-c", "1") : List.of();
    }

    /** Arguments: the project's folder, a folder for what is written, then what is to be done. */
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(System.getenv().getOrDefault("PBX_BENCH_SECONDS", "20"));
        Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]), seconds);
        String running = System.getenv("PBX_BENCH_PID");
        try (Product product = running == null
                ? Product.start(bench.root, bench.folder, bench.onOne)
                : Product.running(Long.parseLong(running), bench.folder)) {
            bench.product = product;
            Runtime.getRuntime().addShutdownHook(new Thread(product::close));
            bench.provision();
            switch (args.length > 2 ? args[2] : "all") {
                case "soak" -> bench.soak(
                        args.length > 3 ? Integer.parseInt(args[3]) : 300, args.length > 4 ? Integer.parseInt(args[4]) : 100);
                case "media" -> bench.measureMedia(
                        args.length > 3 ? new int[] {Integer.parseInt(args[3])} : new int[] {50, 100, 200, 300, 600});
                case "ivr" -> bench.ivr(args.length > 3 ? Integer.parseInt(args[3]) : 100);
                case "report" -> bench.besideReport(args.length > 3 ? Integer.parseInt(args[3]) : 300);
                case "memory" -> bench.memory(args.length > 3 ? Integer.parseInt(args[3]) : 10_000);
                case "calls" -> bench.measureCalls();
                case "steady" -> bench.calls(Integer.parseInt(args[3]), bench.seconds, true);
                case "refresh" -> bench.registers(Integer.parseInt(args[3]));
                default -> {
                    bench.measureCalls();
                    bench.measureMedia(50, 100, 200, 300, 600);
                    bench.ivr(100);
                    bench.besideReport(300);
                    bench.memory(10_000);
                }
            }
        }
    }

    private void provision() throws Exception {
        List<String> calling = new ArrayList<>(List.of("SEQUENTIAL"));
        List<String> answering = new ArrayList<>(List.of("SEQUENTIAL"));
        for (int c = 0; c < CUSTOMERS; c++) {
            List<Product.Extension> all = product.customer(EXTENSIONS);
            for (int i = 0; i < EXTENSIONS / 2; i++) {
                Product.Extension partner = all.get(i + EXTENSIONS / 2);
                calling.add(all.get(i).line(partner.number()));
                answering.add(partner.line(0));
            }
        }
        callers = Files.write(folder.resolve("callers.csv"), calling);
        called = Files.write(folder.resolve("called.csv"), answering);
        register(CALLED_PORT, called, CUSTOMERS * EXTENSIONS / 2, 50);
    }

    private Sipp.Figures register(int port, Path users, int count, int rate) throws Exception {
        return Sipp.start(sipp.resolve("register.xml"), next(), port, onOther,
                        "-inf", users.toString(), "-m", Integer.toString(count), "-r", Integer.toString(rate))
                .await(60 + count / rate);
    }

    private Path next() {
        return folder.resolve("run" + runs++);
    }

    private void measureCalls() throws Exception {
        heading();
        calls(50, seconds, true);
        warmUp();
        for (int rate : new int[] {200, 1000}) {
            registers(rate);
        }
        for (int rate : new int[] {50, 100, 200}) {
            calls(rate, seconds, true);
        }
        most();
    }

    /** The bare relay before each step, so that a busy machine is busy for both. */
    private void measureMedia(int... counts) throws Exception {
        heading();
        for (int count : counts) {
            media(count, relay(count));
        }
    }

    /** The JDK's compiler is busy with the first ten thousand calls and registrations. PBX_BENCH_WARM: for how long. */
    private void warmUp() throws Exception {
        int warming = Integer.parseInt(System.getenv().getOrDefault("PBX_BENCH_WARM", "180"));
        if (warming > 0) {
            calls(100, warming * 2 / 3, false);
            register(CALLED_PORT, called, 200 * warming / 3, 200);
        }
    }

    /** Callers in a menu that speaks, each pressing a key every three seconds. */
    private void ivr(int calls) throws Exception {
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        String account = "";
        for (Product.Extension extension : product.customer(EXTENSIONS)) {
            account = extension.user().substring(0, extension.user().indexOf('-'));
            lines.add(extension.line("**222"));
        }
        product.menu(account);
        Path users = Files.write(folder.resolve("ivr.csv"), lines);
        Sipp calling = Sipp.start(sipp.resolve("caller.xml"), next(), CALLER_PORT, onOther,
                "-inf", users.toString(), "-m", "" + calls, "-r", "20", "-mp", "" + (CALLER_AUDIO - BESIDE_SIPP),
                "-d", Integer.toString(1000 * (calls / 20 + seconds + 20)));
        try (RtpLoad load = new RtpLoad()) {
            awaitAudio(calling, calls);
            for (Sipp.Ports ports : calling.ports(CALLER_AUDIO)) {
                load.phone(ports.phone(), ports.exchange());
            }
            load.pressEvery(150);
            double[] before = new double[1];
            load.talk(5, seconds, () -> before[0] = Cpu.seconds(product.pid()));
            double share = 100 * (Cpu.seconds(product.pid()) - before[0]) / seconds;
            long inMenus = product.figures().get("calls");
            row("menus that speak and read a key every 3 s", load.phones() + " calls",
                    "%.1f %% of a core, %.1f %% for each 100 calls; %d of them still in the menu at the end",
                    share, share * 100 / load.phones(), inMenus);
        }
        calling.await(90);
    }

    /** Calls with audio while four programs read the report of calls without a pause, as fast as they get it. */
    private void besideReport(int calls) throws Exception {
        calls(100, 30, false);
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong pages = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String account = product.accounts().get(i);
            readers.add(new Thread(() -> read(account, over, pages), "report-" + i));
        }
        double bare = relay(calls);
        readers.forEach(Thread::start);
        try {
            media(calls, bare);
        } finally {
            over.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            row("the reports beside them", CUSTOMERS + " readers", "%d pages of 200 calls", pages.get());
        }
    }

    private void read(String account, AtomicBoolean over, AtomicLong pages) {
        try {
            for (int offset = 0; !over.get(); offset = (offset + 200) % 2000) {
                product.report(account, offset);
                pages.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the report of " + account, e);
        }
    }

    /** Bytes of the heap for phones that are registered, each with an extension of its own. */
    private void memory(int phones) throws Exception {
        int each = 100;
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        for (int c = 0; c < phones / each; c++) {
            product.customer(each).forEach(extension -> lines.add(extension.line(0)));
        }
        Path users = Files.write(folder.resolve("many.csv"), lines);
        Thread.sleep(REST_MILLIS);
        long before = product.heapAfterCollection();
        register(CALLED_PORT, users, lines.size() - 1, 200);
        Thread.sleep(REST_MILLIS);
        double used = (product.heapAfterCollection() - before) / 1048576.0;
        row("memory of registered phones", (lines.size() - 1) + " phones", "%.1f MiB of heap, %.1f MiB for each 10,000",
                used, used * 10_000 / (lines.size() - 1));
    }

    private void awaitAudio(Sipp calling, int calls) throws Exception {
        for (int wait = 0; calling.ports(CALLER_AUDIO).size() < calls && wait < calls / 20 + 15; wait++) {
            Thread.sleep(1000);
        }
    }

    private static void heading() {
        say("| what | load | measured |");
        say("|---|---|---|");
    }

    private void registers(int rate) throws Exception {
        int count = rate * seconds;
        double before = Cpu.seconds(product.pid());
        Cpu.Machinery machinery = Cpu.Machinery.of(product.pid());
        Sipp.Figures figures = register(CALLED_PORT, called, count, rate);
        String ofIt = Cpu.Machinery.of(product.pid()).since(machinery, figures.good());
        double cpu = Cpu.seconds(product.pid()) - before;
        row("authenticated REGISTER of a known phone, both messages", rate + "/s", "%.2f ms CPU (of it %s), p50 %.1f ms, p99 %.1f ms, %.2f %% failed",
                1000 * cpu / figures.good(), ofIt, figures.p50Millis(), figures.p99Millis(), figures.failedPercent());
    }

    /** Calls of a second without audio. @return whether fewer than one in a thousand failed */
    private boolean calls(int rate, int duration, boolean told) throws Exception {
        int count = rate * duration;
        Sipp answering = Sipp.start(sipp.resolve("called.xml"), next(), CALLED_PORT, onOther);
        double before = Cpu.seconds(product.pid());
        double familyBefore = Cpu.secondsOfFamily(product.pid());
        Cpu.Machinery machinery = Cpu.Machinery.of(product.pid());
        Sipp.Figures figures = Sipp.start(sipp.resolve("caller.xml"), next(), CALLER_PORT, onOther,
                        "-inf", callers.toString(), "-m", Integer.toString(count), "-r", Integer.toString(rate),
                        "-d", "1000", "-timeout", Integer.toString(duration + 40), "-recv_timeout", "20000")
                .await(duration + 60);
        double cpu = Cpu.seconds(product.pid()) - before;
        String ofIt = Cpu.Machinery.of(product.pid()).since(machinery, count);
        double database = Cpu.secondsOfFamily(product.pid()) - familyBefore - cpu;
        answering.stop();
        if (told) {
            row("call without audio: routing, billing, record", rate + "/s",
                    "%.2f ms CPU (of it %s; database besides %.2f), INVITE to 180 p50 %.1f ms, p99 %.1f ms, %.2f %% failed",
                    1000 * cpu / count, ofIt, 1000 * database / count, figures.p50Millis(), figures.p99Millis(), figures.failedPercent());
        }
        return figures.failedPercent() < 0.1;
    }

    private void most() throws Exception {
        int best = 0;
        for (int rate = 150; rate <= 1000; rate += rate < 300 ? 150 : rate < 600 ? 50 : 100) {
            if (!calls(rate, Math.max(STANDS, seconds), false)) {
                break;
            }
            best = rate;
        }
        row("most calls/s, less than 0.1 % failed", "steps of 50", best == 0 ? "less than 150" : Integer.toString(best));
    }

    /** @return CPU microseconds a packet of a relay that does nothing else */
    private double relay(int calls) throws Exception {
        List<String> command = new ArrayList<>(onOne);
        command.addAll(List.of("java", "-XX:+UseZGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"), "BareRelay",
                "" + calls, "" + RELAY_AUDIO, "" + CALLER_AUDIO, "" + CALLED_AUDIO));
        Process relay = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (RtpLoad load = new RtpLoad()) {
            relay.getInputStream().read();
            for (int i = 0; i < calls; i++) {
                load.phone(CALLER_AUDIO + 4 * i, RELAY_AUDIO + 4 * i);
                load.phone(CALLED_AUDIO + 4 * i, RELAY_AUDIO + 4 * i + 2);
            }
            double micros = talked(load, relay.pid(), calls, "bare relay (NIO, one selector)", "");
            return micros;
        } finally {
            relay.destroy();
            relay.waitFor();
        }
    }

    private void media(int calls, double bare) throws Exception {
        Sipp answering = Sipp.start(sipp.resolve("called.xml"), next(), CALLED_PORT, onOther, "-mp", "" + (CALLED_AUDIO - BESIDE_SIPP));
        Sipp calling = Sipp.start(sipp.resolve("caller.xml"), next(), CALLER_PORT, onOther,
                "-inf", callers.toString(), "-m", "" + calls, "-r", "20", "-mp", "" + (CALLER_AUDIO - BESIDE_SIPP),
                "-d", Integer.toString(1000 * (calls / 20 + seconds + 30)));
        try (RtpLoad load = new RtpLoad()) {
            awaitAudio(calling, calls);
            for (Sipp.Ports ports : concat(calling.ports(CALLER_AUDIO), answering.ports(CALLED_AUDIO))) {
                load.phone(ports.phone(), ports.exchange());
            }
            if (load.phones() > 0) {
                talked(load, product.pid(), load.phones() / 2, "calls with G.711 through the exchange", bare);
            }
        }
        calling.await(90);
        answering.stop();
    }

    private static List<Sipp.Ports> concat(List<Sipp.Ports> one, List<Sipp.Ports> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private double talked(RtpLoad load, long pid, int calls, String what, Object bare) throws InterruptedException {
        double[] before = new double[1];
        RtpLoad.Figures figures = load.talk(5, seconds, () -> before[0] = Cpu.seconds(pid));
        double cpu = Cpu.seconds(pid) - before[0];
        double micros = 1e6 * cpu / figures.sent();
        String ratio = bare instanceof Double none ? String.format(Locale.ROOT, " (%.2f × bare)", micros / none) : "";
        row(what, calls + " calls", "%.1f µs CPU a packet%s, %.0f %% of a core, loss %.2f %%, p50 %.2f ms, p99 %.2f ms",
                micros, ratio, 100 * cpu / seconds, figures.lossPercent(), figures.p50Millis(), figures.p99Millis());
        return micros;
    }

    /** Calls of two seconds, that many a second, all the time; then everything must be as it was. */
    private void soak(int duration, int rate) throws Exception {
        for (int part = 4; part >= 1; part /= 2) {
            calls(rate / part, 45, false);
        }
        Thread.sleep(REST_MILLIS);
        Map<String, Long> atRest = product.figures();
        long before = product.heapAfterCollection();
        double cpuBefore = Cpu.seconds(product.pid());
        Sipp answering = Sipp.start(sipp.resolve("called.xml"), next(), CALLED_PORT, onOther);
        Sipp.Figures figures = Sipp.start(sipp.resolve("caller.xml"), next(), CALLER_PORT, onOther,
                        "-inf", callers.toString(), "-m", "" + rate * duration, "-r", "" + rate, "-d", "2000", "-recv_timeout", "20000")
                .await(duration + 60);
        double cpu = Cpu.seconds(product.pid()) - cpuBefore;
        Map<String, Long> meanwhile = product.figures();
        answering.stop();
        Thread.sleep(REST_MILLIS);
        long after = product.heapAfterCollection();
        System.out.printf(Locale.ROOT, "calls %d, failed %d, %.2f ms CPU a call, INVITE to 180 p50 %.1f ms, p99 %.1f ms, heap before %.1f MiB, after %.1f MiB (%+.1f %%)%n",
                figures.good(), figures.failed(), 1000 * cpu / figures.good(), figures.p50Millis(), figures.p99Millis(), before / 1048576.0, after / 1048576.0, 100.0 * (after - before) / before);
        System.out.println("held at rest " + atRest);
        System.out.println("held at the end of the last call " + meanwhile);
        System.out.println("held after a rest " + product.figures());
    }

    private static void row(String what, String load, String measured, Object... figures) {
        say("| " + what + " | " + load + " | " + String.format(Locale.ROOT, measured, figures) + " |");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
