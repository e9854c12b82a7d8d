package ro.clickphone.engine.sip;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a byte stream into messages by Content-Length (RFC 3261 18.3), and answers keep-alives (RFC 5626 4.4.1). What has
 * no end within bounds ends the connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails tells so by closing
final class StreamFramer extends ByteToMessageDecoder {
    static final int LARGEST = 65_536;
    private static final byte[] PONG = {'\r', '\n'};

    /** How much of what waits has been looked at in vain, so that a byte at a time does not cost more each time. */
    private int looked;

    /** Head and body of the message that is coming; 0 while its head is. */
    private int expected;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (expected == 0) {
            skipKeepAlives(context, in);
            readHead(context, in, out);
        }
        if (expected > 0 && in.readableBytes() >= expected) {
            byte[] message = new byte[expected];
            in.readBytes(message);
            out.add(message);
            looked = 0;
            expected = 0;
        }
    }

    private void readHead(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int head = headLength(in);
        if (head < 0) {
            looked = Math.max(0, in.readableBytes() - 3);
            if (in.readableBytes() > LARGEST) {
                context.close();
            }
            return;
        }
        int body = contentLength(in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1));
        if (body < 0 || head + body > LARGEST) {
            byte[] start = ByteBufUtil.getBytes(in, in.readerIndex(), head);
            in.skipBytes(in.readableBytes());
            looked = 0;
            out.add(new Unframed(start, body < 0 ? 400 : 513));
        } else {
            expected = head + body;
        }
    }

    /** A message whose end nobody can know. */
    record Unframed(byte[] start, int status) {}

    /** Between messages, two line ends ask for one; a single one is nothing. */
    private static void skipKeepAlives(ChannelHandlerContext context, ByteBuf in) {
        int ends = 0;
        while (in.isReadable()) {
            byte next = in.getByte(in.readerIndex());
            if (next != '\r' && next != '\n') {
                break;
            }
            in.skipBytes(1);
            if (next == '\n' && ++ends % 2 == 0) {
                context.writeAndFlush(Unpooled.wrappedBuffer(PONG));
            }
        }
    }

    /** @return with the empty line; -1 while it is not there */
    private int headLength(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.writerIndex();
        for (int i = start + looked; i < end; i++) {
            if (in.getByte(i) != '\n') {
                continue;
            }
            if (i + 1 < end && in.getByte(i + 1) == '\n') {
                return i + 2 - start;
            }
            if (i + 2 < end && in.getByte(i + 1) == '\r' && in.getByte(i + 2) == '\n') {
                return i + 3 - start;
            }
        }
        return -1;
    }

    /** @return 0 when it is missing, -1 when it is no number, or two that differ */
    private static int contentLength(String head) {
        int length = -1;
        for (String line : head.split("\r?\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("l")) {
                String value = line.substring(colon + 1).trim();
                int said = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
                if (said < 0 || length >= 0 && length != said) {
                    return -1;
                }
                length = said;
            }
        }
        return Math.max(0, length);
    }
}
