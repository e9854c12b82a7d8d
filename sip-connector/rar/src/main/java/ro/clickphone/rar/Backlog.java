package ro.clickphone.rar;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The spool's folder: records in the order in which they came, in files of about a mebibyte that are removed as soon as
 * all in them is delivered. Records that the business refuses lie in a folder of their own, and stand last at the next
 * start. One process at a time.
 */
final class Backlog implements Closeable {
    private static final Logger LOG = Logger.getLogger(Backlog.class.getName());
    private static final String SUFFIX = ".spool";
    private static final long FILE_BYTES = 1 << 20;

    private final Path folder;
    private final Path refused;
    private final FileChannel lock;
    private final Deque<SpoolFile> files = new ArrayDeque<>();
    private Optional<SpoolFile> current = Optional.empty();
    private long lastNumber;
    private boolean complete;

    private Backlog(Path folder, Path refused, FileChannel lock) {
        this.folder = folder;
        this.refused = refused;
        this.lock = lock;
    }

    /** @throws IOException when the folder cannot be made or written, or another process holds it */
    static Backlog open(Path folder) throws IOException {
        Path refused = Files.createDirectories(folder.resolve("refused"));
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new IOException("another process holds the spool " + folder);
        }
        Backlog backlog = new Backlog(folder, refused, lock);
        backlog.find(folder);
        backlog.find(refused);
        return backlog;
    }

    /** Returns when all records are on the disk. Those of the file that is delivered now are kept at hand besides. */
    synchronized void append(List<Spooled> records) throws IOException {
        SpoolFile file = current.isPresent() ? current.get() : begin();
        if (file.equals(files.getFirst())) {
            file.appendAtHand(records);
        } else {
            file.append(records.stream().map(Spooled::bytes).toList());
        }
        if (file.size() > FILE_BYTES) {
            current = Optional.empty();
        }
        notifyAll();
    }

    /** The records to deliver next, at most {@code count} and all of one file; none when all is delivered. */
    synchronized List<Spooled> oldest(int count) throws IOException {
        while (!files.isEmpty()) {
            SpoolFile file = files.getFirst();
            List<Spooled> records = file.next(count);
            if (!records.isEmpty()) {
                return records;
            }
            retire(file);
        }
        return List.of();
    }

    /** The oldest records need no delivery any more. */
    synchronized void done(List<Spooled> oldest) {
        oldest.forEach(files.getFirst()::delivered);
    }

    /** Keeps a record that is to be offered at the next start only. */
    synchronized void putAside(Spooled record) throws IOException {
        try (SpoolFile file = SpoolFile.create(nextPath(refused))) {
            file.append(List.of(record.bytes()));
        }
    }

    /** Waits until there is something to deliver; false when nothing more will come. */
    synchronized boolean awaitSome() throws InterruptedException {
        while (files.isEmpty() && !complete) {
            wait();
        }
        return !files.isEmpty();
    }

    /** Nothing will be appended any more. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    synchronized long bytes() {
        return files.stream().mapToLong(SpoolFile::undelivered).sum();
    }

    @Override
    public synchronized void close() throws IOException {
        for (SpoolFile file : files) {
            file.close();
        }
        files.clear();
        lock.close();
    }

    private void find(Path place) throws IOException {
        try (Stream<Path> paths = Files.list(place)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                files.addLast(SpoolFile.found(path));
                lastNumber = Math.max(lastNumber, number(path));
            }
        }
    }

    private SpoolFile begin() throws IOException {
        SpoolFile file = SpoolFile.create(nextPath(folder));
        files.addLast(file);
        current = Optional.of(file);
        return file;
    }

    private void retire(SpoolFile file) throws IOException {
        if (file.undelivered() > 0) {
            LOG.warning(() -> file.path() + " ends in a torn record of " + file.undelivered()
                    + " bytes, cut short by a crash; it is kept beside it");
            Files.copy(file.path(), file.path().resolveSibling(file.path().getFileName() + ".torn"));
        }
        files.removeFirst();
        if (current.filter(file::equals).isPresent()) {
            current = Optional.empty();
        }
        file.delete();
    }

    private Path nextPath(Path place) {
        lastNumber++;
        return place.resolve(String.format("%012d%s", lastNumber, SUFFIX));
    }

    private static long number(Path path) {
        String name = path.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
