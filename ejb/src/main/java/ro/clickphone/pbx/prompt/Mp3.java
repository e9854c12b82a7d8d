package ro.clickphone.pbx.prompt;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import ro.clickphone.pbx.kernel.Refusal;

/** MPEG audio, layers 1 to 3, decoded. */
final class Mp3 {
    /** Fewer are a file of something else in which a few bytes look like a frame. */
    private static final int LEAST_FRAMES = 8;

    private Mp3() {}

    /** Whether it begins as such a file does: a tag, or the first frame's eleven set bits. */
    static boolean isLike(byte[] file) {
        return file.length > 3
                && (file[0] == 'I' && file[1] == 'D' && file[2] == '3'
                        || (file[0] & 0xFF) == 0xFF && (file[1] & 0xE0) == 0xE0);
    }

    /** Whatever the decoder makes of a damaged file, it is no message then. */
    static Sound decoded(byte[] file) {
        try {
            return new Mp3().frames(new Bitstream(new ByteArrayInputStream(file)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (JavaLayerException | RuntimeException damaged) {
            throw Sound.notAudio();
        }
    }

    private Sound frames(Bitstream stream) throws JavaLayerException {
        Decoder decoder = new Decoder();
        short[] mono = new short[0];
        int filled = 0;
        int rate = 0;
        int frames = 0;
        for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
            SampleBuffer frame = (SampleBuffer) decoder.decodeFrame(header, stream);
            stream.closeFrame();
            if (frames++ > 0 && header.frequency() != rate) {
                throw Sound.notAudio();
            }
            rate = header.frequency();
            int count = frame.getBufferLength() / frame.getChannelCount();
            if (filled + count > mono.length) {
                mono = Arrays.copyOf(mono, 2 * (filled + count));
            }
            mixed(frame, mono, filled, count);
            filled += count;
            if (filled > Recording.LONGEST.toSeconds() * rate) {
                throw Sound.tooLong();
            }
        }
        if (frames < LEAST_FRAMES) {
            throw Sound.notAudio();
        }
        return new Sound(Arrays.copyOf(mono, filled), rate);
    }

    private static void mixed(SampleBuffer frame, short[] mono, int at, int count) {
        short[] samples = frame.getBuffer();
        int channels = frame.getChannelCount();
        for (int i = 0; i < count; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples[i * channels + channel];
            }
            mono[at + i] = (short) (sum / channels);
        }
    }
}
