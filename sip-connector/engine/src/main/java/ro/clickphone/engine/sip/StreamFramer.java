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

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        skipKeepAlives(context, in);
        int head = headLength(in);
        if (head < 0) {
            if (in.readableBytes() > LARGEST) {
                context.close();
            }
            return;
        }
        int body = contentLength(in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1));
        if (body < 0 || head + body > LARGEST) {
            byte[] start = ByteBufUtil.getBytes(in, in.readerIndex(), head);
            in.skipBytes(in.readableBytes());
            out.add(new Unframed(start, body < 0 ? 400 : 513));
        } else if (in.readableBytes() >= head + body) {
            byte[] message = new byte[head + body];
            in.readBytes(message);
            out.add(message);
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
    private static int headLength(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.writerIndex();
        for (int i = start; i < end; i++) {
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

    /** @return 0 when it is missing, -1 when it is no number */
    private static int contentLength(String head) {
        for (String line : head.split("\r?\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("l")) {
                String value = line.substring(colon + 1).trim();
                return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
            }
        }
        return 0;
    }
}
