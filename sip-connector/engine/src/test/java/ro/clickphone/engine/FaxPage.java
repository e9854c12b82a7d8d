package ro.clickphone.engine;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A page in black and white with some words and lines, as wide as a fax is. */
final class FaxPage {
    private static final int WIDTH = 1728;
    private static final int HEIGHT = 300;

    private FaxPage() {}

    /** An uncompressed TIFF: the machine compresses it as the other one likes. */
    static Path written(Path file) throws IOException {
        byte[] pixels = pixels();
        int[][] tags = {
            {256, WIDTH},
            {257, HEIGHT},
            {258, 1},
            {259, 1},
            {262, 0},
            {273, 0},
            {277, 1},
            {278, HEIGHT},
            {279, pixels.length},
            {282, 0},
            {283, 0},
            {296, 2}
        };
        int directory = 2 + 12 * tags.length + 4;
        int resolutions = 8 + directory;
        int strip = resolutions + 16;
        ByteBuffer tiff = ByteBuffer.allocate(strip + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            boolean ratio = tag[0] == 282 || tag[0] == 283;
            int value = tag[0] == 273 ? strip : tag[0] == 282 ? resolutions : tag[0] == 283 ? resolutions + 8 : tag[1];
            tiff.putShort((short) tag[0])
                    .putShort((short) (ratio ? 5 : 4))
                    .putInt(1)
                    .putInt(value);
        }
        tiff.putInt(0).putInt(204).putInt(1).putInt(196).putInt(1).put(pixels);
        return Files.write(file, tiff.array());
    }

    /** A bit each, 1 is black. */
    static byte[] pixels() {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = page.createGraphics();
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 60));
        pen.fillRect(100, 40, 600, 12);
        pen.drawOval(800, 40, 700, 200);
        pen.drawLine(0, HEIGHT - 1, WIDTH, 0);
        for (int i = 0; i < 40; i++) {
            pen.fillRect(100 + 30 * i, 120 + 3 * i, i % 7 + 1, 20);
        }
        pen.dispose();
        return ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
    }

    /** The pixels of a received one. */
    static byte[] read(Path file) throws IOException {
        BufferedImage page = ImageIO.read(file.toFile());
        byte[] bits = new byte[page.getWidth() / 8 * page.getHeight()];
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if ((page.getRGB(x, y) & 0xFF) == 0) {
                    bits[(y * page.getWidth() + x) / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return bits;
    }
}
