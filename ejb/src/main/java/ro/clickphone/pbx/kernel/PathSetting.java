package ro.clickphone.pbx.kernel;

import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets a setting be a folder: MicroProfile Config has no converter for {@link Path} of its own. */
public final class PathSetting implements Converter<Path> {
    private static final long serialVersionUID = 1L;

    @Override
    public Path convert(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
