package ro.clickphone.engine.sip;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ro.clickphone.engine.api.Transport;

/** SIP over TCP, TLS, WebSocket and secure WebSocket (RFC 7118): all connections, ours and theirs. */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails tells so by closing
final class StreamTransport implements AutoCloseable {
    private static final int CONNECT_TIMEOUT = 4000;
    private static final int BACKLOG = 512;

    private final EventLoopGroup acceptors;
    private final EventLoopGroup loops;
    private final SipReader reader;
    private final ConnectionLimits limits;
    private final Patience patience;
    private final Map<Destination, StreamFlow> outgoing = new ConcurrentHashMap<>();

    private record Destination(Transport transport, InetSocketAddress address) {}

    /**
     * How long a connection may say nothing whole.
     *
     * @param silent when it never did
     * @param known when it did
     * @param trusted when a user was proven by it: as long as the longest registration
     */
    record Patience(Duration silent, Duration known, Duration trusted) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(20), Duration.ofSeconds(180), Duration.ofSeconds(7260));
    }

    StreamTransport(SipReader reader, ConnectionLimits limits, Patience patience) {
        this.reader = reader;
        this.limits = limits;
        this.patience = patience;
        acceptors = new NioEventLoopGroup(1, new DefaultThreadFactory("clickphone-sip-accept", true));
        loops = new NioEventLoopGroup(
                Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors())),
                new DefaultThreadFactory("clickphone-sip-stream", true));
    }

    /**
     * @param tls where the current certificate is; asked at each new secure connection
     * @return where it listens: of port 0 the system makes a free one
     */
    InetSocketAddress listen(Transport transport, InetSocketAddress address, Supplier<SslContext> tls)
            throws IOException {
        ServerBootstrap server = new ServerBootstrap()
                .group(acceptors, loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, transport, tls);
                    }
                });
        var bound = server.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "The " + transport + " port " + address.getPort() + " of " + address.getHostString()
                            + " cannot be opened: " + bound.cause().getMessage(),
                    bound.cause());
        }
        return (InetSocketAddress) bound.channel().localAddress();
    }

    private void accept(SocketChannel channel, Transport transport, Supplier<SslContext> tls) {
        if (!limits.admit(channel)) {
            channel.close();
            return;
        }
        if (transport == Transport.TLS || transport == Transport.WSS) {
            channel.pipeline().addLast(tls.get().newHandler(channel.alloc()));
        }
        if (transport == Transport.WS || transport == Transport.WSS) {
            channel.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(StreamFramer.LARGEST))
                    .addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                            .websocketPath("/")
                            .checkStartsWith(true)
                            .subprotocols("sip")
                            .maxFramePayloadLength(StreamFramer.LARGEST)
                            .handshakeTimeoutMillis(10_000)
                            .build()))
                    .addLast(new WebSocketFrameAggregator(StreamFramer.LARGEST));
        } else {
            channel.pipeline().addLast(new StreamFramer());
        }
        channel.pipeline().addLast(new StreamFlow(transport, channel, reader, patience));
    }

    /** The connection that is there, or a new one. */
    Flow to(Transport transport, InetSocketAddress address) {
        Destination destination = new Destination(transport, address);
        return outgoing.compute(
                destination, (where, known) -> known != null && known.isUsable() ? known : connect(where));
    }

    private StreamFlow connect(Destination destination) {
        StreamFlow flow = new StreamFlow(destination.transport(), destination.address(), reader, patience);
        Bootstrap client = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) throws IOException {
                        if (destination.transport() == Transport.TLS) {
                            channel.pipeline()
                                    .addLast(SslContextBuilder.forClient()
                                            .build()
                                            .newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(new StreamFramer()).addLast(flow);
                    }
                });
        Channel channel = client.connect(destination.address())
                .addListener(done -> flow.connected(done.isSuccess()))
                .channel();
        channel.closeFuture().addListener(closed -> outgoing.remove(destination, flow));
        return flow;
    }

    /** Those that came to us. */
    int connections() {
        return limits.count();
    }

    @Override
    public void close() {
        acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
