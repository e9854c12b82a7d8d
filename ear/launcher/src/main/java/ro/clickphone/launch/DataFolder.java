package ro.clickphone.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds all that must last; one server at a time. */
final class DataFolder {
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Makes the folder, for its owner only, and holds it until this process ends. */
    static DataFolder hold(Path path) throws CannotStart {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock(); // open until the process ends, also when it is killed
            if (held == null) {
                throw new CannotStart("Another ClickPhone PBX runs on the data folder " + path + ".");
            }
            return new DataFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("The data folder " + path + " is not a folder; choose another with PBX_DATA.");
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be written; choose another with PBX_DATA.");
        }
    }

    Path path() {
        return path;
    }

    /** A folder inside, made when it is missing; only the server's own user may look into it. */
    Path inside(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    /** Writes a file that only the server's own user may read. */
    static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
