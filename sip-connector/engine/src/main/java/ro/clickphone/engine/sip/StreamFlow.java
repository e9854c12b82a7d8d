package ro.clickphone.engine.sip;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.Transport;

/**
 * One connection. It is closed when it says nothing: soon when it never said anything whole, later when it did, and
 * after the longest registration when a user was proven by it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails tells so by closing
final class StreamFlow extends ChannelInboundHandlerAdapter implements Flow {
    private static final Logger LOG = Logger.getLogger(StreamFlow.class.getName());
    private static final int MOST_WAITING = 200;
    private static final int WRITE_LIMIT = 1_000_000;

    private final Transport transport;
    private final InetSocketAddress remote;
    private final SipReader reader;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private volatile Channel channel;
    private volatile boolean failed;
    private final StreamTransport.Patience limits;
    private volatile long patience;
    private volatile long lastMessage = System.nanoTime();

    private record Waiting(byte[] message, Runnable failed) {}

    /** Theirs. */
    StreamFlow(Transport transport, Channel channel, SipReader reader, StreamTransport.Patience limits) {
        this.limits = limits;
        this.patience = limits.silent().toMillis();
        this.transport = transport;
        this.channel = channel;
        this.remote = (InetSocketAddress) channel.remoteAddress();
        this.reader = reader;
    }

    /** Ours, in the making. */
    StreamFlow(Transport transport, InetSocketAddress remote, SipReader reader, StreamTransport.Patience limits) {
        this.limits = limits;
        this.transport = transport;
        this.remote = remote;
        this.reader = reader;
        this.patience = limits.known().toMillis();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean isOpen() {
        Channel now = channel;
        return now != null && now.isActive();
    }

    /** Open, or on its way to be. */
    boolean isUsable() {
        return !failed && (channel == null || channel.isActive());
    }

    @Override
    public void trusted() {
        patience = limits.trusted().toMillis();
    }

    @Override
    public void send(byte[] message, Runnable ifFailed) {
        if (queued(message, ifFailed)) {
            return;
        }
        Channel way = channel;
        boolean clogged = way == null
                || way.unsafe().outboundBuffer() != null
                        && way.unsafe().outboundBuffer().totalPendingWriteBytes() > WRITE_LIMIT;
        if (failed || clogged || !way.isActive()) {
            ifFailed.run();
            return;
        }
        reader.sent(message, this);
        Object frame = isWebSocket() ? frame(message) : Unpooled.wrappedBuffer(message);
        way.writeAndFlush(frame).addListener(done -> {
            if (!done.isSuccess()) {
                ifFailed.run();
            }
        });
    }

    private synchronized boolean queued(byte[] message, Runnable ifFailed) {
        if (channel != null || failed || waiting.size() >= MOST_WAITING) {
            return false;
        }
        waiting.add(new Waiting(message, ifFailed));
        return true;
    }

    /** Text, as browsers expect; what is no UTF-8 goes as binary (RFC 7118 4.2). */
    private static WebSocketFrame frame(byte[] message) {
        ByteBuf bytes = Unpooled.wrappedBuffer(message);
        return ByteBufUtil.isText(bytes, java.nio.charset.StandardCharsets.UTF_8)
                ? new TextWebSocketFrame(bytes)
                : new BinaryWebSocketFrame(bytes);
    }

    private boolean isWebSocket() {
        return transport == Transport.WS || transport == Transport.WSS;
    }

    /** The attempt to connect has ended. */
    void connected(boolean success) {
        Waiting[] kept;
        synchronized (this) {
            failed = !success;
            kept = waiting.toArray(new Waiting[0]);
            waiting.clear();
        }
        for (Waiting one : kept) {
            if (success) {
                send(one.message(), one.failed());
            } else {
                one.failed().run();
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        synchronized (this) {
            channel = context.channel();
        }
        watch(context);
        context.fireChannelActive();
    }

    private void watch(ChannelHandlerContext context) {
        long left = patience - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastMessage);
        if (left <= 0) {
            LOG.log(Level.FINE, "Silent connection of {0} closed", remote);
            context.close();
        } else if (context.channel().isActive()) {
            context.executor().schedule(() -> watch(context), Math.min(left, 30_000), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof byte[] bytes) {
                read(bytes);
            } else if (message instanceof StreamFramer.Unframed unframed) {
                BadMessage.refuse(unframed.start(), this, unframed.status());
                context.close();
            } else if (message instanceof WebSocketFrame frame) {
                byte[] bytes = ByteBufUtil.getBytes(frame.content());
                if (isKeepAlive(bytes)) {
                    send(new byte[] {'\r', '\n'}, () -> {});
                } else {
                    read(bytes);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private static boolean isKeepAlive(byte[] bytes) {
        for (byte b : bytes) {
            if (b != '\r' && b != '\n') {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private void read(byte[] bytes) {
        lastMessage = System.nanoTime();
        patience = Math.max(patience, limits.known().toMillis());
        reader.read(bytes, this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(Level.FINE, "Connection of " + remote + " failed", cause);
        context.close();
    }
}
